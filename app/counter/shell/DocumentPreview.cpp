#include "DocumentPreview.h"

#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/Panel.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPdfView>
#include <QScrollBar>
#include <QTabBar>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

DocumentPreview::DocumentPreview(const Look& look, QWidget* window)
    : Overlay(look, window)
    , m_document(nullptr)
    , m_names(new QTabBar(this))
    , m_view(new QPdfView(this))
{
    m_names->setExpanding(false);
    m_names->setDrawBase(false);
    m_names->setFont(look.font(TextRole::Body));
    m_names->setAccessibleName(tr("Papers of the case"));
    m_view->setDocument(&m_document);
    m_view->setPageMode(QPdfView::PageMode::MultiPage);
    m_view->setZoomMode(QPdfView::ZoomMode::FitToWidth);
    m_view->setMinimumSize(620, 500);
    // The view fills the room around the pages with the dark of the palette: here that is the ground of the window.
    QPalette around = m_view->palette();
    around.setColor(QPalette::Dark, look.colours().page);
    m_view->setPalette(around);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setAccessibleName(tr("Preview of the paper"));
    auto* print = new ActionButton(look, ButtonRole::Primary, tr("Print"));
    print->setKeyText(u"Enter"_s);
    connect(print, &QPushButton::clicked, this, [this] { Q_EMIT printRequested(currentIndex()); });
    connect(m_names, &QTabBar::currentChanged, this, &DocumentPreview::showSheet);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_names, 1);
    foot->addWidget(print);
    sheet()->body()->addWidget(m_view, 1);
    sheet()->body()->addLayout(foot);
}

void DocumentPreview::show(const QVector<PreviewSheet>& sheets, const QString& title)
{
    m_sheets = sheets;
    sheet()->setTitle(title);
    {
        const QSignalBlocker filling(m_names);
        while (m_names->count() > 0)
            m_names->removeTab(0);
        for (const auto& paper : sheets)
            m_names->addTab(paper.name);
        m_names->setCurrentIndex(0);
    }
    showSheet(0);
    open();
    m_names->setFocus();
}

void DocumentPreview::showSheet(int index)
{
    m_buffer.close();
    m_buffer.setData(m_sheets.value(index).pdf);
    m_buffer.open(QIODevice::ReadOnly);
    m_document.load(&m_buffer);
    m_view->verticalScrollBar()->setValue(0);
}

int DocumentPreview::currentIndex() const
{
    return m_names->currentIndex();
}

void DocumentPreview::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT printRequested(currentIndex());
        break;
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        if (!m_view->hasFocus())
            QCoreApplication::sendEvent(m_view, event);
        break;
    default:
        Overlay::keyPressEvent(event);
    }
}

} // namespace kuaiban::counter
