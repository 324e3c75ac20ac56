#include "StatusLight.h"

#include "app/counter/look/StylePainting.h"
#include "Popover.h"
#include "TextLabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int inset = 6;

} // namespace

Mark markOf(Condition condition)
{
    switch (condition) {
    case Condition::Ready:
        return Mark::Dot;
    case Condition::Attention:
        return Mark::Triangle;
    case Condition::Fault:
        return Mark::Cross;
    case Condition::Absent:
        break;
    }
    return Mark::Ring;
}

Tone toneOf(Condition condition)
{
    switch (condition) {
    case Condition::Ready:
        return Tone::Good;
    case Condition::Attention:
        return Tone::Attention;
    case Condition::Fault:
        return Tone::Bad;
    case Condition::Absent:
        break;
    }
    return Tone::Secondary;
}

StripButton::StripButton(const Look& look, QWidget* parent)
    : QAbstractButton(parent)
    , m_look(look)
{
    setFont(look.font(TextRole::Label));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StripButton::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void StripButton::setMark(Mark mark, Tone tone)
{
    m_marked = true;
    m_mark = mark;
    m_markTone = tone;
    updateGeometry();
    update();
}

QSize StripButton::sizeHint() const
{
    return {widthOf(text()), m_look.metrics().bottomStrip - 6};
}

int StripButton::widthOf(const QString& words) const
{
    const int mark = m_marked ? m_look.metrics().mark + Metrics::markGap : 0;
    return 2 * inset + mark + QFontMetrics(font()).horizontalAdvance(words);
}

void StripButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (underMouse() || isDown())
        paintBox(&painter, rect(), Metrics::fieldRadius, m_look.colours().hover, Qt::transparent);
    if (hasFocus())
        paintFocusRing(&painter, m_look, rect());
    int x = inset;
    if (m_marked) {
        const int side = m_look.metrics().mark;
        paintMark(&painter, m_mark, QRectF(x, (height() - side) / 2.0, side, side), m_look.colour(m_markTone));
        x += side + Metrics::markGap;
    }
    painter.setPen(m_look.colour(m_tone));
    painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter | Qt::TextSingleLine, text());
}

StatusLight::StatusLight(const Look& look, QWidget* parent)
    : StripButton(look, parent)
{
    connect(this, &QAbstractButton::clicked, this, &StatusLight::explain);
}

void StatusLight::setState(const LightState& state)
{
    m_state = state;
    setText(textWith(m_words));
    setAccessibleName(textWith(LightWords::All));
    setAccessibleDescription(state.problem);
    setTone(state.condition == Condition::Absent ? Tone::Secondary : Tone::Normal);
    setMark(markOf(state.condition), toneOf(state.condition));
}

QString StatusLight::textWith(LightWords words) const
{
    const bool worthAWord =
        words == LightWords::All || (words == LightWords::Troubles && m_state.condition != Condition::Ready);
    return worthAWord ? "%1 %2"_L1.arg(m_state.name, m_state.word).trimmed() : m_state.name;
}

void StatusLight::setWords(LightWords words)
{
    m_words = words;
    setText(textWith(words));
}

void StatusLight::explain()
{
    auto* sheet = new Popover(look(), this);
    auto* title = new TextLabel(look(), TextRole::Strong, markText(markOf(m_state.condition)) + u' ' + accessibleName(),
        toneOf(m_state.condition));
    sheet->body()->addWidget(title);
    const auto say = [&](const QString& words, TextRole role, Tone tone) {
        if (words.isEmpty())
            return;
        auto* label = new TextLabel(look(), role, words, tone);
        label->setWrapped(true);
        sheet->body()->addWidget(label);
    };
    if (m_state.problem.isEmpty() && m_state.remedy.isEmpty())
        say(m_state.condition == Condition::Absent ? tr("Not set up at this window.") : tr("Everything is in order."),
            TextRole::Body, Tone::Normal);
    say(m_state.problem, TextRole::Body, Tone::Normal);
    say(m_state.remedy, TextRole::Body, Tone::Normal);
    say(m_state.code.isEmpty() ? QString() : tr("Code %1").arg(m_state.code), TextRole::Hint, Tone::Secondary);
    sheet->setAccessibleName(accessibleName());
    sheet->setAccessibleDescription("%1 %2"_L1.arg(m_state.problem, m_state.remedy).trimmed());
    sheet->open();
}

StatusStrip::StatusStrip(const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(6);
    setAccessibleName(tr("Devices"));
}

void StatusStrip::setStates(const QVector<LightState>& states)
{
    while (m_lights.size() > states.size())
        delete m_lights.takeLast();
    while (m_lights.size() < states.size()) {
        m_lights.append(new StatusLight(m_look, this));
        m_row->addWidget(m_lights.back());
    }
    for (int i = 0; i < states.size(); ++i)
        if (!(m_lights[i]->state() == states[i]))
            m_lights[i]->setState(states[i]);
    updateGeometry();
    fit();
}

QSize StatusStrip::sizeWith(LightWords words) const
{
    int width = m_row->spacing() * std::max(0, static_cast<int>(m_lights.size()) - 1);
    for (const auto* light : m_lights)
        width += light->widthWith(words);
    return {width, QWidget::sizeHint().height()};
}

void StatusStrip::fit()
{
    auto words = LightWords::All;
    if (sizeWith(words).width() > width())
        words = sizeWith(LightWords::Troubles).width() > width() ? LightWords::Name : LightWords::Troubles;
    for (auto* light : std::as_const(m_lights))
        light->setWords(words);
}

StatusLight* StatusStrip::light(const QString& id) const
{
    const auto found = std::find_if(
        m_lights.begin(), m_lights.end(), [&](const StatusLight* light) { return light->state().id == id; });
    return found == m_lights.end() ? nullptr : *found;
}

} // namespace kuaiban::counter
