#pragma once

#include "app/counter/outcomes/OutcomePane.h"

class QCheckBox;
class QLineEdit;

namespace kuaiban::counter {

class CodePicker;
class DateField;
class Field;
class TextArea;

// A new announcement: to which area, title, text, until when.
class PublishPane final : public OutcomePane
{
    Q_OBJECT

public:
    explicit PublishPane(const PageContext& context, QWidget* parent = nullptr);

    void clear();
    void begin() override;

Q_SIGNALS:
    // The body of PublishAnnouncement, under the same id until clear(): what got no answer is sent again, not twice.
    void confirmed(const QString& id, const QJsonObject& body);

protected:
    void finish() override;

private:
    Field* addField(const QString& label, QWidget* editor);
    bool isMissing(Field* field, const QString& value, int most);

    QString m_id;
    CodePicker* m_area;
    QLineEdit* m_title;
    TextArea* m_text;
    DateField* m_until;
    QCheckBox* m_important;
    Field* m_areaField;
    Field* m_titleField;
    Field* m_textField;
    Field* m_untilField;
};

} // namespace kuaiban::counter
