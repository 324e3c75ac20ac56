#include "FormPane.h"

namespace kuaiban::counter {

namespace {

FormView::Needs needsOf(const PageContext& context)
{
    return {{context.look, context.language, context.codes, [&ids = context.session.ids()] { return ids.next(); }},
        context.manual};
}

} // namespace

FormPane::FormPane(const PageContext& context, QWidget* parent)
    : FormView(needsOf(context), parent)
    , m_context(context)
{}

void FormPane::setForm(const ItemPtr& item, const QJsonObject& values, const QJsonObject& origins)
{
    FormView::setForm(item->form, values, origins, legalDate(m_context.session.clock().nowMs()));
}

} // namespace kuaiban::counter
