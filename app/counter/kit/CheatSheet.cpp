#include "CheatSheet.h"

#include "ActionRegistry.h"
#include "app/counter/look/StylePainting.h"
#include "Panel.h"
#include "TextLabel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace kuaiban::counter {

namespace {

constexpr int RowSpacing = 6;
constexpr int Surroundings = 200; // what the sheet leaves free of the window, its title and that of the column
constexpr int FewestLines = 8;

class KeyCap final : public QWidget
{
public:
    KeyCap(const Look& look, const QString& text)
        : m_look(look)
        , m_text(text)
    {
        const QFontMetrics metrics(look.font(TextRole::Label));
        setFixedSize(metrics.horizontalAdvance(text) + 14, metrics.height() + 4);
        setAccessibleName(text);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        paintBox(&painter, rect(), Metrics::fieldRadius, m_look.colours().filled, m_look.colours().controlBorder);
        painter.setFont(m_look.font(TextRole::Label));
        painter.setPen(m_look.colours().text);
        painter.drawText(rect(), Qt::AlignCenter, m_text);
    }

private:
    Look m_look;
    QString m_text;
};

// Those with a key; what differs by its number alone ("answer 1", "answer 2" …) takes one line.
QVector<ActionRegistry::Entry> shownEntries(const QVector<ActionRegistry::Entry>& entries)
{
    QVector<ActionRegistry::Entry> shown;
    QString series; // the words of the entry before, without its number
    for (const auto& entry : entries) {
        if (entry.keyText.isEmpty())
            continue;
        const bool numbered = !entry.text.isEmpty() && entry.text.back().isDigit();
        const QString words = numbered ? entry.text.chopped(1).trimmed() : QString();
        if (!words.isEmpty() && words == series) {
            auto& first = shown.back();
            first.text = words;
            first.keyText = first.keyText.section(u'…', 0, 0) + u'…' + entry.keyText.back();
        } else {
            shown.append(entry);
            series = words;
        }
    }
    return shown;
}

} // namespace

CheatSheet::CheatSheet(const Look& look, ActionRegistry* registry, QWidget* window)
    : Overlay(look, window)
    , m_registry(registry)
{
    sheet()->setTitle(tr("Keys"));
    sheet()->setCount(tr("Esc closes"));
    setAccessibleName(tr("Keys"));
    connect(this, &Overlay::closed, m_registry, &ActionRegistry::release);
}

void CheatSheet::open()
{
    if (isVisible())
        return;
    fill();
    m_registry->hold();
    Overlay::open();
}

void CheatSheet::fill()
{
    delete m_content;
    m_content = new QWidget;
    auto* row = new QHBoxLayout(m_content);
    row->setContentsMargins(0, 4, 0, 0);
    row->setSpacing(40);
    const QString page = m_registry->context();
    if (!page.isEmpty() && !m_registry->entries(page).isEmpty())
        row->addWidget(section(page, m_registry->contextTitle(page)), 0, Qt::AlignTop);
    row->addWidget(section({}, tr("Everywhere")), 0, Qt::AlignTop);
    sheet()->body()->addWidget(m_content);
}

QWidget* CheatSheet::section(const QString& context, const QString& title)
{
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(new TextLabel(look(), TextRole::Label, title, Tone::Secondary));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(RowSpacing);
    // As many lines as the window has room for, then a further column.
    const int height = std::max(look().lineHeight(TextRole::Body), look().lineHeight(TextRole::Label) + 4) + RowSpacing;
    const int most = std::max(FewestLines, (parentWidget()->height() - Surroundings) / height);
    int count = 0;
    for (const ActionRegistry::Entry& entry : shownEntries(m_registry->entries(context))) {
        const int line = count % most;
        const int first = 2 * (count / most);
        grid->addWidget(new KeyCap(look(), entry.keyText), line, first, Qt::AlignLeft);
        grid->addWidget(
            new TextLabel(look(), TextRole::Body, entry.text, entry.enabled ? Tone::Normal : Tone::Disabled), line,
            first + 1);
        grid->setColumnStretch(first + 1, 1);
        grid->setColumnMinimumWidth(first + 1, 9 * look().lineHeight(TextRole::Body));
        ++count;
    }
    column->addLayout(grid);
    return box;
}

void CheatSheet::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Slash && event->modifiers() == Qt::ControlModifier) {
        close();
        return;
    }
    Overlay::keyPressEvent(event);
}

} // namespace kuaiban::counter
