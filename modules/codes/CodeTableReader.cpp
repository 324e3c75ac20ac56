#include "CodeTableReader.h"

#include "CodesErrors.h"
#include "Identifiers.h"
#include "modules/base/ObjectReader.h"

#include <QSet>

namespace kuaiban::codes {

using namespace Qt::StringLiterals;

namespace {

CodeEntry readEntry(ObjectReader& reader)
{
    CodeEntry entry;
    entry.code = reader.text(u"code"_s);
    entry.text = reader.text(u"text"_s);
    entry.shortText = reader.textOr(u"short"_s);
    entry.note = reader.textOr(u"note"_s);
    entry.group = reader.textOr(u"group"_s);
    entry.check = reader.textOr(u"check"_s);
    entry.aliases = reader.textsOr(u"aliases"_s);
    entry.retired = reader.flagOr(u"retired"_s, false);
    if (entry.code.trimmed() != entry.code)
        reader.reject(u"code"_s, u"no space around a code"_s);
    if (!entry.check.isEmpty() && !identifierChecks().contains(entry.check))
        reader.reject(u"check"_s, "one of %1"_L1.arg(identifierChecks().join(", "_L1)));
    return entry;
}

// The general reader knows nothing of files; its error is told again in the words of this room.
Done finish(const ObjectReader& reader, const QString& file)
{
    const auto done = reader.finish();
    if (done)
        return {};
    const auto& fields = done.error().fields;
    return fail(tableBroken(file, fields.value("path"_L1).toString(), fields.value("expected"_L1).toString()));
}

} // namespace

Result<CodeTable> parseCodeTable(const QJsonObject& object, const QString& file)
{
    ObjectReader reader(object);
    reader.oneOf(u"kind"_s, {CodeTableKind});
    const auto id = reader.text(u"id"_s);
    const auto name = reader.text(u"name"_s);
    const auto standard = reader.text(u"standard"_s);
    const auto revision = reader.integer(u"revision"_s);
    const auto lines = reader.array(u"entries"_s);
    if (revision < 1 || revision > std::numeric_limits<int>::max())
        reader.reject(u"revision"_s, u"a number from 1"_s);
    if (lines.isEmpty())
        reader.reject(u"entries"_s, u"at least one entry"_s);
    KB_CHECK(finish(reader, file));

    QList<CodeEntry> entries;
    QSet<QString> codes;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const auto place = "entries[%1]"_L1.arg(QString::number(i));
        if (!lines.at(i).isObject())
            return fail(tableBroken(file, place, u"an object"_s));
        ObjectReader line(lines.at(i).toObject(), place);
        const auto entry = readEntry(line);
        if (codes.contains(entry.code))
            line.reject(u"code"_s, u"a code that no earlier entry has"_s);
        KB_CHECK(finish(line, file));
        codes.insert(entry.code);
        entries.append(entry);
    }
    return CodeTable(id, name, standard, static_cast<int>(revision), entries);
}

} // namespace kuaiban::codes
