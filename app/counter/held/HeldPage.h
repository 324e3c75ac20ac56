#pragma once

#include "app/counter/outcomes/ReadingPage.h"
#include "modules/casework/HeldWork.h"

#include <QElapsedTimer>

namespace kuaiban::counter {

class HeldPane;
class ReasonPane;

// 待裁定: work of colleagues that the hub keeps because it could not count: their post had been changed, or the case
// had gone on. A supervisor lets it count after all, or says why not. Only with the hub.
class HeldPage final : public ReadingPage
{
    Q_OBJECT

public:
    // `casePage` shows a case to this user.
    HeldPage(PageContext& context, QString casePage, QWidget* parent = nullptr);

protected:
    void refresh() override;
    void showCurrent() override;
    void enableActions() override;

private:
    void buildActions();
    void receive(const QList<casework::HeldWork>& list);
    void rule(const casework::HeldWork& work, const QString& type, QJsonObject body, const QString& said);
    const casework::HeldWork* current() const;

    QString m_casePage;
    QElapsedTimer m_sinceAsked;
    QList<casework::HeldWork> m_list;
    casework::HeldWork m_refused; // that the reason is asked for
    int m_asked = 0;
    HeldPane* m_reading;
    ReasonPane* m_why;
    QAction* m_case = nullptr;
    QAction* m_refuse = nullptr;
    QAction* m_again = nullptr;
    QAction* m_admit = nullptr;
    QAction* m_back = nullptr;
};

} // namespace kuaiban::counter
