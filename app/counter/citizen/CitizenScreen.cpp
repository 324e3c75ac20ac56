#include "CitizenScreen.h"

#include "app/counter/kit/ActionButton.h"

#include <QApplication>
#include <QCloseEvent>
#include <QFontDatabase>
#include <QPainter>
#include <QScreen>
#include <QStackedLayout>

namespace kuaiban::counter {

namespace {

constexpr QSize SmallScreen(1024, 600); // the least that such screens have
constexpr double SmallScale = 1.55;     // of the text there, so that it is read from 60 cm
constexpr double LargestScale = 3;
constexpr int Corner = 12;

Look lookFor(PaletteKind palette, const QSize& size)
{
    const double grown =
        std::min(double(size.width()) / SmallScreen.width(), double(size.height()) / SmallScreen.height());
    return Look({palette, std::clamp(SmallScale * grown, SmallScale, LargestScale)},
        QFontDatabase::systemFont(QFontDatabase::GeneralFont));
}

bool isTouch(const QEvent* event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TabletPress:
    case QEvent::TabletMove:
        return true;
    default:
        return false;
    }
}

} // namespace

CitizenScreen::CitizenScreen(PaletteKind palette, const CitizenPlace& place, Limits limits)
    : QWidget(nullptr, Qt::Window | Qt::WindowDoesNotAcceptFocus)
    , m_palette(palette)
    , m_place(place)
    , m_limits(limits)
    , m_look(lookFor(palette, SmallScreen))
    , m_stack(new QStackedLayout(this))
{
    setAttribute(Qt::WA_ShowWithoutActivating);
    setAttribute(Qt::WA_QuitOnClose, false); // the program ends with the clerk's window
    setWindowTitle(m_words(QT_TRANSLATE_NOOP("Citizen", "Screen for the citizen")));
    resize(SmallScreen);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &CitizenScreen::rest);
    qApp->installEventFilter(this);
    idle();
}

void CitizenScreen::showOn(QScreen* screen, bool asWindow)
{
    if (asWindow) {
        move(screen->availableGeometry().topLeft());
        show();
        return;
    }
    setWindowFlag(Qt::FramelessWindowHint);
    setGeometry(screen->geometry());
    showFullScreen();
}

void CitizenScreen::idle()
{
    m_words.setEnglish(false); // the next one reads Chinese
    present([this] { return new IdleView(m_look, m_words, m_place); }, {});
}

void CitizenScreen::confirm(const CitizenCase& facts)
{
    present(
        [this, facts] {
            auto* view = new ConfirmView(m_look, m_words, facts);
            connect(view, &ConfirmView::confirmed, this, [this](const QImage& signature) {
                idle();
                Q_EMIT confirmed(signature);
            });
            connect(view, &ConfirmView::objected, this, [this] {
                idle();
                Q_EMIT objected();
            });
            return view;
        },
        m_limits.reading);
}

void CitizenScreen::evaluate(const codes::CodeTable* reasons)
{
    present(
        [this, table = reasons ? *reasons : codes::CodeTable()] {
            auto* view = new EvaluateView(m_look, m_words, &table);
            connect(view, &EvaluateView::finished, this, &CitizenScreen::takeGrade);
            return view;
        },
        m_limits.evaluating);
}

void CitizenScreen::thank()
{
    present(
        [this] {
            return new ThanksView(m_look, m_words(QT_TRANSLATE_NOOP("Citizen", "Thank you!")),
                m_words(QT_TRANSLATE_NOOP("Citizen", "Your evaluation helps us to serve you better.")));
        },
        m_limits.thanks);
}

void CitizenScreen::takeGrade()
{
    const auto* view = qobject_cast<EvaluateView*>(m_view);
    if (!view)
        return;
    const int grade = view->grade();
    const QStringList reasons = view->reasons();
    thank();
    Q_EMIT evaluated(grade, reasons);
}

void CitizenScreen::present(Maker maker, std::chrono::milliseconds limit)
{
    m_maker = std::move(maker);
    build();
    m_timer.stop();
    if (limit.count() > 0)
        m_timer.start(limit);
}

void CitizenScreen::build()
{
    if (m_view) {
        m_view->hide();
        m_view->deleteLater(); // the button that was pressed stands on it
    }
    m_view = m_maker();
    m_stack->addWidget(m_view);
    m_stack->setCurrentWidget(m_view);
    delete std::exchange(m_language, nullptr);
    m_language =
        makeTouchButton(m_look, ButtonRole::Quiet, m_words.isEnglish() ? QStringLiteral("中文") : QStringLiteral("EN"));
    m_language->setParent(this);
    connect(
        m_language, &QPushButton::clicked, this,
        [this] {
            m_words.setEnglish(!m_words.isEnglish());
            buildAgain();
        },
        Qt::QueuedConnection); // it goes with the language
    m_language->resize(m_language->sizeHint().expandedTo({m_language->minimumHeight(), m_language->minimumHeight()}));
    m_language->move(width() - m_language->width() - Corner, Corner);
    m_language->show();
    m_language->raise();
}

void CitizenScreen::buildAgain()
{
    const auto* before = m_view; // goes later
    build();
    if (auto* evaluate = qobject_cast<EvaluateView*>(m_view))
        evaluate->goOnFrom(*qobject_cast<const EvaluateView*>(before));
    else if (auto* confirm = qobject_cast<ConfirmView*>(m_view))
        confirm->goOnFrom(*qobject_cast<const ConfirmView*>(before));
}

// Whoever pressed a face has said what he thinks, though he left before the reasons; and the clerk cannot unsay it.
void CitizenScreen::takeBack()
{
    const auto* view = qobject_cast<EvaluateView*>(m_view);
    if (view && view->grade() > 0)
        takeGrade();
    else
        idle();
}

void CitizenScreen::rest()
{
    const auto* view = qobject_cast<EvaluateView*>(m_view);
    const bool saysNothing = view ? view->grade() == 0 : qobject_cast<ConfirmView*>(m_view) != nullptr;
    takeBack();
    if (saysNothing)
        Q_EMIT left();
}

bool CitizenScreen::eventFilter(QObject* watched, QEvent* event)
{
    if (m_timer.isActive() && isTouch(event) && watched->isWidgetType() && !qobject_cast<ThanksView*>(m_view)) {
        const auto* touched = static_cast<QWidget*>(watched);
        if (touched == this || isAncestorOf(touched))
            m_timer.start();
    }
    return QWidget::eventFilter(watched, event);
}

// Only its owner takes it away.
void CitizenScreen::closeEvent(QCloseEvent* event)
{
    event->ignore();
}

void CitizenScreen::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), m_look.colours().page);
}

void CitizenScreen::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_look = lookFor(m_palette, size());
    buildAgain();
}

} // namespace kuaiban::counter
