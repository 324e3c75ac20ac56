#pragma once

#include "app/counter/kit/Overlay.h"

#include <QBuffer>
#include <QPdfDocument>

class QPdfView;

namespace kuaiban::counter {

// A paper as it will be printed, over the page. Esc closes it, Enter prints.
class DocumentPreview final : public Overlay
{
    Q_OBJECT

public:
    DocumentPreview(const Look& look, QWidget* window);

    void show(const QByteArray& pdf, const QString& title);
    const QByteArray& pdf() const { return m_pdf; }

Q_SIGNALS:
    void printRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QByteArray m_pdf;
    QBuffer m_buffer;
    QPdfDocument m_document;
    QPdfView* m_view;
};

} // namespace kuaiban::counter
