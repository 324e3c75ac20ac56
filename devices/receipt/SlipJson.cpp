#include "SlipJson.h"

#include "modules/base/ObjectReader.h"
#include "ReceiptErrors.h"

namespace kuaiban::devices {

namespace {

Result<SlipLine> lineFromJson(const QJsonObject& object, const QString& path)
{
    ObjectReader reader(object, path);
    SlipLine line = SlipRule{};
    if (object.contains("text"_L1)) {
        const auto align = reader.textOr(u"align"_s, u"left"_s);
        if (align != "left"_L1 && align != "center"_L1 && align != "right"_L1)
            reader.reject(u"align"_s, u"left, center or right"_s);
        const auto alignment = align == "center"_L1  ? SlipText::Align::Center
                               : align == "right"_L1 ? SlipText::Align::Right
                                                     : SlipText::Align::Left;
        line = SlipText{
            reader.textOr(u"text"_s), alignment, reader.flagOr(u"double"_s, false), reader.flagOr(u"bold"_s, false)};
    } else if (object.contains("qr"_L1)) {
        line = SlipQr{reader.text(u"qr"_s).toUtf8(), static_cast<int>(reader.integerOr(u"dots"_s, 4))};
    } else if (object.contains("feed"_L1)) {
        line = SlipFeed{static_cast<int>(std::clamp<qint64>(reader.integer(u"feed"_s), 0, 255))};
    } else if (object.contains("cut"_L1)) {
        line = SlipCut{};
    } else if (!object.contains("rule"_L1)) {
        reader.reject(u"text"_s, u"one of text, qr, rule, feed, cut"_s);
    }
    KB_CHECK(reader.finish());
    return line;
}

} // namespace

Result<Slip> slipFromJson(const QJsonObject& object)
{
    ObjectReader reader(object);
    const auto lines = reader.array(u"lines"_s);
    if (const auto done = reader.finish(); !done)
        return fail(receiptSlip(done.error().detail));
    Slip slip;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        auto line = lineFromJson(lines.at(i).toObject(), "lines.%1"_L1.arg(QString::number(i)));
        if (!line)
            return fail(receiptSlip(line.error().detail));
        slip.lines.push_back(*std::move(line));
    }
    return slip;
}

Slip testSlip()
{
    Slip slip;
    slip.lines = {
        SlipText{u"快办 小票打印测试"_s, SlipText::Align::Center, true, true},
        SlipRule{},
        SlipText{u"左对齐 0123456789"_s},
        SlipText{u"居中"_s, SlipText::Align::Center},
        SlipText{u"右对齐"_s, SlipText::Align::Right},
        SlipText{u"加粗：丹东市人力资源和社会保障局"_s, SlipText::Align::Left, false, true},
        SlipQr{"https://example.invalid/p?n=TEST"},
        SlipFeed{3},
        SlipCut{},
    };
    return slip;
}

} // namespace kuaiban::devices
