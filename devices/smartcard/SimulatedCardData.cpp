#include "modules/base/ObjectReader.h"
#include "SimulatedCard.h"

namespace kuaiban::devices {

using namespace Qt::StringLiterals;

namespace {

QByteArray hexOf(ObjectReader& reader, const QString& name, qsizetype bytes, const QByteArray& otherwise)
{
    const auto text = reader.textOr(name);
    if (text.isEmpty())
        return otherwise;
    const auto value = QByteArray::fromHex(text.toLatin1());
    if (value.size() != bytes || text.size() != 2 * bytes)
        reader.reject(name, "%1 bytes in hexadecimal"_L1.arg(QString::number(bytes)));
    return value;
}

QString codeText(ObjectReader& reader, const QString& name, int digits)
{
    const qint64 code = reader.integerOr(name, 0);
    return QString::number(code).rightJustified(digits, u'0');
}

const QByteArray PlainAtr = QByteArray::fromHex("3b6d00000081544353866020000000000001").first(17);

} // namespace

Result<SimulatedCardData> simulatedCardData(const QJsonObject& object, const QString& path)
{
    ObjectReader reader(object, path);
    SimulatedCardData data;
    data.other = reader.flagOr(u"other"_s, false);
    data.mute = reader.flagOr(u"mute"_s, false);
    data.silent = reader.flagOr(u"silent"_s, false);
    data.strictLengths = reader.flagOr(u"strict_lengths"_s, false);
    data.numbersOnly = reader.flagOr(u"numbers_only"_s, false);
    data.bankCardNo = reader.textOr(u"bank_card_no"_s);
    data.pin = reader.textOr(u"pin"_s);
    data.tries = static_cast<int>(reader.integerOr(u"tries"_s, 3));
    if (data.tries < 0 || data.tries > 15)
        reader.reject(u"tries"_s, u"0 to 15"_s);
    data.readersKey = hexOf(reader, u"readers_key"_s, 16, {});
    auto& says = data.says;
    says.atr = PlainAtr;
    if (!data.other && !data.mute) {
        says.specVersion = reader.text(u"spec_version"_s);
        says.cardId = hexOf(reader, u"card_id"_s, 16, {});
        if (says.cardId.isEmpty())
            reader.reject(u"card_id"_s, u"16 bytes in hexadecimal"_s);
        says.institution = hexOf(reader, u"institution"_s, 12, QByteArray(12, '\x11'));
        says.cardClass = reader.textOr(u"card_class"_s, u"1"_s);
        says.cardNo = reader.text(u"card_no"_s);
        says.issued = reader.date(u"issued"_s);
        if (object.contains("expires"_L1))
            says.expires = reader.date(u"expires"_s);
        says.ssn = reader.text(u"ssn"_s);
        says.name = reader.text(u"name"_s);
        says.sexCode = codeText(reader, u"sex_code"_s, 1);
        says.ethnicityCode = codeText(reader, u"ethnicity_code"_s, 2);
        says.birthPlace = reader.textOr(u"birth_place"_s);
        says.birth = reader.date(u"birth"_s);
        if (says.specVersion.startsWith(u'3') && data.readersKey.isEmpty())
            reader.reject(u"readers_key"_s, u"16 bytes in hexadecimal for a card of 3.0"_s);
    }
    KB_CHECK(reader.finish());
    return data;
}

} // namespace kuaiban::devices
