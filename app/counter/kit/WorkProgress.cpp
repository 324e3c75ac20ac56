#include "WorkProgress.h"

#include "ActionButton.h"
#include "TextLabel.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int barSteps = 10'000;
constexpr qint64 firstEstimateMs = 2'000; // earlier rates jump too much to be worth saying

} // namespace

WorkProgress::WorkProgress(const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_what(new TextLabel(look, TextRole::Strong))
    , m_detail(new TextLabel(look, TextRole::Label, u" "_s, Tone::Secondary))
    , m_bar(new QProgressBar)
    , m_cancel(new ActionButton(look, ButtonRole::Secondary, tr("Cancel")))
{
    auto* words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(m_what);
    words->addWidget(m_bar);
    words->addWidget(m_detail);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addLayout(words, 1);
    row->addWidget(m_cancel, 0, Qt::AlignVCenter);
    m_bar->setTextVisible(false);
    m_bar->setRange(0, barSteps);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancel->setEnabled(false);
        m_cancel->setText(tr("Stopping…"));
        Q_EMIT cancelRequested();
    });
}

void WorkProgress::start(const QString& what)
{
    m_what->setText(what);
    m_bar->setAccessibleName(what);
    m_bar->setValue(0);
    m_detail->setText(u" "_s);
    m_detail->setTone(Tone::Secondary);
    m_cancel->setText(tr("Cancel"));
    m_cancel->setEnabled(true);
    m_cancel->show();
}

void WorkProgress::setProgress(qint64 done, qint64 total, qint64 elapsedMs)
{
    QStringList parts;
    if (total <= 0) {
        parts.append(tr("%1 done").arg(done));
    } else {
        parts.append("%1 / %2"_L1.arg(QString::number(done), QString::number(total)));
        m_bar->setValue(int(double(done) / double(total) * barSteps));
    }
    if (elapsedMs >= firstEstimateMs && done > 0) {
        const double rate = double(done) * 1000.0 / double(elapsedMs);
        parts.append(
            rate >= 1 ? tr("%1 per second").arg(qRound64(rate)) : tr("%1 per minute").arg(qRound64(rate * 60)));
        if (total > done) {
            const qint64 seconds = qint64(double(total - done) / rate) + 1;
            parts.append(
                seconds < 90 ? tr("about %1 s left").arg(seconds) : tr("about %1 min left").arg((seconds + 59) / 60));
        }
    }
    m_detail->setText(parts.join(u" · "_s));
}

void WorkProgress::finish(const QString& result, Tone tone)
{
    m_bar->setValue(barSteps);
    m_detail->setText(result);
    m_detail->setTone(tone);
    m_cancel->hide();
}

QString WorkProgress::detail() const
{
    return m_detail->text();
}

} // namespace kuaiban::counter
