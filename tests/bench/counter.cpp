#include "app/counter/kit/ThumbnailStrip.h"
#include "app/counter/kit/WatchedApplication.h"
#include "app/counter/parties/RegisterLookup.h"
#include "modules/registry/Persons.h"
#include "tests/app/counter/intake/IntakeDesk.h"
#include "tests/support/casework/ClaimCase.h"
#include "tests/support/places/Places.h"

#include <QProcess>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;
using counter::ThumbnailStrip;

// How long a clerk waits at the window: from the card to the filled form, from the page to its picture, from the last
// key to the next citizen. Keys are pressed in the real pages against a hub on loopback; the scanner is SANE's own test
// backend. Run by tests/bench/counter.sh.
namespace {

constexpr int Pages = 5;
constexpr int PatienceMs = 20'000;

class Samples
{
public:
    explicit Samples(const char* what, double goalMs = 0) // 0: not one of the goals
        : m_what(what)
        , m_goal(goalMs)
    {}
    void add(double ms) { m_all.append(ms); }
    double median() const
    {
        auto sorted = m_all;
        std::sort(sorted.begin(), sorted.end());
        return sorted.isEmpty() ? 0 : sorted.at(sorted.size() / 2);
    }
    void print() const
    {
        std::printf("%s: median %.0f ms, worst %.0f ms of %d", m_what, median(),
            m_all.isEmpty() ? 0 : *std::max_element(m_all.begin(), m_all.end()), int(m_all.size()));
        if (m_goal > 0)
            std::printf(" (goal %.0f ms, ratio %.2f)", m_goal, median() / m_goal);
        std::printf("\n");
    }

private:
    const char* m_what;
    double m_goal;
    QList<double> m_all;
};

// Goes on as soon as it holds and is on the screen; milliseconds since the timer was started, or -1.
template<class Condition>
double reached(const QElapsedTimer& since, Condition holds)
{
    QDeadlineTimer patience(PatienceMs);
    while (!holds()) {
        if (patience.hasExpired())
            return -1;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 5);
    }
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    return double(since.nsecsElapsed()) / 1e6;
}

bool lacks(const char* what)
{
    std::fprintf(stderr, "did not come: %s\n", what);
    return false;
}

// The same page by SANE's own command, from its start to its end.
double scanimageMs()
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"SANE_CONFIG_DIR"_s, test::inSource(u"installer/demo/sane"));
    process.setProcessEnvironment(environment);
    process.setStandardOutputFile(QProcess::nullDevice());
    QElapsedTimer timer;
    timer.start();
    process.start(u"scanimage"_s,
        {u"--device-name=test:0"_s, u"--mode=Color"_s, u"--resolution=300"_s, u"-x"_s, u"210"_s, u"-y"_s, u"297"_s});
    if (!process.waitForFinished(PatienceMs) || process.exitCode() != 0)
        return -1;
    return double(timer.nsecsElapsed()) / 1e6;
}

class Bench
{
public:
    explicit Bench(int rounds)
        : m_rounds(rounds)

    {}

    bool run();
    void print() const
    {
        m_form.print();
        m_register.print();
        m_thumb.print();
        std::printf("scanimage alone: median %.0f ms; the counter adds %.0f ms, ratio %.2f (goal 400 ms more)\n",
            m_backend.median(), m_thumb.median() - m_backend.median(), m_thumb.median() / m_backend.median());
        m_submit.print();
        m_next.print();
    }

private:
    bool readCard(const Card& card, double* sinceKey);
    bool scan(int page);

    int m_rounds;
    CounterHall m_hall;
    std::unique_ptr<CounterMachine> m_machine;
    std::unique_ptr<IntakeDesk> m_desk;
    QElapsedTimer m_read;     // since the reader had the whole card
    QElapsedTimer m_key;      // since the last key that counts
    QElapsedTimer m_answered; // since the register's answer
    Samples m_form{"card read -> form filled", 150};
    Samples m_register{"card read -> the register's answer on the screen", 150};
    Samples m_thumb{"F4 -> thumbnail (A4, 300 dpi, colour)"};
    Samples m_backend{"scanimage"};
    Samples m_submit{"F9 with 5 pages -> the window is free", 300};
    Samples m_next{"F9, F2 -> the next citizen's form filled", 1000};
};

