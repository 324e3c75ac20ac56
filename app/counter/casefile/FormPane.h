#pragma once

#include "app/counter/forms/FormView.h"
#include "app/counter/shell/Page.h"

namespace kuaiban::counter {

// The form of an item as the pages of a signed-in user show it.
class FormPane final : public FormView
{
    Q_OBJECT

public:
    explicit FormPane(const PageContext& context, QWidget* parent = nullptr);

    // As it is judged today; everything else the form reads comes with setContext().
    void setForm(const ItemPtr& item, const QJsonObject& values, const QJsonObject& origins);

private:
    const PageContext& m_context;
};

} // namespace kuaiban::counter
