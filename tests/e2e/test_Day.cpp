#include "app/counter/intake/IntakePage.h"
#include "app/counter/kit/ThumbnailStrip.h"
#include "app/counter/kit/WatchedApplication.h"
#include "app/counter/shell/LockSheet.h"
#include "modules/base/Json.h"
#include "modules/base/Process.h"
#include "tests/app/counter/shell/Counter.h"
#include "tests/support/casework/SampleMatter.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

namespace {

constexpr int Citizens = 100;

// Everybody has a name, a number and an address of their own, and none of them exists.
struct Citizen
{
    QString name;
    QString idNo;
    QDate birth;
    QString address;

    QString key() const { return u'c' + idNo; }
    QJsonObject card() const
    {
        return {{u"kind"_s, u"resident"_s}, {u"name"_s, name}, {u"sex_code"_s, idNo.at(16).digitValue() % 2 ? 1 : 2},
            {u"ethnicity_code"_s, 1}, {u"birth"_s, birth.toString(Qt::ISODate)}, {u"address"_s, address},
            {u"id_no"_s, idNo}, {u"authority"_s, u"丹东市公安局振安分局"_s}, {u"valid_from"_s, u"2016-05-20"_s},
            {u"valid_to"_s, u"2099-12-31"_s}};
    }
};

Citizen citizen(int number)
{
    static const QString surnames = u"赵钱孙李周吴郑王冯陈"_s;
    static const QStringList given{u"素梅"_s, u"建国"_s, u"𠮷兰"_s, u"秀英"_s, u"小满"_s, u"志强"_s, u"玉珍"_s,
        u"海·买买提"_s, u"文博"_s, u"桂香"_s};
    const QDate birth = QDate(1956, 3, 1).addDays(number * 173);
    const QString digits =
        u"210603%1%2"_s.arg(birth.toString(u"yyyyMMdd"_s)).arg(100 + number, 3, 10, QLatin1Char('0'));
    return {surnames.at(number % 10) + given.at(number / 10), citizenId(digits), birth,
        u"辽宁省丹东市振安区虚构路%1号"_s.arg(number + 1)};
}

double megabytes()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const auto& line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.simplified().split(' ').at(1).toDouble() / 1024;
    }
    return 0;
}

} // namespace

// A clerk's whole day in the real window, against a real hub: a hundred citizens one after the other, each with a card,
// a request and a scanned page, with second copies, locked screens and a break at noon between them. Told are the time
// a citizen waits for the program, typing aside, and the memory of window and hub together at the beginning and the
// end.
class TestDay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void hundredCitizens_areServed_andNothingIsLost();

private:
    bool sitDown();
    bool serve(const Citizen& citizen, int number);
    bool lockAndUnlock();
    bool waited(const char* what, const std::function<bool()>& holds); // adds to m_waited
    counter::IntakePage* page() const { return m_counter->window->findChild<counter::IntakePage*>(); }
    QStringList numbersOnTheHub();

    std::unique_ptr<CounterHall> m_hall;
    std::unique_ptr<CounterMachine> m_machine;
    std::unique_ptr<Counter> m_counter;
    qint64 m_waited = 0; // nanoseconds with this citizen
};

void TestDay::initTestCase()
{
    m_hall = std::make_unique<CounterHall>();
    QVERIFY(m_hall->open());
    m_machine = std::make_unique<CounterMachine>(*m_hall);
    QJsonObject persons;
    QJsonArray order;
    for (int i = 0; i < Citizens; ++i) {
        persons.insert(citizen(i).key(), citizen(i).card());
        order.append(citizen(i).key());
    }
    QFile script(m_machine->path(u"day.json"_s));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write(canonicalBytes({{u"onRead"_s, order}, {u"stay"_s, 0}, {u"persons"_s, persons}}));
    m_machine->profile.devices.insert(u"idcard"_s, u"sim:idcard?script="_s + script.fileName());
    QVERIFY(m_machine->enrol());
    m_counter = std::make_unique<Counter>(*m_machine);
    QVERIFY(m_counter->start());
}

