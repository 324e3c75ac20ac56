#include "ReceiptData.h"

#include "modules/base/Money.h"
#include "modules/codes/Mask.h"

#include <QJsonArray>
#include <QUrlQuery>

// Papers are official Chinese whatever the language of the screen.
namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

const QString Remedies =
    u"如对本决定不服，可以自收到本决定书之日起六十日内依法申请行政复议，或者在六个月内依法提起行政诉讼。"_s;

QString formWord(const QString& form)
{
    return form == "copy"_L1 ? u"复印件"_s : form == "electronic"_L1 ? u"电子"_s : u"原件"_s;
}

QString stateWord(const QString& state)
{
    if (state == "deferred"_L1)
        return u"容缺后补"_s;
    if (state == "committed"_L1)
        return u"告知承诺"_s;
    if (state == "shared"_L1)
        return u"共享核验"_s;
    return state == "reused"_L1 ? u"复用已有"_s : u"已收"_s;
}

QJsonArray materialRows(const casework::Case& state)
{
    QJsonArray rows;
    int number = 0;
    for (const auto& material : state.materials) {
        rows.append(QJsonObject{{u"no"_s, QString::number(++number)}, {u"name"_s, material.name},
            {u"kind"_s, formWord(material.form)}, {u"copies"_s, QString::number(material.copies)},
            {u"pages"_s, QString::number(material.pages.size())}, {u"state"_s, stateWord(material.state)}});
    }
    return rows;
}

// What is still to be brought, and by when.
QString deferredNote(const casework::Case& state)
{
    QStringList parts;
    for (const auto& material : state.materials) {
        if (material.state == "deferred"_L1)
            parts.append(material.dueOn.isEmpty() ? material.name : u"%1（%2前）"_s.arg(material.name, material.dueOn));
    }
    return parts.isEmpty() ? QString() : u"以下材料容缺受理，请按期补交："_s + parts.join(u'、');
}

QJsonArray missingRows(const casework::Case& state)
{
    QJsonArray rows;
    for (const auto& thing : state.supplement.missing) {
        rows.append(QJsonObject{
            {u"no"_s, QString::number(rows.size() + 1)}, {u"name"_s, thing.name}, {u"reason"_s, thing.reason}});
    }
    return rows;
}

// A window is often just a number.
QString windowWords(const QString& window)
{
    const bool isNumber =
        !window.isEmpty() && std::all_of(window.begin(), window.end(), [](QChar c) { return c.isDigit(); });
    return isNumber ? window + u"号窗口"_s : window;
}

// What the notices say beyond the receipt: the supplement notice lists everything at once with the day (行政许可法
// art. 32), the decision not to accept gives reason, competent organ and remedies (行政复议法 art. 20, 行政诉讼法 art.
// 46).
void addNotice(QJsonObject& data, const casework::Case& state, const catalogue::Item& item)
{
    if (state.phase == casework::Phase::Supplement) {
        data.insert(u"legal_basis"_s, u"《中华人民共和国行政许可法》第三十二条"_s);
        data.insert(u"missing"_s, missingRows(state));
        data.insert(u"deadline"_s, state.supplement.deadline);
        data.insert(u"consequence"_s, u"逾期未补正的，视为放弃本次申请。"_s);
        data.insert(u"decided_at"_s, rfc3339(state.supplement.at));
    } else if (state.phase == casework::Phase::NotAccepted) {
        data.insert(u"legal_basis"_s, item.legalBasis.zh.isEmpty() ? u"有关规定"_s : item.legalBasis.zh);
        data.insert(u"reason"_s, state.closingReason);
        data.insert(u"remedies"_s, Remedies);
        data.insert(u"decided_at"_s, rfc3339(state.closedAt));
        if (!state.refusalOrgan.isEmpty())
            data.insert(u"competent_organ"_s, state.refusalOrgan);
    } else if (state.phase == casework::Phase::Refused) {
        data.insert(u"legal_basis"_s, item.legalBasis.zh.isEmpty() ? u"有关规定"_s : item.legalBasis.zh);
        data.insert(u"reason"_s, state.closingReason);
        data.insert(u"remedies"_s, Remedies);
        data.insert(u"decided_at"_s, rfc3339(state.closedAt));
    } else if (state.phase == casework::Phase::Completed) {
        data.insert(u"decided_at"_s, rfc3339(state.closedAt));
        if (!item.legalBasis.zh.isEmpty())
            data.insert(u"legal_basis"_s, item.legalBasis.zh);
    }
}

// Amounts stand in figures and in capitals, as on vouchers.
QString valueText(const forms::Field& field, const QJsonValue& value, const CodeWords* words)
{
    if (value.isUndefined() || value.isNull())
        return u"—"_s;
    switch (field.kind) {
    case forms::FieldKind::Money:
        return u"%1元（大写：%2）"_s.arg(formatYuan(value.toInteger()), capitalYuan(value.toInteger()));
    case forms::FieldKind::Date: {
        const QDate day = QDate::fromString(value.toString(), Qt::ISODate);
        return u"%1年%2月%3日"_s.arg(day.year()).arg(day.month()).arg(day.day());
    }
    case forms::FieldKind::Month: {
        const auto parts = value.toString().split(u'-');
        return u"%1年%2月"_s.arg(parts.value(0), QString::number(parts.value(1).toInt()));
    }
    case forms::FieldKind::Flag:
        return value.toBool() ? u"是"_s : u"否"_s;
    case forms::FieldKind::Code:
        return words ? words->text(field.codeTable, value.toString()) : value.toString();
    case forms::FieldKind::Area:
        return words ? words->areaName(value.toString()) : value.toString();
    default:
        return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
    }
}

