#pragma once

#include "app/counter/casefile/AnswerWatch.h"
#include "app/counter/outcomes/ReadingPage.h"

#include <QPointer>

namespace kuaiban::counter {

class CarrySheet;
class DropPane;
class OutgoingPane;
class TextLabel;

// 同步中心: what is on its way from this counter to the centre, case by case, with its state and the reason when it
// does not get through; tried at once, set aside, done again, given up. Below it what turned out needless in the last
// days, at the foot what is kept here.
class SyncPage final : public ReadingPage
{
    Q_OBJECT

public:
    // `casePage` shows a case to this user.
    SyncPage(PageContext& context, QString casePage, QWidget* parent = nullptr);

    void show(const QString& subject) override; // a case

protected:
    void showEvent(QShowEvent* event) override;
    void refresh() override;
    void showCurrent() override;
    void enableActions() override;

private:
    void buildActions();
    void measure();
    void receive(const QList<sync::OutgoingCase>& list);
    void showContact();
    void setParked(bool parked);
    void doAgain();
    void giveUp();
    void carry(bool out);
    void finish(const Result<void>& done, const QString& said);
    const sync::OutgoingCase* current() const;

    QString m_casePage;
    AnswerWatch m_answers;
    QList<sync::OutgoingCase> m_list;
    int m_asked = 0;
    OutgoingPane* m_reading;
    DropPane* m_drop;
    TextLabel* m_scope;
    QPointer<CarrySheet> m_out;
    QPointer<CarrySheet> m_in;
    QAction* m_try = nullptr;
    QAction* m_case = nullptr;
    QAction* m_again = nullptr;
    QAction* m_park = nullptr;
    QAction* m_letGo = nullptr;
    QAction* m_giveUp = nullptr;
    QAction* m_export = nullptr;
    QAction* m_import = nullptr;
    QAction* m_back = nullptr;
};

} // namespace kuaiban::counter