bool Bench::readCard(const Card& card, double* sinceKey)
{
    m_read.invalidate();
    m_answered.invalidate();
    press(Qt::Key_F2);
    const double filled =
        reached(m_read, [&] { return m_read.isValid() && m_desk->value(u"Address"_s) == card.address; });
    if (filled < 0)
        return lacks("the form");
    m_form.add(double(m_read.nsecsElapsed()) / 1e6);
    if (sinceKey)
        *sinceKey = double(m_key.nsecsElapsed()) / 1e6;
    const double answered = reached(m_read, [&] { return m_answered.isValid(); });
    if (answered < 0)
        return lacks("the register's answer");
    m_register.add(answered);
    return true;
}

bool Bench::scan(int page)
{
    m_backend.add(scanimageMs());
    const auto pictures = [this] {
        const auto* strip = only<ThumbnailStrip>(m_desk->page);
        int there = 0;
        for (int row = 0; strip && row < strip->model()->rowCount(); ++row)
            there +=
                strip->model()->index(row, 0).data(counter::PageThumbs::ImageRole).value<QImage>().isNull() ? 0 : 1;
        return there;
    };
    m_key.start();
    press(Qt::Key_F4);
    const double there = reached(m_key, [&] { return pictures() == page + 1; });
    if (there < 0)
        return lacks("a picture");
    m_thumb.add(there);
    return true;
}

bool Bench::run()
{
    if (!m_hall.open())
        return lacks("the hub");
    m_machine = std::make_unique<CounterMachine>(m_hall); // it asks where the hub is
    const QList<Card> cards{wang(), zhang(), li(), guan()};
    m_machine->profile.devices.insert(u"scanner"_s, u"sane:test:0?config="_s + test::inSource(u"installer/demo/sane"));
    QStringList keys;
    for (int i = 0; i <= m_rounds; ++i)
        keys.append(cards.at(i % cards.size()).key);
    m_machine->layCards(keys);
    for (const auto& card : cards) {
        const CardHolder holder{card.name, card.idNo.left(17), u"1"_s, QDate(1976, 2, 21), card.address};
        auto person = worker(holder, u"male-60"_s, 250).person;
        person.id = m_hall.hub.ids.next();
        if (!registry::Persons(m_hall.hub.core->main()).put(person))
            return lacks("the register");
    }
    if (!m_machine->enrol())
        return lacks("the machine");
    m_desk = std::make_unique<IntakeDesk>(*m_machine);
    if (!m_desk->sitDown())
        return lacks("the page");
    auto* page = m_desk->page;
    QObject::connect(
        &m_desk->seat.context().devices.idCard(), &devices::IdCardStation::cardRead, page, [this] { m_read.start(); });
    QObject::connect(page->findChild<counter::RegisterLookup*>(), &counter::RegisterLookup::answered, page,
        [this] { m_answered.start(); });
    if (!readCard(cards.constFirst(), nullptr))
        return false;
    for (int round = 0; round < m_rounds; ++round) {
        m_desk->typeRequest(u"request %1"_s.arg(round));
        press(Qt::Key_F6);
        type(u"proof"_s);
        press(Qt::Key_Return);
        for (int i = 0; i < Pages; ++i) {
            if (!scan(i))
                return false;
        }
        m_key.start();
        press(Qt::Key_F9);
        const double free = reached(m_key, [this] { return m_desk->shows(u"Who is it for?"_s); });
        if (free < 0)
            return lacks("the free window");
        m_submit.add(free);
        double next = 0;
        if (!readCard(cards.at((round + 1) % cards.size()), &next))
            return false;
        m_next.add(next);
    }
    return m_desk->seat.reachesLevel();
}

} // namespace

int main(int argc, char* argv[])
{
    counter::WatchedApplication application(argc, argv);
    Bench bench(argc > 1 ? QByteArray(argv[1]).toInt() : 8);
    if (!bench.run())
        return 1;
    bench.print();
    std::printf("longest event: %lld ms; over %lld ms: %d (goal 0)\n", application.longestMs(),
        counter::WatchedApplication::StallMs, application.stalls());
    return 0;
}
