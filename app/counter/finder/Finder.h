#pragma once

#include "FinderList.h"
#include "FinderMemory.h"
#include "LocalFinder.h"

#include "app/counter/shell/Page.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

namespace kuaiban::counter {

class GuideSheet;
class SearchBox;

// The one search box of the top strip (Ctrl+K). While somebody types, what the counter itself knows stands there at
// once; what the hub finds follows when the typing rests. Up and Down choose, Enter opens, Ctrl+D marks a favourite,
// Esc closes. Empty it offers favourites and what was opened last. Persons and units only for those who may read them;
// everything personal is masked.
class Finder final : public QObject
{
    Q_OBJECT

public:
    Finder(const PageContext& context, SearchBox* box, QObject* parent = nullptr);

    ~Finder() override;

    void setPages(const QList<PageName>& pages) { m_sources.pages = pages; }

Q_SIGNALS:
    void pageRequested(const QString& page, const QString& subject);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    static bool isOurs(const QKeyEvent* event);
    bool takeKey(QKeyEvent* event);
    void begin(); // the box got the keyboard
    void look();
    void typed();
    void findHere();
    void askHub();
    void askPersons(int asked);
    void askUnits(int asked);
    void askCases(int asked);
    void add(int asked, FoundKind kind, const QList<Found>& found);
    void present();
    QVector<FinderRow> rows() const;
    void choose();
    void like();
    void finish();

    const PageContext& m_context;
    SearchBox* m_box;
    QPointer<FinderList> m_list; // lives in the window
    QPointer<GuideSheet> m_guide;
    FinderSources m_sources;
    FinderMemory m_memory;
    bool m_readsPersons;
    QTimer m_rest;
    int m_asked = 0; // counts what was typed: an answer to something before it is too late
    int m_waiting = 0;
    QList<Found> m_local;
    QHash<FoundKind, QList<Found>> m_remote;
    std::optional<Error> m_trouble;
};

} // namespace kuaiban::counter
