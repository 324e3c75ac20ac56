#include "FailureManual.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>

static void initialiseManualResource()
{
    Q_INIT_RESOURCE(failures); // a static library's resources are dropped by the linker unless someone asks for them
}

namespace kuaiban {

using namespace Qt::StringLiterals;

namespace {

FailureText textOf(const QJsonObject& entry, const QString& language)
{
    const auto object = entry.value(language).toObject();
    return {
        object.value("what"_L1).toString(), object.value("cause"_L1).toString(), object.value("remedy"_L1).toString()};
}

QString filled(QString text, const Error& error)
{
    for (auto it = error.fields.begin(); it != error.fields.end(); ++it)
        text.replace(u'{' + it.key() + u'}', it.value().toVariant().toString());
    return text;
}

} // namespace

FailureManual::FailureManual()
{
    initialiseManualResource();
    QDirIterator pages(u":/failures"_s, {u"*.json"_s}, QDir::Files);
    while (pages.hasNext()) {
        QFile page(pages.next());
        if (!page.open(QIODevice::ReadOnly))
            continue;
        const auto entries = QJsonDocument::fromJson(page.readAll()).object();
        for (auto it = entries.begin(); it != entries.end(); ++it) {
            const auto object = it.value().toObject();
            m_entries.insert(
                it.key(), Entry{object.value("origin"_L1).toString(),
                              {{u"zh_CN"_s, textOf(object, u"zh_CN"_s)}, {u"en"_s, textOf(object, u"en"_s)}}});
        }
    }
}

QStringList FailureManual::codes() const
{
    auto list = m_entries.keys();
    list.sort();
    return list;
}

QString FailureManual::origin(const QString& code) const
{
    return m_entries.value(code).origin;
}

FailureText FailureManual::text(const Error& error, const QString& language) const
{
    const auto entry = m_entries.constFind(error.code);
    if (entry == m_entries.constEnd()) {
        if (language == "en"_L1)
            return {u"Something went wrong (%1)"_s.arg(error.code), {}, u"Call support and name this code."_s};
        return {u"出现问题（%1）"_s.arg(error.code), {}, u"请联系运维，并告知此代码。"_s};
    }
    auto text = entry->texts.value(language, entry->texts.value(u"zh_CN"_s));
    return {filled(text.what, error), filled(text.cause, error), filled(text.remedy, error)};
}

} // namespace kuaiban
