#include "SimulatedTerminal.h"

#include "devices/base/DeviceErrors.h"
#include "devices/base/Pause.h"
#include "modules/base/ObjectReader.h"
#include "SmartCardErrors.h"

namespace kuaiban::devices {

namespace {

constexpr auto Port = "sim:smartcard"_L1;
constexpr std::chrono::milliseconds Patience(2000); // with a card that takes commands and says nothing

Done checkSmartCardSteps(const SmartCardScript& script, const QString& file)
{
    const QStringList verbs{u"wait"_s, u"insert"_s, u"remove"_s, u"delay"_s, u"unplug"_s, u"plug"_s, u"service"_s};
    for (const auto& value : script.steps) {
        const auto step = value.toObject();
        auto words = step.keys();
        words.removeAll(u"reader"_s);
        if (words.size() != 1 || !verbs.contains(words.constFirst()))
            return fail(deviceScriptBroken(file, "a step has one of the words %1"_L1.arg(verbs.join(u' '))));
        const auto card = step.value("insert"_L1);
        if (!card.isUndefined() && !script.cards.contains(card.toString()))
            return fail(deviceScriptBroken(file, u"a step inserts a card the script does not know"_s));
        const auto reader = step.value("reader"_L1);
        if (!reader.isUndefined() && !script.readers.contains(reader.toString()))
            return fail(deviceScriptBroken(file, u"a step names a reader the script does not know"_s));
    }
    return {};
}

} // namespace

Result<SmartCardScript> readSmartCardScript(const QJsonObject& object, const QString& file)
{
    SmartCardScript script;
    ObjectReader reader(object);
    const auto cards = reader.objectOr(u"cards"_s);
    for (auto it = cards.begin(); it != cards.end(); ++it) {
        const auto card = simulatedCardData(it.value().toObject(), "cards."_L1 + it.key());
        if (!card)
            return fail(deviceScriptBroken(file, card.error().detail));
        script.cards.insert(it.key(), *card);
    }
    script.readers = reader.textsOr(u"readers"_s);
    if (script.readers.isEmpty())
        script.readers.append(u"Kuaiban Simulator 00 00"_s);
    script.onRead = reader.textsOr(u"onRead"_s);
    script.stayMs = reader.integerOr(u"stay"_s, 2000);
    script.steps = reader.arrayOr(u"steps"_s);
    script.repeat = reader.flagOr(u"repeat"_s, false);
    if (const auto done = reader.finish(); !done)
        return fail(deviceScriptBroken(file, done.error().detail));
    for (const auto& name : std::as_const(script.onRead)) {
        if (!script.cards.contains(name))
            return fail(deviceScriptBroken(file, u"onRead names a card the script does not know"_s));
    }
    KB_CHECK(checkSmartCardSteps(script, file));
    return script;
}

// Follows its card: out, or out and in again, and it is not the same conversation any more.
class SimulatedTerminal::Channel final : public CardChannel
{
public:
    Channel(SimulatedTerminal& terminal, const QString& reader)
        : m_terminal(terminal)
        , m_reader(reader)
        , m_card(terminal.slotOf(reader).card)
        , m_changes(terminal.slotOf(reader).changes)
    {
        m_card->powerUp();
    }

    QByteArray atr() const override { return m_card->data().says.atr; }
    bool takesLengthWithData() const override { return !m_card->data().strictLengths; }

