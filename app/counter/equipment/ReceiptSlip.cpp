#include "ReceiptSlip.h"

namespace kuaiban::counter {

namespace {

using devices::SlipText;
using documents::ReceiptText;

SlipText::Align alignOf(ReceiptText::Align align)
{
    switch (align) {
    case ReceiptText::Align::Center:
        return SlipText::Align::Center;
    case ReceiptText::Align::Right:
        return SlipText::Align::Right;
    case ReceiptText::Align::Left:
        break;
    }
    return SlipText::Align::Left;
}

struct Mapping
{
    devices::SlipLine operator()(const ReceiptText& line) const
    {
        return SlipText{line.text, alignOf(line.align), line.doubleSize, line.bold};
    }
    devices::SlipLine operator()(const documents::ReceiptQr& code) const
    {
        return devices::SlipQr{code.payload, code.moduleDots};
    }
    devices::SlipLine operator()(const documents::ReceiptRule&) const { return devices::SlipRule{}; }
    devices::SlipLine operator()(const documents::ReceiptFeed& feed) const { return devices::SlipFeed{feed.lines}; }
    devices::SlipLine operator()(const documents::ReceiptCut&) const { return devices::SlipCut{}; }
    devices::SlipLine operator()(const documents::ReceiptRaster& picture) const
    {
        return devices::SlipRaster{picture.width, picture.height, picture.bits};
    }
};

} // namespace

devices::Slip receiptSlip(const documents::Receipt& receipt)
{
    devices::Slip slip;
    slip.lines.reserve(receipt.lines.size());
    for (const auto& line : receipt.lines)
        slip.lines.push_back(std::visit(Mapping{}, line));
    return slip;
}

} // namespace kuaiban::counter
