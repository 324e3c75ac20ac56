#include "SimulatedCard.h"

#include "modules/codes/SscCryptogram.h"

#include <QStringEncoder>

namespace kuaiban::devices {

using namespace Qt::StringLiterals;

namespace {

const QByteArray SscName = QByteArray::fromHex("7378312e73682ec9e7bbe1b1a3d5cf");
const QByteArray DebitName = QByteArray::fromHex("a000000333010101");
constexpr int NameBytes = 30;
constexpr int ExtensionBytes = 20;

QByteArray status(int word)
{
    return QByteArray(1, static_cast<char>(word >> 8)) + static_cast<char>(word & 0xff);
}

const QByteArray Done9000 = status(0x9000);

QByteArray tlv(quint8 tag, const QByteArray& value)
{
    return QByteArray(1, static_cast<char>(tag)) + static_cast<char>(value.size()) + value;
}

QByteArray packed(QString digits, qsizetype bytes)
{
    return QByteArray::fromHex(digits.leftJustified(2 * bytes, u'F').toLatin1());
}

QByteArray packedDay(QDate day)
{
    return day.isValid() ? packed(day.toString(u"yyyyMMdd"_s), 4) : QByteArray(4, '\xff');
}

// Name and extension, never a character torn between them.
QPair<QByteArray, QByteArray> namePair(const QString& name)
{
    QByteArray first;
    QByteArray rest;
    for (const char32_t c : name.toUcs4()) {
        QStringEncoder encoder("GB18030");
        const QByteArray code = encoder.encode(QString::fromUcs4(&c, 1));
        auto& part = rest.isEmpty() && first.size() + code.size() <= NameBytes ? first : rest;
        part += code;
    }
    return {first.leftJustified(NameBytes, '\0'), rest.leftJustified(ExtensionBytes, '\0', true)};
}

} // namespace

struct SimulatedCard::Command
{
    quint8 ins = 0;
    quint8 p1 = 0;
    quint8 p2 = 0;
    QByteArray data;
    int wanted = 0; // Le; 0: as much as there is

