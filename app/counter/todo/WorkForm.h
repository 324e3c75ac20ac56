#pragma once

#include "app/counter/shell/Page.h"

namespace kuaiban::counter {

class FormPane;

// The sections of the form that are filled in at one step of the flow, as when a card is made.
class WorkForm final : public QWidget
{
    Q_OBJECT

public:
    explicit WorkForm(const PageContext& context, QWidget* parent = nullptr);

    // With what was begun for this case and step earlier and not sent.
    void setCase(const casework::Case& state, const casework::PreparedItem& item, const QString& step);
    bool isFor(const casework::Case& state, const QString& step) const;
    bool hasFields() const { return !m_fields.isEmpty(); }
    // Shows every problem; the first one gets the keyboard. True if nothing blocks.
    bool check();
    QJsonObject values() const; // id of the field → value, of this step only
    void focusFirst();

    QSize sizeHint() const override;

private:
    void keep();

    const PageContext& m_context;
    QString m_task; // that the form stands for, with its case
    QStringList m_fields;
    FormPane* m_form;
    bool m_edited = false;
    QHash<QString, QJsonObject> m_begun; // by task: values that were typed and not sent
};

} // namespace kuaiban::counter
