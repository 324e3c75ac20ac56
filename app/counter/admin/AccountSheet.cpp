#include "AccountSheet.h"

#include "AdminErrors.h"

#include <csv.h>

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonObject>
#include <QSaveFile>
#include <QStringDecoder>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

const QByteArray ByteOrderMark("\xEF\xBB\xBF");

// Carries the context of the texts below.
struct SheetTexts
{
    Q_DECLARE_TR_FUNCTIONS(AccountSheet)
};

struct Reading
{
    QList<QStringList> lines;
    QStringList line;
};

void addCell(void* bytes, size_t length, void* reading)
{
    static_cast<Reading*>(reading)->line.append(
        QString::fromUtf8(static_cast<const char*>(bytes), static_cast<qsizetype>(length)).trimmed());
}

void addLine(int, void* reading)
{
    auto* all = static_cast<Reading*>(reading);
    const bool hasWords =
        std::any_of(all->line.begin(), all->line.end(), [](const QString& cell) { return !cell.isEmpty(); });
    if (hasWords)
        all->lines.append(all->line);
    all->line.clear();
}

// UTF-8 of what Excel and WPS write.
std::optional<QByteArray> asUtf8(QByteArray bytes)
{
    if (bytes.startsWith(ByteOrderMark))
        bytes.remove(0, ByteOrderMark.size());
    for (const char* name : {"UTF-8", "GB18030"}) {
        QStringDecoder decoder(name, QStringDecoder::Flag::Stateless);
        const QString text = decoder(bytes);
        if (decoder.isValid() && !decoder.hasError() && !text.contains(QChar(0)))
            return text.toUtf8();
    }
    return {};
}

std::optional<QList<QStringList>> linesOf(const QByteArray& utf8)
{
    csv_parser parser;
    if (csv_init(&parser, CSV_APPEND_NULL) != 0)
        return {};
    Reading reading;
    const auto length = static_cast<size_t>(utf8.size());
    const bool whole = csv_parse(&parser, utf8.constData(), length, addCell, addLine, &reading) == length &&
                       csv_fini(&parser, addCell, addLine, &reading) == 0;
    csv_free(&parser);
    return whole ? std::optional(reading.lines) : std::nullopt;
}

// The heads people write over a column.
const QHash<QString, QString>& heads()
{
    static const QHash<QString, QString> known{{u"登录名"_s, u"login"_s}, {u"账号"_s, u"login"_s},
        {u"姓名"_s, u"name"_s}, {u"区划"_s, u"area"_s}, {u"区划代码"_s, u"area"_s}, {u"单位"_s, u"office"_s},
        {u"机构"_s, u"office"_s}, {u"大厅"_s, u"office"_s}, {u"岗位"_s, u"posts"_s}, {u"login"_s, u"login"_s},
        {u"name"_s, u"name"_s}, {u"area"_s, u"area"_s}, {u"office"_s, u"office"_s}, {u"posts"_s, u"posts"_s}};
    return known;
}

} // namespace

const QStringList& AccountSheet::columns()
{
    static const QStringList names{u"login"_s, u"name"_s, u"area"_s, u"office"_s, u"posts"_s};
    return names;
}

QString AccountSheet::columnName(const QString& column)
{
    if (column == "login"_L1)
        return SheetTexts::tr("Login");
    if (column == "name"_L1)
        return SheetTexts::tr("Name");
    if (column == "area"_L1)
        return SheetTexts::tr("Area");
    return column == "office"_L1 ? SheetTexts::tr("Office") : SheetTexts::tr("Posts");
}

Result<AccountSheet> AccountSheet::read(const QByteArray& bytes, const QString& file)
{
    const auto utf8 = asUtf8(bytes);
    const auto lines = utf8 ? linesOf(*utf8) : std::nullopt;
    if (!lines || lines->isEmpty())
        return fail(sheetUnreadable(file));
    QHash<QString, qsizetype> places;
    for (qsizetype i = 0; i < lines->constFirst().size(); ++i) {
        const QString column = heads().value(lines->constFirst().at(i).toLower());
        if (!column.isEmpty())
            places.insert(column, i);
    }
    AccountSheet sheet;
    for (const auto& column : columns()) {
        if (!places.contains(column))
            return fail(sheetColumnMissing(columnName(column)));
    }
    for (const auto& line : lines->mid(1)) {
        QStringList row;
        for (const auto& column : columns())
            row.append(line.value(places.value(column)));
        sheet.rows.append(row);
    }
    return sheet;
}

QByteArray AccountSheet::written(const QList<QStringList>& lines)
{
    QByteArray text = ByteOrderMark;
    for (const auto& line : lines) {
        QByteArrayList cells;
        for (const auto& cell : line) {
            const QByteArray plain = cell.toUtf8();
            QByteArray quoted(2 * plain.size() + 2, Qt::Uninitialized);
            quoted.resize(static_cast<qsizetype>(csv_write(quoted.data(), static_cast<size_t>(quoted.size()),
                plain.constData(), static_cast<size_t>(plain.size()))));
            cells.append(quoted);
        }
        text += cells.join(',') + "\r\n";
    }
    return text;
}

Done AccountSheet::keep(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(sheetNotKept(QFileInfo(path).fileName()));
    return {};
}

// Read by people in the halls: Chinese whatever the language of the screen.
QByteArray AccountSheet::empty()
{
    return written({{u"登录名"_s, u"姓名"_s, u"区划"_s, u"单位"_s, u"岗位"_s}});
}

QJsonArray AccountSheet::toJson() const
{
    QJsonArray list;
    for (const auto& row : rows) {
        QJsonObject json;
        for (qsizetype i = 0; i < columns().size(); ++i)
            json.insert(columns().at(i), row.value(i));
        list.append(json);
    }
    return list;
}

} // namespace kuaiban::counter
