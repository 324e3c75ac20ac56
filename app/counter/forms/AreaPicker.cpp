#include "AreaPicker.h"

#include <QCoreApplication>

namespace kuaiban::counter {

namespace {

struct PickerTexts
{
    Q_DECLARE_TR_FUNCTIONS(AreaPicker)
};

} // namespace

CodePicker* areaPicker(const Look& look, CodeShelf& codes)
{
    auto* picker = new CodePicker(look, codes.source(CodeShelf::areas()));
    picker->setCodeShown(false); // twelve digits would leave no room for the name
    picker->setPlaceholderText(PickerTexts::tr("Name, initials or code"));
    QObject::connect(&codes, &CodeShelf::changed, picker, &CodePicker::refresh);
    return picker;
}

} // namespace kuaiban::counter