bool TestDay::waited(const char* what, const std::function<bool()>& holds)
{
    QElapsedTimer timer;
    timer.start();
    const bool came = QTest::qWaitFor(holds, 15'000);
    m_waited += timer.nsecsElapsed();
    if (!came)
        qWarning("did not come: %s", what);
    return came;
}

bool TestDay::sitDown()
{
    if (!m_counter->signIn(u"chen"_s))
        return false;
    press(Qt::Key_N, Qt::ControlModifier);
    return QTest::qWaitFor([this] { return m_counter->page() == "intake"_L1; });
}

bool TestDay::serve(const Citizen& citizen, int number)
{
    const auto address = [this] {
        const auto* line = named<QLineEdit>(page(), u"Address"_s);
        return line ? line->text() : QString();
    };
    press(Qt::Key_F2);
    if (!waited("the card", [&] { return shows(page(), citizen.name) && address() == citizen.address; }))
        return false;
    type(u"缴费年限咨询%1"_s.arg(number));
    press(Qt::Key_Return);
    press(Qt::Key_Return); // no office
    type(u"本人申请核对。"_s);
    press(Qt::Key_Tab);
    type(u"13900000001"_s);
    press(Qt::Key_F6);
    type(u"登记表"_s);
    press(Qt::Key_Return);
    press(Qt::Key_F4);
    const auto picture = [this] {
        const auto* pages = only<counter::ThumbnailStrip>(page());
        return pages && !pages->model()->index(0, 0).data(counter::PageThumbs::ImageRole).value<QImage>().isNull();
    };
    if (!waited("the scanned page", picture))
        return false;
    press(Qt::Key_F9);
    if (!waited("the next citizen's turn", [this] { return shows(page(), u"Who is it for?"_s); }))
        return false;
    if (number % 10 == 9)
        press(Qt::Key_F8); // a second copy of the slip
    return true;
}

// The clerk leaves for a moment, and comes back with the password.
bool TestDay::lockAndUnlock()
{
    const auto isLocked = [this] {
        const auto* sheet = m_counter->window->findChild<counter::LockSheet*>();
        return sheet && sheet->isVisible();
    };
    press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    if (!isLocked())
        return false;
    type(QString::fromLatin1(HubWorld::Password));
    press(Qt::Key_Return);
    return QTest::qWaitFor([&] { return !isLocked(); });
}

QStringList TestDay::numbersOnTheHub()
{
    QStringList list;
    for (const auto& stream : m_hall->streams()) {
        const auto state = m_hall->state(stream);
        list.append(state.number + u' ' + state.applicantName());
    }
    return list;
}

void TestDay::hundredCitizens_areServed_andNothingIsLost()
{
    auto* application = qobject_cast<counter::WatchedApplication*>(qApp);
    QVERIFY(sitDown());
    QList<double> waits;
    double begin = 0;
    QElapsedTimer day;
    day.start();
    for (int i = 0; i < Citizens; ++i) {
        m_waited = 0;
        const auto here = citizen(i);
        QVERIFY2(serve(here, i), qPrintable(u"citizen %1: %2"_s.arg(i).arg(messageOn(page()).what)));
        waits.append(double(m_waited) / 1e6);
        if (i == 4)
            begin = megabytes(); // everything that is loaded once is there
        if (i % 25 == 24)
            QVERIFY(lockAndUnlock());
        if (i == Citizens / 2) { // noon
            QVERIFY(m_counter->signOut());
            QVERIFY(sitDown());
        }
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_hall->streams().size(), Citizens, 60'000);
    const double end = megabytes();
    auto lines = numbersOnTheHub();
    QCOMPARE(lines.size(), Citizens);
    std::sort(lines.begin(), lines.end()); // by number: the order in which they were served
    for (int i = 0; i < Citizens; ++i)
        QVERIFY2(lines.at(i).endsWith(citizen(i).name), qPrintable(lines.at(i) + u" is not "_s + citizen(i).name));
    std::sort(waits.begin(), waits.end());
    qInfo("%d citizens in %lld s; each waits %.0f ms for the program in the middle, %.0f ms at worst", Citizens,
        day.elapsed() / 1000, waits.at(Citizens / 2), waits.last());
    qInfo("memory of window and hub: %.0f MB after five citizens, %.0f MB after all", begin, end);
    qInfo("longest event %lld ms, %d over %lld ms", application->longestMs(), application->stalls(),
        counter::WatchedApplication::StallMs);
    QVERIFY2(end < begin + 60, "something grows with every citizen");
}

int main(int argc, char* argv[])
{
    returnLargeBlocks(); // as the counter does
    counter::WatchedApplication application(argc, argv);
    TestDay test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_Day.moc"
