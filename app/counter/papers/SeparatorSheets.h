#pragma once

#include "app/counter/shell/DocumentPreview.h"
#include "app/counter/shell/Page.h"
#include "PaperPile.h"

#include <QPointer>

namespace kuaiban::counter {

// 分隔页 for a pile in the feeder: one sheet that leads to the next paper of the list, and one for each paper by its
// name. They are shown, and Enter prints the one that is seen and goes on to the next.
class SeparatorSheets final : public QObject
{
    Q_OBJECT

public:
    explicit SeparatorSheets(const PageContext& context, QObject* parent = nullptr);

    void offer(const QList<PaperLine>& papers, QWidget* window); // names in Chinese

Q_SIGNALS:
    void failed(const kuaiban::Error& error);
    void said(const QString& text, kuaiban::counter::Tone tone);

private:
    void press(QList<PaperLine> papers);
    void show();
    void print(int index);

    const PageContext& m_context;
    QByteArray m_template;
    QPointer<QWidget> m_window;
    QPointer<DocumentPreview> m_preview; // lives in the window
    QVector<PreviewSheet> m_sheets;      // that are not printed yet
    QList<PressedPage> m_pages;          // the same, for the printer
    QSet<int> m_tickets;                 // of the page printer
    bool m_busy = false;
};

} // namespace kuaiban::counter
