#pragma once

#include "tests/support/casework/CaseCommands.h"
#include "tests/support/casework/SampleMatter.h"

#include "modules/forms/FormPaths.h"

#include <QJsonArray>
#include <QtTest>

namespace kuaiban::test {

// A hub on which a matter may be open once a person, and the ways by which it comes to be taken twice and made one.
class MergingTest : public QObject
{
protected:
    bool begin()
    {
        m_world = std::make_unique<CaseWorld>();
        m_write = std::make_unique<CaseCommands>(*m_world);
        return m_world->open({sampleMatterDefinition(), uniqueMatterDefinition()}).has_value();
    }
    QString say(const journal::Command& command) { return m_world->say(command); }
    void act(const journal::Command& command) { QCOMPARE(say(command), QStringLiteral("applied")); }
    casework::Case state(const QString& stream) { return m_world->state(stream); }
    void react() { QVERIFY(m_world->reactions->runDue(*m_world->connection).value_or(-1) > 0); }
    // Values at null are left out.
    QString opened(const Actor& by, const QJsonObject& set = {}, const QList<casework::CaseMaterial>& materials = {})
    {
        auto command = m_write->openMatter(by);
        command.body.insert(QStringLiteral("item"), QStringLiteral("unique-matter"));
        auto values = sampleMatterValues();
        for (auto one = set.begin(); one != set.end(); ++one)
            values = forms::withValueAt(values, one.key(), one.value());
        command.body.insert(QStringLiteral("values"), values);
        auto papers = command.body.value(QLatin1StringView("materials")).toArray();
        for (const auto& material : materials) {
            for (qsizetype i = papers.size() - 1; i >= 0; --i) {
                if (papers.at(i)[QLatin1StringView("id")].toString() == material.id)
                    papers.removeAt(i);
            }
            papers.append(material.toJson());
        }
        command.body.insert(QStringLiteral("materials"), papers);
        return say(command) == QLatin1StringView("applied") ? command.stream : QString();
    }
    void merge(const QString& stream)
    {
        act(m_write->mergeDuplicate(m_world->supervisor, stream));
        react();
    }
    QStringList disputed(const QString& stream)
    {
        QStringList paths;
        for (const auto& conflict : state(stream).conflicts)
            paths.append(conflict.path);
        return paths;
    }

    std::unique_ptr<CaseWorld> m_world;
    std::unique_ptr<CaseCommands> m_write;
};

} // namespace kuaiban::test
