#pragma once

#include "CaseFacts.h"
#include "KnownCodes.h"
#include "modules/store/Connection.h"

#include <QHash>
#include <QMutex>

namespace kuaiban::casework {

// Prepared items, code tables and the calendar by revision, read from the definitions of a store and kept. Definitions
// never change once published, so nothing here ever has to be forgotten. Thread-safe.
//
// An item is compiled together with the published parameters, because its form calculates with them. A case pins both:
// the revision of its item, and in CaseOpened.parameters the revision of every page of parameters that calculated when
// it was opened. New parameters therefore reach new cases at once, while a case under way keeps its amounts whatever is
// published later; whoever wants it calculated anew opens it anew.
class ItemShelf
{
public:
    explicit ItemShelf(forms::FormEnvironment environment)
        : m_environment(std::move(environment))
    {}

    // With the pages of parameters in these revisions ({key: revision}); empty for those in force. Null when there is
    // no such revision of the item or of a page. Errors: catalogue.broken for one that cannot be read.
    Result<std::shared_ptr<const PreparedItem>> item(
        store::Connection& connection, const QString& id, int revision, const QJsonObject& parameters = {});
    // The newest revision.
    Result<std::shared_ptr<const PreparedItem>> currentItem(store::Connection& connection, const QString& id);
    Result<std::shared_ptr<const codes::WorkingCalendar>> calendar(store::Connection& connection);
    Result<identity::Posts> posts(store::Connection& connection);
    // Code tables and areas in force.
    Result<std::shared_ptr<const KnownCodes>> codes(store::Connection& connection);
    Result<QJsonObject> parameters(store::Connection& connection); // {key: revision} of the pages in force

    const forms::FormEnvironment& environment() const { return m_environment; } // without the calculators

private:
    struct InForce
    {
        qint64 stamp = 0; // of the definitions; see catalogue::Definitions::stamp
        std::optional<std::shared_ptr<const codes::WorkingCalendar>> calendar;
        std::optional<identity::Posts> posts;
        std::optional<std::shared_ptr<const KnownCodes>> codes;
        std::optional<QJsonObject> parameters;
    };

    Result<std::optional<forms::FormEnvironment>> calculating(
        store::Connection& connection, const QJsonObject& parameters, const QByteArray& place);
    // One of what is in force, read anew only after some definition changed.
    template<class T, class Read>
    Result<T> inForce(store::Connection& connection, std::optional<T> InForce::*part, Read read);

    const forms::FormEnvironment m_environment;
    QMutex m_mutex;
    QHash<QByteArray, std::shared_ptr<const PreparedItem>> m_items; // "<id>/<revision>/<parameters>"
    QHash<QByteArray, forms::FormEnvironment> m_calculating;        // by revisions of the parameters
    InForce m_inForce;
};

// The item that a command is decided with: the one the case pinned, or that the command opens it with.
Result<std::shared_ptr<const PreparedItem>> itemOf(
    ItemShelf& shelf, store::Connection& connection, const Case& state, const journal::Command& command);

// Prepares one item from its bytes: item, form, flow, materials and effects, each checked. Errors: catalogue.broken
// with file and rule.
Result<std::shared_ptr<const PreparedItem>> prepareItem(
    const QByteArray& content, const QString& key, int revision, const forms::FormEnvironment& environment);

} // namespace kuaiban::casework
