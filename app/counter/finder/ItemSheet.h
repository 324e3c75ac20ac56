#pragma once

#include "app/counter/shell/Page.h"

#include <QVBoxLayout>

namespace kuaiban::counter {

// What is to be known of an item before it is chosen: conditions, time limit, papers, legal basis, matters that are
// looked for first.
class ItemSheet final : public QWidget
{
    Q_OBJECT

public:
    explicit ItemSheet(const PageContext& context, QWidget* parent = nullptr);

    // `items` to name the linked ones.
    void setItem(const ItemPtr& item, const QList<ItemPtr>& items);

private:
    void heading(const QString& text);
    void line(const QString& text, Tone tone = Tone::Normal);

    const PageContext& m_context;
    QVBoxLayout* m_column;
    QWidget* m_content = nullptr;
    QVBoxLayout* m_lines = nullptr; // of the content
};

// "required", "one of two", "may follow within 15 days" … for a paper, before any form is filled in.
QString paperTerms(const catalogue::Item& item, const catalogue::Material& material);

} // namespace kuaiban::counter
