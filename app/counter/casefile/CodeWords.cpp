#include "CodeWords.h"

#include "modules/base/InMainThread.h"
#include "modules/base/Json.h"
#include "modules/codes/CodeTableReader.h"

#include <QtConcurrentRun>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

void collect(const QList<forms::Field>& fields, QStringList& tables)
{
    for (const auto& field : fields) {
        const QString name = field.kind == forms::FieldKind::Code   ? field.codeTable
                             : field.kind == forms::FieldKind::Area ? QString(CodeWords::areas)
                                                                    : QString();
        if (!name.isEmpty() && !tables.contains(name))
            tables.append(name);
        collect(field.columns, tables);
    }
}

} // namespace

CodeWords::CodeWords(Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
{}

QStringList CodeWords::tablesOf(const forms::FormDefinition& form)
{
    QStringList tables;
    for (const auto& section : form.sections())
        collect(section.fields, tables);
    return tables;
}

QFuture<void> CodeWords::load(const QStringList& tables)
{
    QList<QFuture<void>> waiting;
    for (const auto& id : tables) {
        if (!m_loaded.contains(id) && !m_book.find(id))
            waiting.append(id == areas ? loadAreas() : loadTable(id));
    }
    if (waiting.isEmpty())
        return QtFuture::makeReadyFuture();
    return QtFuture::whenAll(waiting.begin(), waiting.end()).then(this, [](const QList<QFuture<void>>&) {});
}

QFuture<void> CodeWords::loadTable(const QString& id)
{
    return m_session.definition(u"codes"_s, id).then(this, [this, id](const Result<QByteArray>& bytes) {
        if (!bytes)
            return; // the local store could not be read: asked again with the next case
        m_loaded.insert(id);
        const auto json = bytes->isEmpty() ? QJsonObject() : parseObject(*bytes).value_or(QJsonObject());
        if (const auto table = codes::parseCodeTable(json, id))
            m_book.update(*table);
    });
}

QFuture<void> CodeWords::loadAreas()
{
    auto parsed = m_session.definition(u"codes"_s, areas).then(this, [](const Result<QByteArray>& bytes) {
        // Twenty thousand lines: not on the thread that draws.
        return QtConcurrent::run([csv = bytes.value_or(QByteArray())] { return codes::AreaTree::parse(csv); });
    });
    return inMainThread(parsed.unwrap()).then(this, [this](const Result<codes::AreaTree>& tree) {
        if (tree) {
            m_areas = *tree;
            m_loaded.insert(areas);
        }
    });
}

QString CodeWords::text(const QString& table, const QString& code) const
{
    const QString words = m_book.text(table, code);
    return words.isEmpty() ? code : words;
}

QString CodeWords::areaName(const QString& code) const
{
    const QString name = m_areas.fullName(code);
    return name.isEmpty() ? code : name;
}

} // namespace kuaiban::counter
