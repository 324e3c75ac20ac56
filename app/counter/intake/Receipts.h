#pragma once

#include "app/counter/shell/Page.h"

namespace kuaiban::counter {

// Renders the receipt of a case and sends it to the page printer; both happen off the UI thread.
class Receipts final : public QObject
{
    Q_OBJECT

public:
    explicit Receipts(const PageContext& context, QObject* parent = nullptr);

    QFuture<Result<QByteArray>> render(const casework::Case& state, const ItemPtr& item);
    void print(const QByteArray& pdf, const QString& title);

Q_SIGNALS:
    void printed(const QString& title);
    void failed(const kuaiban::Error& error);

private:
    const PageContext& m_context;
    QHash<int, QString> m_titles; // by ticket of the printer
};

} // namespace kuaiban::counter
