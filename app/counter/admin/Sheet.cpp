#include "Sheet.h"

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
    Q_DECLARE_TR_FUNCTIONS(Sheet)
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

} // namespace

QString SheetKind::nameOf(const QString& column) const
{
    const auto found =
        std::find_if(columns.begin(), columns.end(), [&](const Column& one) { return one.id == column; });
    return found == columns.end() ? column : found->name;
}

QStringList SheetKind::ids() const
{
    QStringList ids;
    for (const auto& column : columns)
        ids.append(column.id);
    return ids;
}

SheetKind accountSheet()
{
    return {{{u"login"_s, SheetTexts::tr("Login"), {u"登录名"_s, u"账号"_s}},
        {u"name"_s, SheetTexts::tr("Full name"), {u"姓名"_s}},
        {u"area"_s, SheetTexts::tr("Area"), {u"区划"_s, u"区划代码"_s}},
        {u"office"_s, SheetTexts::tr("Organisation"), {u"单位"_s, u"机构"_s, u"机构名称"_s, u"大厅"_s}},
        {u"posts"_s, SheetTexts::tr("Posts"), {u"岗位"_s}}}};
}

SheetKind organisationSheet()
{
    return {{{u"name"_s, SheetTexts::tr("Name"), {u"机构名称"_s, u"机构"_s, u"单位"_s, u"名称"_s}},
        {u"area"_s, SheetTexts::tr("Area"), {u"区划"_s, u"区划代码"_s}},
        {u"kind"_s, SheetTexts::tr("Kind"), {u"类别"_s, u"机构类别"_s}},
        {u"parent"_s, SheetTexts::tr("Above it"), {u"上级机构"_s, u"上级"_s}, false},
        {u"code"_s, SheetTexts::tr("Credit code"), {u"统一社会信用代码"_s, u"信用代码"_s}, false},
        {u"contact"_s, SheetTexts::tr("Contact"), {u"联系人"_s}, false},
        {u"phone"_s, SheetTexts::tr("Phone"), {u"联系电话"_s, u"电话"_s}, false}}};
}

Result<Sheet> Sheet::read(const SheetKind& kind, const QByteArray& bytes, const QString& file)
{
    const auto utf8 = asUtf8(bytes);
    const auto lines = utf8 ? linesOf(*utf8) : std::nullopt;
    if (!lines || lines->isEmpty())
        return fail(sheetUnreadable(file));
    QList<qsizetype> places; // of each column; -1: not in this sheet
    for (const auto& column : kind.columns) {
        const auto& heads = lines->constFirst();
        const auto head = std::find_if(heads.begin(), heads.end(),
            [&](const QString& text) { return text.toLower() == column.id || column.heads.contains(text); });
        if (head == heads.end() && column.isNeeded)
            return fail(sheetColumnMissing(column.name));
        places.append(head == heads.end() ? -1 : head - heads.begin());
    }
    Sheet sheet{kind};
    for (const auto& line : lines->mid(1)) {
        QStringList row;
        for (const auto place : std::as_const(places))
            row.append(line.value(place));
        sheet.rows.append(row);
    }
    return sheet;
}

QByteArray Sheet::written(const QList<QStringList>& lines)
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

Done Sheet::keep(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(sheetNotKept(QFileInfo(path).fileName()));
    return {};
}

// Read by people in the halls: Chinese whatever the language of the screen.
QByteArray Sheet::empty(const SheetKind& kind)
{
    QStringList heads;
    for (const auto& column : kind.columns)
        heads.append(column.heads.constFirst());
    return written({heads});
}

QJsonArray Sheet::toJson() const
{
    const auto ids = kind.ids();
    QJsonArray list;
    for (const auto& row : rows) {
        QJsonObject json;
        for (qsizetype i = 0; i < ids.size(); ++i)
            json.insert(ids.at(i), row.value(i));
        list.append(json);
    }
    return list;
}

} // namespace kuaiban::counter
