#include "DocumentPreview.h"

#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/Panel.h"

#include <QKeyEvent>
#include <QPdfView>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

DocumentPreview::DocumentPreview(const Look& look, QWidget* window)
    : Overlay(look, window)
    , m_document(nullptr)
    , m_view(new QPdfView(this))
{
    m_view->setDocument(&m_document);
    m_view->setPageMode(QPdfView::PageMode::MultiPage);
    m_view->setZoomMode(QPdfView::ZoomMode::FitToWidth);
    m_view->setMinimumSize(620, 520);
    m_view->setAccessibleName(tr("Preview of the paper"));
    auto* print = new ActionButton(look, ButtonRole::Primary, tr("Print"));
    print->setKeyText(u"Enter"_s);
    connect(print, &QPushButton::clicked, this, &DocumentPreview::printRequested);
    sheet()->body()->addWidget(m_view, 1);
    sheet()->body()->addWidget(print, 0, Qt::AlignRight);
}

void DocumentPreview::show(const QByteArray& pdf, const QString& title)
{
    m_pdf = pdf;
    sheet()->setTitle(title);
    m_buffer.close();
    m_buffer.setData(m_pdf);
    m_buffer.open(QIODevice::ReadOnly);
    m_document.load(&m_buffer);
    open();
    m_view->setFocus();
}

void DocumentPreview::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        Q_EMIT printRequested();
    else
        Overlay::keyPressEvent(event);
}

} // namespace kuaiban::counter
