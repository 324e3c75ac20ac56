#pragma once

#include "app/counter/kit/Overlay.h"

#include <QBuffer>
#include <QPdfDocument>

class QPdfView;
class QTabBar;

namespace kuaiban::counter {

// A paper as it will be printed, with the name it bears.
struct PreviewSheet
{
    QString name;
    QByteArray pdf;
};

// The papers of a case over the page, one at a time: left and right change between them, up, down and the page keys
// scroll, Enter prints the one that is shown, Esc closes.
class DocumentPreview final : public Overlay
{
    Q_OBJECT

public:
    DocumentPreview(const Look& look, QWidget* window);

    void show(const QVector<PreviewSheet>& sheets, const QString& title); // at least one

Q_SIGNALS:
    void printRequested(int index); // of the sheets that were given

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void showSheet(int index);
    int currentIndex() const;

    QVector<PreviewSheet> m_sheets;
    QBuffer m_buffer;
    QPdfDocument m_document;
    QTabBar* m_names;
    QPdfView* m_view;
};

} // namespace kuaiban::counter
