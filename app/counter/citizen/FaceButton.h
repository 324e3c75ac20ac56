#pragma once

#include "app/counter/look/Look.h"

#include <QAbstractButton>

namespace kuaiban::counter {

// One of the five faces of an evaluation, with its word below. Grade 5 laughs, grade 1 is sad.
class FaceButton final : public QAbstractButton
{
    Q_OBJECT

public:
    FaceButton(const Look& look, int grade, const QString& word, QWidget* parent = nullptr);

    int grade() const { return m_grade; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Look m_look;
    int m_grade;
};

// The face alone, centred in `box`.
void paintFace(QPainter* painter, const Look& look, const QRectF& box, int grade);

} // namespace kuaiban::counter
