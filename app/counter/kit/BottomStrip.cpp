#include "BottomStrip.h"

#include "TextLabel.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

BottomStrip::BottomStrip(const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
    , m_devices(new StatusStrip(look))
    , m_network(new StatusLight(look))
    , m_outbox(new StripButton(look))
    , m_clock(new TextLabel(look, TextRole::Label, {}, Tone::Secondary))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 1, 16, 0);
    row->setSpacing(6);
    row->addWidget(m_devices);
    row->addStretch(1);
    row->addWidget(m_network);
    row->addWidget(m_outbox);
    row->addSpacing(6);
    row->addWidget(m_clock);
    setFixedHeight(look.metrics().bottomStrip);
    connect(m_outbox, &QAbstractButton::clicked, this, &BottomStrip::outboxPressed);
    m_network->setState({.id = u"network"_s, .name = tr("Network")});
    setOutbox(0, 0);
}

void BottomStrip::setOutbox(int cases, qint64 bytes)
{
    QString words = tr("All uploaded");
    if (cases > 0)
        words = bytes > 0 ? tr("To upload: %1 · %2")
                                .arg(cases)
                                .arg(QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat))
                          : tr("To upload: %1").arg(cases);
    m_outbox->setText(words);
    m_outbox->setTone(cases > 0 ? Tone::Normal : Tone::Secondary);
    m_outbox->setAccessibleName(words);
    m_outbox->updateGeometry();
}

void BottomStrip::setTime(const QDateTime& time)
{
    m_clock->setText(time.toString(u"yyyy-MM-dd HH:mm"_s));
}

void BottomStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.colours().panel);
    painter.fillRect(QRect(0, 0, width(), 1), m_look.colours().border);
}

} // namespace kuaiban::counter
