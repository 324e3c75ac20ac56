#include "AnnouncementPane.h"

#include "app/counter/kit/MaterialList.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/kit/ScrollPane.h"
#include "app/counter/kit/TextLabel.h"
#include "app/counter/shell/Words.h"

#include <QCoreApplication>
#include <QScrollBar>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;
using announcements::Announcement;
using announcements::Reader;

std::pair<QString, Tone> stateOf(const Announcement& one, QDate today)
{
    const auto say = [](const char* text) { return QCoreApplication::translate("Announcements", text); };
    if (one.withdrawnAt > 0)
        return {say(QT_TRANSLATE_NOOP("Announcements", "withdrawn")), Tone::Bad};
    if (one.notedAt > 0)
        return {say(QT_TRANSLATE_NOOP("Announcements", "noted")), Tone::Secondary};
    if (!one.holdsOn(today))
        return {say(QT_TRANSLATE_NOOP("Announcements", "over")), Tone::Secondary};
    return one.important ? std::pair{say(QT_TRANSLATE_NOOP("Announcements", "important, to be noted")), Tone::Attention}
                         : std::pair{say(QT_TRANSLATE_NOOP("Announcements", "to be noted")), Tone::Accent};
}

AnnouncementPane::AnnouncementPane(const PageContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_panel(new Panel(context.look))
    , m_title(new TextLabel(context.look, TextRole::Title))
    , m_origin(new TextLabel(context.look, TextRole::Label, {}, Tone::Secondary))
    , m_state(new TextLabel(context.look, TextRole::Label))
    , m_text(new TextLabel(context.look, TextRole::Body))
    , m_readersPanel(new Panel(context.look, tr("Who took note")))
    , m_readers(new MaterialList(context.look))
{
    m_title->setWrapped(true);
    m_origin->setWrapped(true);
    m_state->setWrapped(true);
    m_text->setWrapped(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_readers->setAccessibleName(tr("Who took note"));
    auto* readers = new QWidget; // in a large area they are more than the screen has room for
    auto* list = new QVBoxLayout(readers);
    list->setContentsMargins(0, 0, 0, 0);
    list->addWidget(m_readers);
    list->addStretch();
    m_readersPanel->addScrolled(readers);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_origin);
    column->addWidget(m_state);
    column->addWidget(m_text);
    column->addStretch();
    m_scroll = m_panel->addScrolled(content);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Metrics::panelGap);
    row->addWidget(m_panel, 3);
    row->addWidget(m_readersPanel, 2);
    m_readersPanel->hide();
}

void AnnouncementPane::show(const Announcement& one)
{
    const auto today = legalDate(m_context.session.clock().nowMs());
    m_title->setText(one.title);
    QStringList origin{one.office, one.authorName, minuteText(one.publishedAt)};
    if (!one.until.isEmpty())
        origin.append(tr("holds until %1").arg(one.until));
    origin.removeAll(QString());
    m_origin->setText(origin.join(u" · "_s));
    const auto [state, tone] = stateOf(one, today);
    m_state->setTone(tone);
    if (one.withdrawnAt > 0)
        m_state->setText(tr("Withdrawn %1: %2").arg(minuteText(one.withdrawnAt), one.withdrawnWhy));
    else if (one.notedAt > 0)
        m_state->setText(tr("You took note of it on %1.").arg(minuteText(one.notedAt)));
    else
        m_state->setText(state);
    m_text->setText(one.text);
    m_readersPanel->hide();
}

void AnnouncementPane::scroll(int pages)
{
    auto* bar = m_scroll->verticalScrollBar();
    bar->setValue(bar->value() + pages * bar->pageStep());
}

void AnnouncementPane::showReaders(const Announcement& one, const QList<Reader>& readers)
{
    show(one);
    if (one.withdrawnAt == 0)
        m_state->setText(tr("%1 of %2 took note.").arg(one.noted).arg(one.addressed));
    m_state->setTone(one.noted < one.addressed ? Tone::Attention : Tone::Good);
    QVector<MaterialRow> rows;
    for (const auto& reader : readers) {
        rows.append(
            {reader.login, reader.name, reader.office, reader.notedAt > 0 ? minuteText(reader.notedAt) : tr("not yet"),
                reader.notedAt > 0 ? MaterialState::Complete : MaterialState::Open});
    }
    if (const auto more = one.addressed - static_cast<int>(readers.size()); more > 0)
        rows.append({{}, tr("and %n more", nullptr, more)});
    m_readers->setRows(rows);
    m_readersPanel->show();
}

} // namespace kuaiban::counter
