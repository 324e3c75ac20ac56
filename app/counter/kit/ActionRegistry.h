#pragma once

#include "modules/base/Result.h"

#include <QHash>
#include <QKeySequence>
#include <QObject>
#include <QPointer>
#include <QVector>

class QAction;
class QWidget;

namespace kuaiban::counter {

struct ActionSpec
{
    QString id;   // "intake.submit"
    QString text; // "提交", without its key
    QKeySequence key = {};
    QString context = {}; // the page it belongs to; empty: everywhere
    QString hint = {};    // tool tip and second line of the cheat sheet
    bool enabled = true;
};

// The one place where keys are given out. Buttons, menus and the cheat sheet all read from here, so a label never lies
// about its key. Within a page a key means one thing: duplicates are refused, and so are keys that a text field needs.
// Only the actions of the open page and those for everywhere answer to their keys.
class ActionRegistry final : public QObject
{
    Q_OBJECT

public:
    explicit ActionRegistry(QWidget* window);

    // kit.action-id-taken, kit.action-key-taken, kit.action-key-types. The registry owns the action; it sits in memory
    // until its context is removed.
    Result<QAction*> add(const ActionSpec& spec);
    QAction* action(const QString& id) const; // null when there is none
    void removeContext(const QString& context);

    void nameContext(const QString& context, const QString& title); // for the cheat sheet
    QString contextTitle(const QString& context) const;
    void enter(const QString& context); // the page that is open now
    QString context() const { return m_context; }

    // While something lies over the page (cheat sheet, lock) no key but Esc's owner may act. Calls nest.
    void hold();
    void release();

    struct Entry
    {
        QString id;
        QString text;
        QString keyText; // as the platform writes it
        QString hint;
        QString context;
        bool enabled;
    };
    QVector<Entry> entries(const QString& context) const; // in the order they were added

private:
    struct Kept
    {
        ActionSpec spec;
        QAction* action;
    };

    bool answers(const Kept& kept) const;
    void attach();

    QPointer<QWidget> m_window;
    QVector<Kept> m_kept;
    QHash<QString, QString> m_titles;
    QString m_context;
    int m_held = 0;
};

} // namespace kuaiban::counter
