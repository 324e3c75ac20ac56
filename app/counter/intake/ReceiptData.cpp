#include "ReceiptData.h"

#include "modules/codes/Mask.h"

#include <QJsonArray>
#include <QUrlQuery>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

QJsonObject receiptData(const casework::Case& state, const casework::PreparedItem& item, const QUrl& hub)
{
    QJsonArray materials;
    int number = 0;
    for (const auto& material : state.materials) {
        // Papers are official Chinese whatever the language of the screen.
        const QString form = material.form == "copy"_L1         ? u"复印件"_s
                             : material.form == "electronic"_L1 ? u"电子"_s
                                                                : u"原件"_s;
        materials.append(QJsonObject{{u"no"_s, QString::number(++number)}, {u"name"_s, material.name},
            {u"kind"_s, form}, {u"copies"_s, QString::number(material.copies)},
            {u"pages"_s, QString::number(material.pages.size())}, {u"state"_s, u"已收"_s}});
    }
    QString scenario = item.item.name.zh; // a pure intake has no scenarios of its own
    for (const auto& known : item.item.scenarios) {
        if (known.id == state.scenario)
            scenario = known.name.zh;
    }
    const QString title = state.values.value("title"_L1).toString();
    QUrl progress(hub.toString(QUrl::StripTrailingSlash) + "/api/v1/public/progress"_L1);
    QUrlQuery query;
    query.addQueryItem(u"n"_s, state.number);
    query.addQueryItem(u"c"_s, state.queryCode);
    progress.setQuery(query);
    QJsonObject data{{u"hall"_s, state.office}, {u"case_no"_s, state.number},
        {u"item"_s, title.isEmpty() ? item.item.name.zh : title}, {u"scenario"_s, scenario},
        {u"applicant"_s, state.applicantName()}, {u"id_no_masked"_s, codes::maskIdNumber(state.applicantIdNo())},
        {u"phone_masked"_s, codes::maskPhone(state.values.value("phone"_L1).toString())}, {u"materials"_s, materials},
        {u"clerk"_s, state.openedByName}, {u"window"_s, state.window}, {u"accepted_at"_s, rfc3339(state.openedAt)},
        {u"query_code"_s, state.queryCode}, {u"progress_url"_s, progress.toString(QUrl::FullyEncoded)}};
    if (!state.dueOn.isEmpty())
        data.insert(u"due_at"_s, state.dueOn);
    return data;
}

} // namespace kuaiban::counter
