#pragma once

#include "OutcomePane.h"

class QLineEdit;

namespace kuaiban::counter {

class EntryRows;
class EntryView;
class Field;
class TextLabel;

// Gives an open case to a colleague who may take cases in this area. Who is there the hub says; without it nothing can
// be handed over.
class HandOverPane final : public OutcomePane
{
    Q_OBJECT

public:
    explicit HandOverPane(const PageContext& context, QWidget* parent = nullptr);

    void clear(); // another case
    void load();
    void begin() override;

Q_SIGNALS:
    void confirmed(const kuaiban::counter::Colleague& colleague, const QString& reason);
    void failed(const kuaiban::Error& error);

protected:
    void finish() override;

private:
    QList<Colleague> m_colleagues;
    TextLabel* m_state; // while nobody is listed
    EntryRows* m_rows;
    EntryView* m_list;
    QLineEdit* m_reason;
    Field* m_reasonField;
};

} // namespace kuaiban::counter
