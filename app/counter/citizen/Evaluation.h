#pragma once

#include "modules/base/Result.h"

#include <QObject>
#include <QSet>

class QAction;

namespace kuaiban::counter {

class CitizenDesk;

// A page's part in evaluations (好差评): it asks for them, and its action `unask`, which takes the question back, is
// there as long as the citizen of this window evaluates, whichever page asked him. GUI thread.
class Evaluation final : public QObject
{
    Q_OBJECT

public:
    // Needs the desk and the action as long as it lives.
    Evaluation(CitizenDesk& desk, QAction* unask, QObject* parent = nullptr);

    void ask(const QString& stream); // of the case

Q_SIGNALS:
    void failed(const kuaiban::Error& error); // what was asked here is not recorded

private:
    void show();

    CitizenDesk& m_desk;
    QAction* m_unask;
    QString m_name;        // of the action while nobody evaluates
    QSet<QString> m_asked; // streams; it may be a while until one of them is recorded
};

} // namespace kuaiban::counter
