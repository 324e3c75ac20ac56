#pragma once

#include "devices/idcard/IdCard.h"
#include "devices/smartcard/SscCard.h"
#include "modules/casework/Case.h"

#include <QJsonObject>
#include <QStringList>

namespace kuaiban::counter {

// The roles people have in a case (casework/Parties.h), in the order in which they are shown.
const QStringList& partyRoles();

// The party as a card tells.
QJsonObject partyOf(const devices::IdCard& card);
// The party as the social security card tells; it knows no address and no end of validity of a document.
QJsonObject partyOf(const devices::SscCard& card);
// What is kept of a social security card beside a party: under "ssc", for the clerk and for whoever decides.
QJsonObject sscFacts(const devices::SscCard& card);
// What forms read of a party that was read from a card; empty for any other.
QJsonObject cardFacts(const QJsonObject& party);
QJsonArray pagesJson(const QList<casework::Page>& pages);

} // namespace kuaiban::counter
