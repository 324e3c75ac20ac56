#pragma once

#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/CallBar.h"
#include "app/counter/kit/Callout.h"
#include "app/counter/kit/TextLabel.h"
#include "Counter.h"
#include "modules/base/Json.h"
#include "tests/devices/caller/Hall.h"

#include <QJsonArray>

namespace kuaiban::test {

using namespace Qt::StringLiterals;

// A window with a queue system, simulated or over HTTP, and what its call bar says; the tests of the bar are made of
// it.
class CallBarDesk
{
protected:
    static constexpr int Patience = 20'000; // a system that fell silent is asked a few times before it counts as away

    static QJsonObject arrive(const QString& letter) { return {{u"arrive"_s, letter}}; }

    bool furnish()
    {
        m_hall = std::make_unique<CounterHall>();
        return m_hall->open().has_value();
    }
    bool sitDown()
    {
        m_hall->hub.clock.advance(3000); // a hub lets only so many machines enrol in a minute
        m_machine = std::make_unique<CounterMachine>(*m_hall);
        m_counter = std::make_unique<Counter>(*m_machine);
        return m_machine->enrol().has_value();
    }
    void leave()
    {
        m_counter.reset();
        m_machine.reset();
    }

    QString keep(const QString& name, const QJsonObject& content)
    {
        QFile file(m_machine->path(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(canonicalBytes(content));
        return file.fileName();
    }
    void simulate(const QJsonArray& steps)
    {
        const QJsonObject queues{{u"A"_s, u"社会保险"_s}, {u"B"_s, u"就业服务"_s}};
        const QString file = keep(u"caller.json"_s, {{u"queues"_s, queues}, {u"steps"_s, steps}});
        m_machine->profile.devices.insert(u"caller"_s, u"sim:caller?script="_s + file);
    }
    void connectTo(Hall& hall, const QString& profile = u"hall-json.json"_s)
    {
        m_machine->profile.devices.insert(u"caller"_s, u"caller:%1:%2?window=3"_s.arg(profile, hall.address()));
    }
    bool begin() { return m_counter->start() && m_counter->signIn(u"chen"_s); }

    counter::CallBar* bar() const { return only<counter::CallBar>(m_counter->window.get()); }
    counter::ActionButton* button(const QString& name) const { return named<counter::ActionButton>(bar(), name); }
    // What the bar has to say, also where it leaves some of it out for want of room.
    QString queue() const
    {
        QStringList words;
        const auto labels = bar() ? bar()->findChildren<counter::TextLabel*>() : QList<counter::TextLabel*>();
        for (const auto* label : labels) {
            if (!label->text().isEmpty())
                words.append(label->text());
        }
        return words.join(u" · "_s);
    }
    bool isBusy() const
    {
        const auto* next = bar() ? bar()->findChild<counter::ActionButton*>() : nullptr;
        return next && !next->isEnabled();
    }
    counter::Message told() const // under the bar
    {
        auto* callout = only<counter::Callout>(m_counter->window.get());
        return callout ? callout->message() : counter::Message{};
    }

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterMachine> m_machine;
    std::unique_ptr<Counter> m_counter;
};

} // namespace kuaiban::test
