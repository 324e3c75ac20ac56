// People who apply for a social security card, and their cases of the shipped item 申领社会保障卡.
#pragma once

#include "tests/support/casework/ClaimCase.h"

#include "modules/casework/Case.h"

#include <memory>

namespace kuaiban::test {

extern const CardHolder Woman;
extern const CardHolder Child;
extern const QString NewCard;

// What the maker of a card enters, with `other` over it.
QJsonObject made(const QJsonObject& other = {});

// What the register knows of the person; their card is in this state, none when empty.
registry::PersonRecord holder(const CardHolder& person, const QString& cardState);

// A hub in memory whose dispatcher also makes cards. Today is 2026-11-20.
class CardWorld : public CaseWorld
{
public:
    CardWorld();

    std::shared_ptr<const casework::PreparedItem> item();
    QDate today() const;
    ClaimDraft draft(const CardHolder& person, const registry::PersonRecord& known, const QString& scenario,
        const QJsonObject& typed = {});
    journal::Command opening(const ClaimDraft& draft);
    journal::Command complete(const Actor& by, const QString& stream, const QJsonObject& values);
    casework::Case caseOf(const QString& stream);
    // The stream of a new case of the woman; empty when it was not opened.
    QString opened(const QString& scenario, const QString& cardState, const QString& way);
    // What the register says of the woman now.
    registry::PersonRecord registered();
    bool approved(const QString& stream);

    CaseCommands write{*this};
};

} // namespace kuaiban::test
