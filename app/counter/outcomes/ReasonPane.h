#pragma once

#include "OutcomePane.h"

class QLineEdit;

namespace kuaiban::counter {

class ColleagueField;
class Field;

// Something that happens to a case and asks only why, and perhaps to whom it goes: handing over, asking for its
// voiding.
class ReasonPane final : public OutcomePane
{
    Q_OBJECT

public:
    struct Texts
    {
        QString title;
        QString advice;
        QString doIt;
        QStringList phrases = {};
    };
    enum class Asks { Reason, ReasonAndColleague };

    ReasonPane(const PageContext& context, const Texts& texts, Asks asks, QWidget* parent = nullptr);

    void clear(); // another case
    // Who may take it: asked anew each time.
    void offerColleagues(const QString& right, const QSet<QString>& without);
    void begin() override;

Q_SIGNALS:
    void confirmed(const QString& reason, const QString& account, const QString& name);
    void failed(const kuaiban::Error& error);

protected:
    void finish() override;

private:
    ColleagueField* m_colleague = nullptr;
    QLineEdit* m_reason;
    Field* m_field;
};

} // namespace kuaiban::counter
