#pragma once

#include <QJsonObject>
#include <QStringList>

namespace kuaiban::test {

// A card that can be laid on the simulated reader. All persons are invented.
struct Card
{
    QString key; // in scripts
    QString name;
    QString idNo;
    QString address; // the one a form is filled with

    QJsonObject party() const; // of a case, as if it had been read
};

// The holder's social security card of that specification, as scripts tell it, with something changed. Cards of 3.0
// know the key of readersKey().
QJsonObject securityCard(const Card& holder, const QString& spec, const QJsonObject& changed = {});
QByteArray readersKey(); // 32 hexadecimal digits

// Sound cards: an endless one with an added address, and three with an end that lies far ahead.
Card wang();
Card zhang();
Card li();
Card guan();
// The same person as wang(), on a card that ran out.
Card expiredCard();
// Cards that cannot be right: the reader refuses the first two, the third carries an ethnicity no table knows.
Card wrongCheckDigit();
Card wrongBirth();
Card unknownEthnicity();

// The script of a reader on which these cards are laid one after another, one for each F2, and lifted at once.
QJsonObject cardScript(const QStringList& keys);

} // namespace kuaiban::test
