#pragma once

#include "DeviceErrors.h"
#include "DeviceState.h"
#include "DeviceWorker.h"
#include "modules/base/Result.h"

#include <QObject>

#include <memory>
#include <utility>

namespace kuaiban::devices {

// What the stations of all printers share: the state last heard, the tickets, and the signals that need no type.
class PrintStationBase : public QObject
{
    Q_OBJECT

public:
    ~PrintStationBase() override;

    DeviceState state() const { return m_state; }

Q_SIGNALS:
    void stateChanged(const kuaiban::devices::DeviceState& state);
    void failed(int ticket, const kuaiban::Error& error);

protected:
    PrintStationBase(const DeviceState& state, QObject* parent);

    int nextTicket() { return ++m_lastTicket; }
    void refuse(int ticket); // there is no printer: `failed` follows, after the caller has got its ticket
    void setState(const DeviceState& state);

private:
    DeviceState m_state;
    int m_lastTicket = 0;
};

// A printer as the counter sees it: print() returns at once with a ticket; `printed` of the family's station or
// `failed` answers with the same ticket, in the thread of the station. Jobs run one after another in a thread of their
// own. `Printer` has state(stop) and print(request, stop) → Result<Job>. Made with an error or without a printer the
// station still answers, with that error or "not configured".
template<class Printer, class Request, class Job>
class PrintStation : public PrintStationBase
{
public:
    int print(const Request& request)
    {
        const int ticket = nextTicket();
        if (!m_desk) {
            refuse(ticket);
            return ticket;
        }
        m_worker.post(m_desk, [this, ticket, request] {
            const auto stop = m_worker.stopToken();
            hear([this, ticket, job = m_desk->printer->print(request, stop)] {
                if (job)
                    reportPrinted(ticket, *job);
                else
                    Q_EMIT failed(ticket, job.error());
            });
            look();
        });
        return ticket;
    }

    // Asks the printer how it is. Asked again before it answered, once is enough: a printer that is slow to say that it
    // is dead must not have a queue of questions before the next job.
    void refreshState()
    {
        if (!m_desk || std::exchange(m_asked, true))
            return;
        m_worker.post(m_desk, [this] {
            look();
            hear([this] { m_asked = false; });
        });
    }

protected:
    PrintStation(const QString& family, Result<std::unique_ptr<Printer>> printer, QObject* parent)
        : PrintStationBase(stateWithout(printer), parent)
        , m_worker(family)
    {
        if (!printer || !*printer)
            return;
        auto desk = std::make_unique<Desk>();
        desk->printer = *std::move(printer);
        m_desk = m_worker.adopt(std::move(desk));
        refreshState();
    }

    virtual void reportPrinted(int ticket, const Job& job) = 0;
    // What the light shows when the printer says how it is.
    virtual DeviceState shown(const DeviceState& heard) const { return heard; }

    // Runs ask(printer, stop) in the device thread after what was posted before, and hears its answer in the thread of
    // the station; without a printer nobody answers. order() wants no answer.
    template<class Ask, class Hear>
    void consult(Ask ask, Hear answered)
    {
        if (!m_desk)
            return;
        m_worker.post(m_desk, [this, ask, answered] {
            const auto stop = m_worker.stopToken();
            hear([answered, answer = ask(*m_desk->printer, stop)] { answered(answer); });
        });
    }
    template<class Order>
    void order(Order order)
    {
        if (m_desk)
            m_worker.post(m_desk, [this, order] { order(*m_desk->printer, m_worker.stopToken()); });
    }

private:
    struct Desk : QObject // gives the printer a place in the device thread, and its end there
    {
        std::unique_ptr<Printer> printer;
    };

    static DeviceState stateWithout(const Result<std::unique_ptr<Printer>>& printer)
    {
        if (!printer)
            return DeviceState::fault(printer.error());
        return *printer ? DeviceState() : DeviceState{DeviceHealth::NotConfigured, deviceNotConfigured()};
    }

    // In the device thread; the news is heard in the thread of the station, or never if it is gone by then.
    template<class News>
    void hear(News news)
    {
        QMetaObject::invokeMethod(this, std::move(news), Qt::QueuedConnection);
    }

    void look()
    {
        const auto stop = m_worker.stopToken();
        const auto state = m_desk->printer->state(stop);
        if (!stop.stop_requested())
            hear([this, state] { setState(shown(state)); });
    }

    Desk* m_desk = nullptr; // in the device thread, owned by it
    bool m_asked = false;   // how it is, and not yet answered
    DeviceWorker m_worker;  // the last member, so that it stops before anything it may still report to
};

} // namespace kuaiban::devices
