#include "CaseStrip.h"

#include "ActionButton.h"
#include "app/counter/look/StylePainting.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionTab>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int tabPadding = 14;
constexpr int gap = 8;
constexpr int widestItem = 132;

} // namespace

CaseStrip::CaseStrip(const Look& look, QWidget* parent)
    : QTabBar(parent)
    , m_look(look)
{
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideRight);
    setAccessibleName(tr("Open cases"));
    hide(); // nothing is open yet
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QTabBar::currentChanged, this, [this](int index) {
        if (!m_filling && index >= 0 && index < m_cases.size())
            Q_EMIT caseChosen(m_cases[index].id);
    });
}

void CaseStrip::setCases(const QVector<OpenCase>& cases, const QString& currentId)
{
    m_filling = true;
    while (count() > 0)
        removeTab(count() - 1);
    m_cases = cases;
    for (int i = 0; i < cases.size(); ++i) {
        addTab("%1 %2"_L1.arg(cases[i].citizen, cases[i].item));
        setTabToolTip(i, cases[i].unsaved ? tr("%1: not saved yet").arg(cases[i].item) : cases[i].item);
        auto* close = new IconButton(m_look, Glyph::Close, tr("Close the case of %1").arg(cases[i].citizen));
        close->setFocusPolicy(Qt::NoFocus); // Ctrl+W does it
        close->setIconSize(QSize(m_look.metrics().mark, m_look.metrics().mark));
        close->resize(m_look.metrics().icon, m_look.metrics().icon);
        const QString id = cases[i].id;
        connect(close, &QAbstractButton::clicked, this, [this, id] { Q_EMIT closeRequested(id); });
        setTabButton(i, RightSide, close);
        if (cases[i].id == currentId)
            setCurrentIndex(i);
    }
    m_filling = false;
    setVisible(!cases.isEmpty());
    updateGeometry();
}

QString CaseStrip::currentId() const
{
    const int index = currentIndex();
    return index >= 0 && index < m_cases.size() ? m_cases[index].id : QString();
}

void CaseStrip::step(int by)
{
    if (count() > 0)
        setCurrentIndex(((currentIndex() + by) % count() + count()) % count());
}

QSize CaseStrip::tabSizeHint(int index) const
{
    if (index < 0 || index >= m_cases.size())
        return QTabBar::tabSizeHint(index);
    const int name = QFontMetrics(m_look.font(TextRole::Strong)).horizontalAdvance(m_cases[index].citizen);
    const int item =
        std::min(QFontMetrics(m_look.font(TextRole::Label)).horizontalAdvance(m_cases[index].item), widestItem);
    const int dot = m_cases[index].unsaved ? m_look.metrics().mark : 0;
    return {tabPadding + dot + name + gap + item + gap + m_look.metrics().icon + 10, m_look.metrics().fieldHeight + 4};
}

void CaseStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Colours& c = m_look.colours();
    for (int i = 0; i < count(); ++i) {
        QStyleOptionTab option;
        initStyleOption(&option, i);
        option.state.setFlag(QStyle::State_HasFocus, hasFocus() && i == currentIndex());
        paintTab(&painter, m_look, option.rect, option.state);
        const OpenCase& open = m_cases[i];
        const QRect box = tabRect(i).adjusted(tabPadding - 2, 0, 0, 0);
        int x = box.left();
        if (open.unsaved) {
            const int mark = m_look.metrics().mark - 4;
            paintMark(&painter, Mark::Dot, QRectF(x, box.center().y() - mark / 2.0 + 0.5, mark, mark), c.attention);
            x += m_look.metrics().mark;
        }
        painter.setFont(m_look.font(TextRole::Strong));
        painter.setPen(i == currentIndex() ? c.accent : c.text);
        const int nameWidth = QFontMetrics(painter.font()).horizontalAdvance(open.citizen);
        painter.drawText(
            QRect(x, box.top(), nameWidth + 1, box.height()), Qt::AlignVCenter | Qt::TextSingleLine, open.citizen);
        x += nameWidth + gap;
        painter.setFont(m_look.font(TextRole::Label));
        painter.setPen(c.secondary);
        const QRect room(x, box.top(), tabRect(i).right() - m_look.metrics().icon - gap - x, box.height());
        painter.drawText(room, Qt::AlignVCenter | Qt::TextSingleLine,
            QFontMetrics(painter.font()).elidedText(open.item, Qt::ElideRight, room.width()));
    }
}

void CaseStrip::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete && currentIndex() >= 0) {
        Q_EMIT closeRequested(currentId());
        return;
    }
    QTabBar::keyPressEvent(event);
}

} // namespace kuaiban::counter
