#pragma once

#include "app/counter/session/Session.h"

#include <QStringList>

namespace kuaiban::counter {

// Looks for a paper in earlier cases of the same person, so that he need not bring it again: first in the cases this
// counter holds, then at the hub. The newest case that has pages of it wins.
class EarlierPapers final : public QObject
{
    Q_OBJECT

public:
    explicit EarlierPapers(Session& session, QObject* parent = nullptr)
        : QObject(parent)
        , m_session(session)
    {}

    struct Wanted
    {
        QString draft;
        QString idNo;
        QString material; // id in the item
        QString name;     // Chinese: another item may have the same paper under another id
    };
    void find(const Wanted& wanted);

Q_SIGNALS:
    // `pages` are here and can be shown; none: nothing was found. `number` is that of the case they come from.
    void found(const QString& draft, const QString& material, const QList<kuaiban::casework::Page>& pages,
        const QString& number);

private:
    void tryCases(const Wanted& wanted, const QStringList& streams, bool atHub);
    void askHub(const Wanted& wanted);
    void fetch(const Wanted& wanted, const QList<casework::Page>& pages, qsizetype next, const QString& number);

    Session& m_session;
};

} // namespace kuaiban::counter
