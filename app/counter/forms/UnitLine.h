#pragma once

#include "app/counter/look/Look.h"

#include <QLineEdit>

namespace kuaiban::counter {

// A line with its unit at the right end: "1,638.00 元".
class UnitLine final : public QLineEdit
{
    Q_OBJECT

public:
    UnitLine(const Look& look, const QString& unit, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Look m_look;
    QString m_unit;
};

} // namespace kuaiban::counter
