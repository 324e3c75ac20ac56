#pragma once

#include "app/counter/equipment/DeviceSet.h"
#include "app/counter/equipment/DocumentPress.h"
#include "app/counter/forms/CodeShelf.h"
#include "app/counter/kit/ActionRegistry.h"
#include "app/counter/kit/Message.h"
#include "app/counter/look/Look.h"
#include "app/counter/session/Session.h"

#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace kuaiban::counter {

// What every page of a signed-in user is given.
struct PageContext
{
    Look look;
    Session& session;
    ActionRegistry& actions;
    DeviceSet& devices;
    DocumentPress& press;
    const FailureManual& manual;
    QString language; // "zh_CN" or "en"
    identity::Posts posts;
    QUrl publicBase;                  // of the progress address on receipts, as the hub is configured
    std::shared_ptr<CodeShelf> codes; // shared by the forms of all pages
};

// Code tables and areas as the session's store holds them. The session must outlive it.
std::shared_ptr<CodeShelf> shelfOf(Session& session);

// One page of the workplace. Its keys live in the action registry under its id and answer only while it is open.
class Page : public QWidget
{
    Q_OBJECT

public:
    Page(PageContext& context, const QString& id, QWidget* parent = nullptr);
    ~Page() override;

    QString id() const { return m_id; }
    virtual void opened() {}                                        // came to the front
    virtual void show(const QString& subject) { Q_UNUSED(subject) } // a case, a search text: what it was opened for

Q_SIGNALS:
    void pageRequested(const QString& page, const QString& subject);
    void countChanged(int count); // the badge in the navigation

protected:
    PageContext& context() { return m_context; }
    const PageContext& context() const { return m_context; }
    const Look& look() const { return m_context.look; }
    Session& session() { return m_context.session; }
    // The page's layout from top to bottom, with the margins that all pages share.
    QVBoxLayout* makeColumn();
    QHBoxLayout* makePanes();
    // An action of this page; a mistake in its keys is a mistake of ours and stops the program at the first start.
    QAction* addPageAction(
        const QString& name, const QString& text, const QKeySequence& key, std::function<void()> run);
    Message messageOf(const Error& error) const;

private:
    PageContext& m_context;
    QString m_id;
};

} // namespace kuaiban::counter
