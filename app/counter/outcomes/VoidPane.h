#pragma once

#include "OutcomePane.h"

class QLineEdit;

namespace kuaiban::counter {

class Field;

// 作废: throws a draft away, with a reason. It can be brought back at once.
class VoidPane final : public OutcomePane
{
    Q_OBJECT

public:
    explicit VoidPane(const PageContext& context, QWidget* parent = nullptr);

    void clear();
    void begin() override;

Q_SIGNALS:
    void confirmed(const QString& reason);

protected:
    void finish() override;

private:
    QLineEdit* m_reason;
    Field* m_field;
};

} // namespace kuaiban::counter
