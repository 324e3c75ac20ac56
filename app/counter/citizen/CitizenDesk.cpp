#include "CitizenDesk.h"

#include "app/counter/shell/LockSheet.h"

#include <QApplication>
#include <QJsonArray>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

const QString ReasonTable = u"evaluation-reason"_s;

} // namespace

CitizenDesk::CitizenDesk(const PageContext& context, QObject* parent)
    : QObject(parent)
    , m_context(context)
    , m_words(new CodeWords(context.session, this))
{
    auto& keypad = m_context.devices.keypad();
    connect(&keypad, &devices::KeypadStation::pressed, this, [this](int ticket, int grade) {
        if (m_ticket == ticket)
            record(grade, {}, u"keypad"_s);
    });
    connect(&keypad, &devices::KeypadStation::timedOut, this, [this](int ticket) {
        if (m_ticket == ticket)
            finish();
    });
    connect(&keypad, &devices::KeypadStation::failed, this, [this](int ticket) { // its light tells
        if (m_ticket == ticket)
            finish();
    });
    connect(&m_context.devices.screen(), &SecondScreen::stateChanged, this, &CitizenDesk::placeScreen);
    connect(&m_context.devices.idCard(), &devices::IdCardStation::cardRead, this, &CitizenDesk::greetNext);
    connect(&m_context.devices.smartCard(), &devices::SscStation::cardRead, this, &CitizenDesk::greetNext);
    qApp->installEventFilter(this);
    m_words->load({ReasonTable});
    placeScreen();
}

CitizenDesk::~CitizenDesk()
{
    if (m_ticket)
        m_context.devices.keypad().cancel(*m_ticket);
}

void CitizenDesk::placeScreen()
{
    auto& monitor = m_context.devices.screen();
    if (!monitor.isReady()) {
        if (m_screen && m_doing == Doing::Evaluating)
            m_screen->takeBack(); // what he said already is recorded
        const auto doing = m_doing;
        const QString subject = m_subject;
        m_screen.reset();
        if (doing == Doing::Reading) {
            finish();
            Q_EMIT away(subject);
        } else if (doing == Doing::Evaluating && !m_ticket) {
            askKeypad();
        }
        return;
    }
    if (m_screen)
        return;
    const auto& user = m_context.session.user();
    m_screen = std::make_unique<CitizenScreen>(
        m_context.look.settings().palette, CitizenPlace{user.office, user.window}, CitizenScreen::Limits{});
    connect(m_screen.get(), &CitizenScreen::confirmed, this, [this](const QImage& signature) {
        const QString subject = m_subject;
        finish();
        Q_EMIT confirmed(subject, signature);
    });
    connect(m_screen.get(), &CitizenScreen::objected, this, [this] {
        const QString subject = m_subject;
        finish();
        Q_EMIT objected(subject);
    });
    connect(m_screen.get(), &CitizenScreen::left, this, [this] {
        const QString subject = m_subject;
        const bool wasReading = m_doing == Doing::Reading;
        finish();
        if (wasReading)
            Q_EMIT away(subject);
    });
    connect(m_screen.get(), &CitizenScreen::evaluated, this,
        [this](int grade, const QStringList& reasons) { record(grade, reasons, u"screen"_s); });
    m_screen->showOn(monitor.screen(), monitor.isWindow());
}

void CitizenDesk::confirm(const CitizenCase& facts)
{
    facts.id == m_subject ? takeBack() : giveWay();
    m_subject = facts.id;
    m_doing = Doing::Reading;
    m_screen->confirm(facts);
    Q_EMIT doingChanged();
}

void CitizenDesk::evaluate(const QString& stream)
{
    giveWay();
    m_subject = stream;
    if (m_screen) {
        m_screen->evaluate(m_words->table(ReasonTable));
        m_doing = Doing::Evaluating;
        Q_EMIT doingChanged();
    } else {
        askKeypad();
    }
}

void CitizenDesk::askKeypad()
{
    if (!m_context.devices.has(DeviceFamily::Keypad)) {
        finish();
        return;
    }
    m_ticket = m_context.devices.keypad().ask();
    m_doing = Doing::Evaluating;
    Q_EMIT doingChanged();
}

void CitizenDesk::takeBack()
{
    if (m_doing == Doing::Nothing)
        return;
    if (m_ticket)
        m_context.devices.keypad().cancel(*m_ticket);
    if (m_screen)
        m_screen->takeBack(); // what he said already is recorded
    finish();
}

void CitizenDesk::giveWay()
{
    const QString subject = m_subject;
    const bool wasReading = m_doing == Doing::Reading;
    takeBack();
    if (wasReading)
        Q_EMIT away(subject);
}

// Whoever lays down a card is the next one: he shall not evaluate for the one before. What is read stays, for the card
// may be the reader's own.
void CitizenDesk::greetNext()
{
    if (m_doing == Doing::Evaluating)
        takeBack();
    Q_EMIT nextCame();
}

void CitizenDesk::finish()
{
    m_ticket.reset();
    m_subject.clear();
    if (std::exchange(m_doing, Doing::Nothing) != Doing::Nothing)
        Q_EMIT doingChanged();
}

void CitizenDesk::record(int grade, const QStringList& reasons, const QString& via)
{
    const QString stream = m_subject;
    finish();
    QJsonObject body{{u"grade"_s, grade}, {u"via"_s, via}};
    if (!reasons.isEmpty())
        body.insert(u"reasons"_s, QJsonArray::fromStringList(reasons));
    m_context.session.act(stream, u"RecordEvaluation"_s, body)
        .then(this, [this, stream](const Result<casework::Case>& recorded) {
            if (recorded)
                Q_EMIT evaluated(stream);
            else
                Q_EMIT failed(stream, recorded.error());
        });
}

// While the window is locked nothing of anybody may stand on the other screen either.
bool CitizenDesk::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Show && qobject_cast<LockSheet*>(watched))
        giveWay();
    return QObject::eventFilter(watched, event);
}

} // namespace kuaiban::counter
