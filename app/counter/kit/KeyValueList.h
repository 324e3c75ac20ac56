#pragma once

#include "app/counter/look/Look.h"

#include <QWidget>

class QGridLayout;

namespace kuaiban::counter {

struct KeyValue
{
    QString key;
    QString value;
    Tone tone = Tone::Normal;
};

// Names and values in two columns; long values wrap and can be selected with the mouse.
class KeyValueList final : public QWidget
{
    Q_OBJECT

public:
    explicit KeyValueList(const Look& look, QWidget* parent = nullptr);

    void setRows(const QVector<KeyValue>& rows);
    int rowCount() const { return m_count; }

private:
    Look m_look;
    QGridLayout* m_grid;
    int m_count = 0;
};

} // namespace kuaiban::counter
