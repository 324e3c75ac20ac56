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
    const int mark = m_marked ? m_look.metrics().mark + Metrics::markGap : 0;
    return {2 * inset + mark + QFontMetrics(font()).horizontalAdvance(text()), m_look.metrics().bottomStrip - 6};
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
    const QString words = "%1 %2"_L1.arg(state.name, state.word).trimmed();
    setText(words);
    setAccessibleName(words);
    setAccessibleDescription(state.problem);
    setTone(state.condition == Condition::Absent ? Tone::Secondary : Tone::Normal);
    setMark(markOf(state.condition), toneOf(state.condition));
}

void StatusLight::explain()
{
    auto* sheet = new Popover(look(), this);
    auto* title = new TextLabel(
        look(), TextRole::Strong, markText(markOf(m_state.condition)) + u' ' + text(), toneOf(m_state.condition));
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
    sheet->setAccessibleName(text());
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
}

StatusLight* StatusStrip::light(const QString& id) const
{
    const auto found = std::find_if(
        m_lights.begin(), m_lights.end(), [&](const StatusLight* light) { return light->state().id == id; });
    return found == m_lights.end() ? nullptr : *found;
}

} // namespace kuaiban::counter
