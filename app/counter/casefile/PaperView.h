#pragma once

#include "app/counter/shell/Page.h"

#include <QImage>

class QLabel;
class QScrollArea;

namespace kuaiban::counter {

class EmptyState;
class Panel;
class TextLabel;

// The papers of a case beside it: one page at a time, turned and zoomed by key, next paper by key.
class PaperView final : public QWidget
{
    Q_OBJECT

public:
    explicit PaperView(const PageContext& context, QWidget* parent = nullptr);

    void setCase(const casework::Case& state);
    void clear();

public Q_SLOTS:
    void nextPage();
    void previousPage();
    void turn();
    void zoom(double factor);

Q_SIGNALS:
    void failed(const kuaiban::Error& error);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Leaf
    {
        QString title;
        QString digest;
    };
    void open(int index);
    void draw();

    const PageContext& m_context;
    QList<Leaf> m_leaves;
    int m_index = 0;
    int m_turn = 0;
    double m_zoom = 1.0;
    QImage m_image;
    Panel* m_panel;
    TextLabel* m_place;
    QScrollArea* m_scroll;
    QLabel* m_picture;
    EmptyState* m_empty;
};

} // namespace kuaiban::counter