// camelCase as the names of templates are written: newCard → new_card.
QString templateName(const QString& field)
{
    QString name;
    for (const QChar c : field)
        name += c.isUpper() ? u'_' + QString(c.toLower()) : QString(c);
    return u"form_"_s + name;
}

// One row of a table in one line.
QString rowText(const forms::Field& table, const QJsonObject& row, const CodeWords* words)
{
    QStringList parts;
    for (const auto& column : table.columns) {
        const auto value = row.value(column.id);
        if (!value.isUndefined() && !value.isNull())
            parts.append(column.label.zh + valueText(column, value, words));
    }
    return parts.join(u"，"_s);
}

// What was entered when the case was taken, as the applicant confirms it: in full, for he is asked whether it is right.
QJsonArray entryRows(const casework::Case& state, const casework::PreparedItem& item, const CodeWords* words)
{
    QJsonArray entries;
    const auto add = [&](const QString& label, const QString& text) {
        if (!text.isEmpty())
            entries.append(QJsonObject{{u"label"_s, label}, {u"value"_s, text}});
    };
    for (const auto& section : item.form.sections()) {
        if (!section.steps.isEmpty())
            continue;
        for (const auto& field : section.fields) {
            const auto value = state.values.value(field.id);
            if (value.isUndefined() || value.isNull())
                continue;
            if (field.kind != forms::FieldKind::Table) {
                add(field.label.zh, valueText(field, value, words));
                continue;
            }
            const auto rows = value.toObject().value("rows"_L1).toObject();
            const auto order = value.toObject().value("order"_L1).toArray();
            for (qsizetype i = 0; i < order.size(); ++i)
                add(u"%1（%2）"_s.arg(field.label.zh).arg(i + 1),
                    rowText(field, rows.value(order.at(i).toString()).toObject(), words));
        }
    }
    return entries;
}

// What the form says: every plain field as form_…, what was entered, and the rows that tell the result.
void addForm(QJsonObject& data, const casework::Case& state, const casework::PreparedItem& item, const CodeWords* words)
{
    for (const auto& section : item.form.sections()) {
        for (const auto& field : section.fields) {
            const auto value = state.values.value(field.id);
            const bool isPlain = field.kind != forms::FieldKind::Table && field.kind != forms::FieldKind::Multiline;
            if (isPlain && !value.isUndefined() && !value.isNull() && value != QJsonValue(false))
                data.insert(templateName(field.id), valueText(field, value, words));
        }
    }
    if (const auto entries = entryRows(state, item, words); !entries.isEmpty())
        data.insert(u"entries"_s, entries);
    QJsonArray rows;
    for (const auto& id : item.item.result) {
        const auto* field = item.form.fieldAt(id);
        const auto value = state.values.value(id);
        if (!value.isUndefined() && !value.isNull())
            rows.append(QJsonObject{{u"label"_s, field->label.zh}, {u"value"_s, valueText(*field, value, words)}});
    }
    if (!rows.isEmpty())
        data.insert(u"result"_s, rows);
}

void addCollection(QJsonObject& data, const casework::Collection& collection)
{
    if (collection.at == 0)
        return;
    data.insert(u"collector"_s, collection.collector.value("name"_L1).toString());
    data.insert(u"collected_at"_s, rfc3339(collection.at));
    data.insert(u"papers"_s, collection.papers.join(u'、'));
}

} // namespace

QJsonObject receiptData(const casework::Case& state, const casework::PreparedItem& item, const QUrl& publicBase,
    const QString& mark, const CodeWords* words)
{
    QString scenario = item.item.name.zh; // a pure intake has no scenarios of its own
    for (const auto& known : item.item.scenarios) {
        if (known.id == state.scenario)
            scenario = known.name.zh;
    }
    const QString title = state.values.value("title"_L1).toString();
    QUrl progress(publicBase.toString(QUrl::StripTrailingSlash) + "/api/v1/public/progress"_L1);
    QUrlQuery query;
    query.addQueryItem(u"n"_s, state.number);
    query.addQueryItem(u"c"_s, state.queryCode);
    progress.setQuery(query);
    QJsonObject data{{u"hall"_s, state.office}, {u"case_no"_s, state.number},
        {u"item"_s, title.isEmpty() ? item.item.name.zh : title}, {u"scenario"_s, scenario},
        {u"applicant"_s, state.applicantName()}, {u"id_no_masked"_s, codes::maskIdNumber(state.applicantIdNo())},
        {u"phone_masked"_s, codes::maskPhone(state.values.value("phone"_L1).toString())},
        {u"materials"_s, materialRows(state)}, {u"clerk"_s, state.openedByName},
        {u"window"_s, windowWords(state.window)}, {u"accepted_at"_s, rfc3339(state.openedAt)},
        {u"query_code"_s, state.queryCode}, {u"progress_url"_s, progress.toString(QUrl::FullyEncoded)}};
    const QString agent = state.parties.value("agent"_L1).toObject().value("name"_L1).toString();
    const QString note = deferredNote(state);
    for (const auto& [field, text] : {std::pair{u"due_at"_s, state.dueOn}, std::pair{u"agent"_s, agent},
             std::pair{u"ticket"_s, state.ticket}, std::pair{u"note"_s, note}, std::pair{u"print_mark"_s, mark}}) {
        if (!text.isEmpty())
            data.insert(field, text);
    }
    addNotice(data, state, item.item);
    addForm(data, state, item, words);
    addCollection(data, state.collection);
    return data;
}

} // namespace kuaiban::counter
