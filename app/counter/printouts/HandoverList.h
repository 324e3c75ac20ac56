#pragma once

#include "app/counter/kit/Message.h"
#include "app/counter/shell/DocumentPreview.h"
#include "app/counter/shell/Page.h"

#include <QPointer>

namespace kuaiban::counter {

// What 资料交接单 says of these cases: one line for each that holds papers which can be carried, with their number,
// copies and scanned pages. `itemName` gives the name of an item. Empty when no case holds any.
QJsonObject handoverData(const QList<casework::Case>& cases, const QString& clerk, qint64 nowMs,
    const std::function<QString(const QString& item)>& itemName);

// 资料交接单: the list that goes with the papers of a day from the window to the back office. Gathers the cases one
// after another, shows the list, and prints it when asked.
class HandoverList final : public QObject
{
    Q_OBJECT

public:
    explicit HandoverList(const PageContext& context, QObject* parent = nullptr);

    void begin(const QStringList& streams, const QHash<QString, QString>& itemNames, QWidget* window);

Q_SIGNALS:
    void told(const kuaiban::counter::Message& message);

private:
    void gather(QStringList streams);
    void press();

    const PageContext& m_context;
    QHash<QString, QString> m_itemNames;
    QList<casework::Case> m_cases;
    QPointer<QWidget> m_window;
    QPointer<DocumentPreview> m_preview; // lives in the window
    PressedPage m_page;
    PreviewSheet m_sheet;
    QSet<int> m_tickets; // of the page printer
    bool m_busy = false;
};

} // namespace kuaiban::counter
