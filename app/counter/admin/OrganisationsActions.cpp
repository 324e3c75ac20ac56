#include "app/counter/forms/CodeShelf.h"
#include "app/counter/kit/EmptyState.h"
#include "app/counter/kit/EntryTree.h"
#include "app/counter/kit/MaterialList.h"
#include "app/counter/kit/MessageBar.h"
#include "app/counter/kit/PageHeader.h"
#include "app/counter/kit/SearchBox.h"
#include "app/counter/outcomes/ReadingStack.h"
#include "ImportPane.h"
#include "OrganisationEntries.h"
#include "OrganisationPane.h"
#include "OrganisationSource.h"
#include "OrganisationsPage.h"
#include "SheetFiles.h"

// What is done to organisations and their windows.
namespace kuaiban::counter {

using namespace Qt::StringLiterals;
using identity::ListedOrganisation;

void OrganisationsPage::say(const QString& text, Tone tone)
{
    m_lacks = false; // from now on the message tells this
    m_message->say({tone, text, {}, {}, {}});
}

void OrganisationsPage::opened()
{
    refresh();
    m_tree->setFocus();
}

const ListedOrganisation* OrganisationsPage::current() const
{
    const auto& all = m_managed.organisations;
    const auto found = std::find_if(
        all.begin(), all.end(), [this](const ListedOrganisation& listed) { return listed.organisation.id == m_open; });
    return found == all.end() ? nullptr : &*found;
}

void OrganisationsPage::refresh()
{
    const int asked = ++m_asked;
    session().organisations().then(this, [this, asked](const Result<ManagedOrganisations>& managed) {
        if (asked != m_asked)
            return;
        m_empty->setWaiting(false);
        if (!managed) {
            m_lacks = true;
            m_message->say(messageOf(managed.error()));
            return;
        }
        if (std::exchange(m_lacks, false))
            m_message->clear();
        m_managed = *managed;
        m_windowsOf.clear(); // they may be others, too
        m_source->setOrganisations(m_managed);
        fill();
    });
}

void OrganisationsPage::fill()
{
    const auto& all = m_managed.organisations;
    const auto open = std::count_if(
        all.begin(), all.end(), [](const ListedOrganisation& listed) { return !listed.organisation.closed; });
    m_header->setNote(tr("%n organisation(s)", nullptr, static_cast<int>(open)));
    {
        const QSignalBlocker quiet(m_tree); // what is shown anew was not chosen
        const QString wanted = m_search->text().trimmed();
        m_tree->setEntries(
            organisationEntries(m_managed, wanted, [this](const QString& area) { return areaName(area); }),
            !wanted.isEmpty());
        if (!m_tree->setCurrentId(m_open)) {
            m_tree->setCurrentIndex(m_tree->model()->index(0, 0));
            m_open = m_tree->currentId();
        }
    }
    if (m_right->isReading()) {
        const auto kept = m_message->message();
        showCurrent();
        if (!kept.what.isEmpty())
            m_message->say(kept);
    }
}

// Enter in the search box: the first that was found.
void OrganisationsPage::chooseFound()
{
    const QString wanted = m_search->text().trimmed();
    for (const auto& listed : std::as_const(m_managed.organisations)) {
        if (listed.organisation.name.contains(wanted, Qt::CaseInsensitive) &&
            m_tree->setCurrentId(listed.organisation.id))
            break;
    }
    m_tree->setFocus();
}

void OrganisationsPage::beginChange()
{
    const auto* listed = current();
    if (!listed)
        return;
    m_formOf = *listed;
    m_edit->show(listed->organisation);
    showPane(m_edit);
    m_edit->begin();
}

// Under what is chosen: an organisation, or an area. One that was begun and left waits as it was.
void OrganisationsPage::begin()
{
    if (m_new->isBegun()) {
        showPane(m_new);
        m_new->begin();
        return;
    }
    identity::Organisation fresh;
    fresh.id = session().ids().next();
    fresh.area = areaOfNode(m_open);
    if (const auto* above = current()) {
        fresh.area = above->organisation.area;
        if (!above->organisation.closed) {
            fresh.parent = above->organisation.id;
            fresh.kind = above->organisation.kind;
        }
    }
    m_new->show(fresh);
    showPane(m_new);
    m_new->begin();
}

void OrganisationsPage::send(
    const QString& type, const QString& id, qint64 version, const QJsonObject& body, const QString& said)
{
    if (m_busy)
        return;
    m_busy = true;
    enableActions();
    session().changeOrganisation(id, version, type, body).then(this, [this, id, said](const Result<void>& done) {
        m_busy = false;
        if (done) {
            m_open = id;
            m_new->show({});
            showCurrent();
            say(said);
        } else {
            auto* pane = qobject_cast<OrganisationPane*>(m_right->currentWidget());
            if (!pane || !pane->complainOf(done.error()))
                m_message->say(messageOf(done.error()));
        }
        enableActions();
        refresh(); // also after a refusal: somebody else may have changed it
    });
}

void OrganisationsPage::change(const QString& type, const QString& said)
{
    if (const auto* listed = current())
        send(type, listed->organisation.id, listed->version, {}, said);
}

void OrganisationsPage::listWindows()
{
    session()
        .windowsOf(current()->organisation.id)
        .then(this, [this, id = m_open](const Result<QList<ManagedWindow>>& windows) {
            if (id != m_open)
                return;
            m_windowsOf = id;
            m_windows = windows.value_or(QList<ManagedWindow>());
            showWindows();
            if (!windows)
                m_windowList->setRows({{{}, messageOf(windows.error()).what, messageOf(windows.error()).remedy, {},
                    MaterialState::Attention}});
        });
}

void OrganisationsPage::makeCode()
{
    const auto* listed = current();
    if (!listed || m_busy)
        return;
    m_busy = true;
    enableActions();
    session()
        .enrolCode(listed->organisation.id)
        .then(this, [this, name = listed->organisation.name](const Result<QString>& code) {
            m_busy = false;
            enableActions();
            if (code)
                say(tr("Code for one machine of %1, good for an hour: %2").arg(name, *code));
            else
                m_message->say(messageOf(code.error()));
        });
}

void OrganisationsPage::revoke()
{
    const QString id = m_windowList->currentId();
    if (id.isEmpty() || !m_windowList->hasFocus() || m_busy) // the one the keyboard is on, never one nobody looked at
        return;
    m_busy = true;
    enableActions();
    session().revokeWindow(id).then(this, [this](const Result<void>& done) {
        m_busy = false;
        if (done)
            say(tr("The machine is revoked: nobody can sign in there any more; what it has not sent stays on it."));
        else
            m_message->say(messageOf(done.error()));
        enableActions();
        refresh();
    });
}

void OrganisationsPage::chooseSheet()
{
    m_files->choose(tr("Organisations from a sheet"), [this](const QByteArray& bytes, const QString& name) {
        showPane(m_import);
        m_import->load(bytes, name);
    });
}

} // namespace kuaiban::counter
