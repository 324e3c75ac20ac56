#pragma once

#include "app/counter/kit/Overlay.h"
#include "app/counter/shell/Page.h"

#include <QImage>

class QLabel;
class QScrollArea;

namespace kuaiban::counter {

// One page as large as the window allows, over everything. Plus and minus zoom, Esc closes.
class PageViewer final : public Overlay
{
    Q_OBJECT

public:
    PageViewer(const PageContext& context, QWidget* window);

    void show(const casework::Page& page, const QString& title);

Q_SIGNALS:
    void failed(const kuaiban::Error& error);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void draw();

    const PageContext& m_context;
    QImage m_image;
    double m_zoom = 1.0;
    QScrollArea* m_scroll;
    QLabel* m_picture;
};

} // namespace kuaiban::counter
