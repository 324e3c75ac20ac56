#include "CardProver.h"

namespace kuaiban::counter {

using devices::SscStation;

CardProver::CardProver(SscStation& station, Session& session, QObject* parent)
    : QObject(parent)
{
    connect(&station, &SscStation::cardRead, this, [&station](const devices::SscCard& card) {
        if (card.needsAuthentication)
            station.askForChallenge();
    });
    connect(&station, &SscStation::challenged, this, [this, &station, &session](const codes::CardChallenge& asked) {
        session.proveCard(asked).then(this, [&station](const Result<codes::CardProof>& proof) {
            if (proof)
                station.takeProof(*proof);
            else
                station.giveUpProof(proof.error());
        });
    });
}

} // namespace kuaiban::counter
