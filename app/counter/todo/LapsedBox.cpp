#include "LapsedBox.h"

#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/NoticeBox.h"
#include "app/counter/shell/Words.h"

#include <QVBoxLayout>

#include <algorithm>

namespace kuaiban::counter {

namespace {

constexpr qsizetype MostNamed = 3;

} // namespace

LapsedBox::LapsedBox(const PageContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_notice(new NoticeBox(context.look, {}))
    , m_seen(new ActionButton(context.look, ButtonRole::Quiet, tr("Understood")))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_notice);
    column->addWidget(m_seen, 0, Qt::AlignRight);
    hide();
    connect(m_seen, &QPushButton::clicked, this, [this] {
        m_context.session.noteLapsesSeen(m_newest).then(this, [this](const Result<void>& noted) {
            if (noted)
                refresh();
            else
                Q_EMIT failed(noted.error());
        });
    });
}

void LapsedBox::refresh()
{
    m_context.session.lapsedTasks().then(this, [this](const Result<QList<sync::LapsedTask>>& tasks) {
        if (tasks)
            show(*tasks);
    });
}

void LapsedBox::show(const QList<sync::LapsedTask>& tasks)
{
    setVisible(!tasks.isEmpty());
    if (tasks.isEmpty())
        return;
    m_newest = tasks.constFirst().at;
    qint64 heard = tasks.constFirst().heardAt;
    QStringList lines;
    for (const auto& task : tasks) {
        heard = std::min(heard, task.heardAt);
        if (lines.size() < MostNamed)
            lines.append(task.number);
    }
    if (tasks.size() > MostNamed)
        lines.append(tr("and %n more", nullptr, static_cast<int>(tasks.size() - MostNamed)));
    lines.append(tr("The hub had not heard of you since %1. Work you did on them meanwhile is kept under Sync.")
                     .arg(clockText(heard)));
    m_notice->setNotice({tr("%n case(s) went back to the queue", nullptr, static_cast<int>(tasks.size())),
        lines.join(u'\n'), Tone::Attention});
}

} // namespace kuaiban::counter
