#pragma once

#include "app/counter/shell/Page.h"

#include <QPointer>

namespace kuaiban::counter {

class DocumentPreview;

// The receipt of the case that was taken last: rendered and sent to the page printer off the UI thread, printed again,
// looked at.
class Receipts final : public QObject
{
    Q_OBJECT

public:
    explicit Receipts(const PageContext& context, QObject* parent = nullptr);

    void take(const casework::Case& state, const ItemPtr& item); // renders and prints
    bool hasLast() const { return m_item != nullptr; }
    void printAgain();
    void preview(QWidget* window);

Q_SIGNALS:
    void printed(const QString& title);
    void failed(const kuaiban::Error& error);

private:
    QFuture<Result<QByteArray>> render();
    void print(const QByteArray& pdf);

    const PageContext& m_context;
    casework::Case m_case;
    ItemPtr m_item;
    QPointer<DocumentPreview> m_preview; // lives in the window
    QHash<int, QString> m_titles;        // by ticket of the printer
};

} // namespace kuaiban::counter
