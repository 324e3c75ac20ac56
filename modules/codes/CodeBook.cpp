#include "CodeBook.h"

#include "CodesErrors.h"
#include "CodeTableReader.h"
#include "GbTables.h"
#include "modules/base/Json.h"

#include <QDir>
#include <QFile>

namespace kuaiban::codes {

using namespace Qt::StringLiterals;

CodeBook::CodeBook()
{
    for (const auto* table : {&sexTable(), &ethnicityTable(), &nationalityTable()})
        m_tables.insert(table->id(), *table);
}

const CodeTable* CodeBook::find(const QString& id) const
{
    const auto place = m_tables.constFind(id);
    return place == m_tables.constEnd() ? nullptr : &*place;
}

QString CodeBook::text(const QString& tableId, const QString& code) const
{
    const auto* table = find(tableId);
    return table ? table->text(code) : QString();
}

Done CodeBook::add(const CodeTable& table)
{
    if (m_tables.contains(table.id()))
        return fail(tableTwice(table.id()));
    m_tables.insert(table.id(), table);
    return {};
}

bool CodeBook::update(const CodeTable& table)
{
    const auto* known = find(table.id());
    if (known && known->revision() >= table.revision())
        return false;
    m_tables.insert(table.id(), table);
    return true;
}

Result<CodeBook> readCodeBook(const QString& directory)
{
    const QDir folder(directory);
    if (!folder.isReadable())
        return fail(unreadable(directory));
    CodeBook book;
    for (const auto& name : folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return fail(unreadable(name));
        const auto object = parseObject(file.readAll());
        if (!object)
            return fail(tableBroken(name, object.error().detail, u"valid JSON"_s));
        if (object->value("kind"_L1).toString() != CodeTableKind)
            continue;
        KB_TRY(const auto table, parseCodeTable(*object, name));
        KB_CHECK(book.add(table));
    }
    return book;
}

} // namespace kuaiban::codes