    static std::optional<Command> from(const QByteArray& bytes)
    {
        if (bytes.size() < 5)
            return {};
        const auto at = [&bytes](qsizetype i) { return static_cast<quint8>(bytes.at(i)); };
        Command command{at(1), at(2), at(3), {}, 0};
        if (bytes.size() == 5) {
            command.wanted = at(4);
            return command;
        }
        command.data = bytes.mid(5, at(4));
        return command.data.size() == at(4) ? std::optional(command) : std::nullopt;
    }
};

SimulatedCard::SimulatedCard(SimulatedCardData data)
    : m_data(std::move(data))
    , m_triesLeft(m_data.tries)
{
    const auto& says = m_data.says;
    const auto [name, extension] = namePair(says.name);
    m_files.insert(0x05,
        {{0x01, says.cardId}, {0x02, says.cardClass.toLatin1()}, {0x03, says.specVersion.toLatin1()},
            {0x04, says.institution}, {0x05, packedDay(says.issued)}, {0x06, packedDay(says.expires.value_or(QDate()))},
            {0x07, says.cardNo.toLatin1().leftJustified(9, '\0', true)}});
    QList<QPair<quint8, QByteArray>> person{{0x08, says.ssn.toLatin1().leftJustified(18, '\0', true)}, {0x09, name}};
    if (!says.specVersion.startsWith(u'1'))
        person.append({0x4e, extension});
    person.append({{0x0a, says.sexCode.toLatin1()}, {0x0b, packed(says.ethnicityCode, 1)},
        {0x0c, packed(says.birthPlace, 3)}, {0x0d, packedDay(says.birth)}});
    m_files.insert(0x06, person);
}

void SimulatedCard::powerUp()
{
    m_application = Application::None;
    m_file = 0;
    m_proven = false;
    m_randoms.clear();
    m_held.clear();
}

QByteArray SimulatedCard::answer(const QByteArray& bytes)
{
    const auto command = Command::from(bytes);
    if (!command)
        return status(0x6700);
    if (command->ins == 0xc0)
        return std::exchange(m_held, {}) + Done9000;
    auto reply = obey(*command);
    const auto length = reply.size() - 2;
    if (!m_data.strictLengths || length == 0)
        return reply;
    if (!command->data.isEmpty()) {
        m_held = reply.chopped(2);
        return status(0x6100 | static_cast<int>(length));
    }
    return command->wanted == length ? reply : status(0x6c00 | static_cast<int>(length));
}

QByteArray SimulatedCard::obey(const Command& command)
{
    switch (command.ins) {
    case 0xa4:
        return select(command);
    case 0xb2:
        return readRecord(command);
    case 0x84:
        return random();
    case 0x88:
        return authenticateInternally(command);
    case 0x82:
        return authenticateExternally(command);
    case 0x20:
        return verify(command.data);
    case 0x5e:
        return changePin(command.data);
    case 0xa8: // the bank application's processing options: a profile, and one file with one record
        return m_application == Application::Bank ? QByteArray::fromHex("80067c0008010100") + Done9000 : status(0x6985);
    default:
        return status(0x6d00);
    }
}

QByteArray SimulatedCard::select(const Command& command)
{
    if (command.p1 == 0x04) {
        powerUp();
        if (!m_data.other && command.data == SscName) {
            m_application = Application::SocialSecurity;
            const auto algorithm = isNewest() ? QByteArray::fromHex("9f0c03860103") : QByteArray();
            return tlv(0x6f, tlv(0x84, SscName) + tlv(0xa5, algorithm)) + Done9000;
        }
        if (!m_data.bankCardNo.isEmpty() && command.data == DebitName) {
            m_application = Application::Bank;
            return tlv(0x6f, tlv(0x84, DebitName)) + Done9000;
        }
        return status(0x6a82);
    }
    const bool file = command.data.size() == 2 && command.data.at(0) == '\xef';
    m_file = file ? static_cast<quint8>(command.data.at(1)) : 0;
    return m_application == Application::SocialSecurity && m_files.contains(m_file) ? Done9000 : status(0x6a82);
}

QByteArray SimulatedCard::readRecord(const Command& command)
{
    if (m_application == Application::Bank)
        return readBankRecord(command);
    return m_application == Application::SocialSecurity ? readSscRecord(command) : status(0x6985);
}

QByteArray SimulatedCard::readSscRecord(const Command& command)
{
    const auto file = m_files.value(m_file);
    const bool byNumber = command.p2 == 0x04;
    if (!byNumber && m_data.numbersOnly)
        return status(0x6a83);
    for (qsizetype i = 0; i < file.size(); ++i) {
        const auto& [tag, value] = file.at(i);
        if (byNumber ? i + 1 != command.p1 : tag != command.p1)
            continue;
        const bool guarded = m_file == 0x06 || tag == 0x05 || tag == 0x06;
        if (isNewest() && guarded && !m_proven)
            return status(0x6982);
        return tlv(tag, value) + Done9000;
    }
    return status(0x6a83);
}

QByteArray SimulatedCard::readBankRecord(const Command& command) const
{
    if (command.p1 != 1 || command.p2 != 0x0c)
        return status(0x6a83);
    const auto digits = m_data.bankCardNo;
    return tlv(0x70, tlv(0x5a, packed(digits, (digits.size() + 1) / 2))) + Done9000;
}

QByteArray SimulatedCard::random()
{
    // Different every time, the same in every run: nobody's money hangs on it.
    const auto drawn = QByteArray::number(++m_drawn * 0x9e3779b97f4a7c15U, 16).rightJustified(16, '0').right(16);
    m_randoms.append(QByteArray::fromHex(drawn));
    m_randoms = m_randoms.last(std::min<qsizetype>(2, m_randoms.size()));
    return m_randoms.constLast() + Done9000;
}

QByteArray SimulatedCard::cryptogram(const QByteArray& factor, const QByteArray& source) const
{
    return codes::sscCryptogram(m_data.readersKey, m_data.says.cardId, factor, source);
}

QByteArray SimulatedCard::authenticateInternally(const Command& command) const
{
    if (!isNewest() || command.data.size() != 16)
        return status(0x6a88);
    return cryptogram(command.data.first(8), command.data.last(8)).first(8) + Done9000;
}

QByteArray SimulatedCard::authenticateExternally(const Command& command)
{
    if (!isNewest() || m_randoms.size() < 2)
        return status(0x6985);
    const auto expected = cryptogram(m_randoms.at(0), m_randoms.at(1));
    m_randoms.clear();
    m_proven = command.data == expected;
    return m_proven ? Done9000 : status(0x6300);
}

QByteArray SimulatedCard::verify(const QByteArray& given)
{
    if (m_application != Application::SocialSecurity || m_data.pin.isEmpty())
        return status(0x6a88);
    if (m_triesLeft == 0)
        return status(0x6983);
    if (given == packed(m_data.pin, (m_data.pin.size() + 1) / 2)) {
        m_triesLeft = m_data.tries;
        return Done9000;
    }
    --m_triesLeft;
    return status(0x63c0 | m_triesLeft);
}

QByteArray SimulatedCard::changePin(const QByteArray& data)
{
    const auto end = data.indexOf('\xff');
    if (end <= 0)
        return status(0x6a80);
    const auto verified = verify(data.first(end));
    if (verified == Done9000)
        m_data.pin = QString::fromLatin1(data.sliced(end + 1).toHex()).remove(u'f');
    return verified;
}

} // namespace kuaiban::devices
