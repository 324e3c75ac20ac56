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

    bool operator==(const KeyValue&) const = default;
};

// Names and values in two columns; long values wrap and can be selected with the mouse.
class KeyValueList final : public QWidget
{
    Q_OBJECT

public:
    explicit KeyValueList(const Look& look, QWidget* parent = nullptr);

    void setRows(const QVector<KeyValue>& rows); // the same ones again change nothing, not even what is selected
    int rowCount() const { return int(m_rows.size()); }

private:
    Look m_look;
    QGridLayout* m_grid;
    QVector<KeyValue> m_rows;
};

} // namespace kuaiban::counter
