#pragma once

#include "app/counter/casefile/CodeWords.h"
#include "app/counter/shell/Page.h"

namespace kuaiban::counter {

class EmptyState;
class KeyValueList;
class MessageBar;
class PageHeader;
class Panel;

// 单位: what the register knows of an employer.
class UnitPage final : public Page
{
    Q_OBJECT

public:
    explicit UnitPage(PageContext& context, QWidget* parent = nullptr);

    void show(const QString& subject) override; // credit code

private:
    void load();
    void present(const registry::Unit& unit);

    CodeWords* m_words;
    QString m_code;
    PageHeader* m_header;
    MessageBar* m_message;
    EmptyState* m_empty;
    Panel* m_panel;
    KeyValueList* m_rows;
};

} // namespace kuaiban::counter