    Result<QByteArray> transmit(const QByteArray& command, const std::stop_token& stop) override
    {
        KB_CHECK(m_terminal.begin());
        if (m_terminal.m_delayMs > 0 && !pause(stop, std::chrono::milliseconds(m_terminal.m_delayMs)))
            return fail(deviceCancelled());
        m_terminal.advance();
        const auto& slot = m_terminal.slotOf(m_reader);
        if (!slot.plugged)
            return fail(deviceUnplugged(Port));
        if (!slot.card)
            return fail(smartCardRemoved());
        if (slot.changes != m_changes)
            return fail(smartCardReset());
        if (m_card->data().silent)
            return fail(pause(stop, Patience) ? smartCardSilent() : deviceCancelled());
        return m_card->answer(command);
    }

private:
    SimulatedTerminal& m_terminal;
    QString m_reader;
    std::shared_ptr<SimulatedCard> m_card;
    quint32 m_changes;
};

SimulatedTerminal::SimulatedTerminal(SmartCardScript script, const Clock& clock)
    : m_script(std::move(script))
    , m_clock(clock)
    , m_timeline(m_script.steps, m_script.repeat, clock)
{
    for (const auto& reader : std::as_const(m_script.readers))
        m_slots.emplace(reader, Slot{});
    for (auto it = m_script.cards.cbegin(); it != m_script.cards.cend(); ++it)
        m_cards.emplace(it.key(), std::make_shared<SimulatedCard>(it.value()));
}

SimulatedTerminal::~SimulatedTerminal() = default;

Done SimulatedTerminal::begin()
{
    advance();
    if (!m_service)
        return fail(smartCardService(u"stopped by the script"_s));
    return {};
}

Done SimulatedTerminal::open(const std::stop_token&)
{
    return begin();
}

void SimulatedTerminal::close() {}

void SimulatedTerminal::invite()
{
    advance();
    const bool free = std::none_of(m_slots.begin(), m_slots.end(), [](const auto& slot) { return slot.second.card; });
    if (!free || m_script.onRead.isEmpty())
        return;
    insert(m_script.onRead.at(m_nextOnRead++ % m_script.onRead.size()), m_script.readers.constFirst());
    m_liftAtMs = m_clock.monotonicMs() + m_script.stayMs;
}

Result<QList<CardSlot>> SimulatedTerminal::survey(const std::stop_token&)
{
    KB_CHECK(begin());
    QList<CardSlot> found;
    for (const auto& reader : std::as_const(m_script.readers)) {
        const auto& slot = slotOf(reader);
        if (slot.plugged)
            found.append({reader, slot.card != nullptr, slot.card && slot.card->data().mute, false, slot.changes});
    }
    return found;
}

Result<std::unique_ptr<CardChannel>> SimulatedTerminal::connectTo(const QString& reader, const std::stop_token&)
{
    KB_CHECK(begin());
    if (!m_script.readers.contains(reader))
        return fail(smartCardReaderMissing(reader));
    const auto& slot = slotOf(reader);
    if (!slot.plugged)
        return fail(deviceUnplugged(Port));
    if (!slot.card)
        return fail(smartCardNoCard());
    if (slot.card->data().mute)
        return fail(smartCardMute());
    return std::make_unique<Channel>(*this, reader);
}

SimulatedTerminal::Slot& SimulatedTerminal::slotOf(const QString& reader)
{
    return m_slots[reader];
}

void SimulatedTerminal::advance()
{
    while (const auto step = m_timeline.next())
        take(*step);
    if (m_liftAtMs && m_clock.monotonicMs() >= *m_liftAtMs)
        remove(m_script.readers.constFirst());
}

void SimulatedTerminal::insert(const QString& name, const QString& reader)
{
    auto& slot = slotOf(reader);
    if (slot.card)
        remove(reader);
    slot.card = m_cards.at(name);
    ++slot.changes;
    m_liftAtMs.reset();
}

void SimulatedTerminal::remove(const QString& reader)
{
    auto& slot = slotOf(reader);
    if (std::exchange(slot.card, nullptr))
        ++slot.changes;
    m_liftAtMs.reset();
}

void SimulatedTerminal::take(const QJsonObject& step)
{
    const auto reader = step.value("reader"_L1).toString(m_script.readers.constFirst());
    if (step.contains("insert"_L1)) {
        insert(step.value("insert"_L1).toString(), reader);
    } else if (step.contains("remove"_L1)) {
        remove(reader);
    } else if (step.contains("delay"_L1)) {
        m_delayMs = step.value("delay"_L1).toInteger();
    } else if (step.contains("unplug"_L1)) {
        remove(reader);
        slotOf(reader).plugged = false;
    } else if (step.contains("plug"_L1)) {
        slotOf(reader).plugged = true;
    } else if (step.contains("service"_L1)) {
        m_service = step.value("service"_L1).toBool();
    }
}

} // namespace kuaiban::devices
