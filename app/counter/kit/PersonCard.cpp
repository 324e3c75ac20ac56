#include "PersonCard.h"

#include "app/counter/look/StylePainting.h"
#include "Panel.h"
#include "TextLabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

namespace kuaiban::counter {

namespace {

// The photo of the card, or a head and shoulders where the photo codec is not there.
class PhotoFrame final : public QWidget
{
public:
    explicit PhotoFrame(const Look& look)
        : m_look(look)
    {
        setFixedSize(86, 106); // the proportions of the photo on the card, 102 × 126
    }

    void setPhoto(const QPixmap& photo)
    {
        m_photo = photo;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
        const Colours& c = m_look.colours();
        QPainterPath frame;
        frame.addRoundedRect(rect(), Metrics::fieldRadius, Metrics::fieldRadius);
        painter.setClipPath(frame);
        if (!m_photo.isNull()) {
            painter.drawPixmap(rect(), m_photo);
            return;
        }
        painter.fillRect(rect(), c.rowLine);
        painter.setPen(Qt::NoPen);
        painter.setBrush(c.drawing);
        const double w = width();
        const double h = height();
        painter.drawEllipse(QRectF(w * 0.29, h * 0.18, w * 0.42, h * 0.40));
        painter.drawRoundedRect(QRectF(w * 0.06, h * 0.64, w * 0.88, h), w * 0.36, w * 0.36);
    }

private:
    Look m_look;
    QPixmap m_photo;
};

// A tone-coloured line led by its mark.
class MarkedLine final : public QWidget
{
public:
    MarkedLine(const Look& look, const FactLine& line)
        : m_look(look)
        , m_tone(line.tone)
    {
        auto* text = new TextLabel(look, TextRole::Label, line.text, line.tone);
        text->setWrapped(true);
        auto* row = new QHBoxLayout(this);
        const bool marked = line.tone != Tone::Normal && line.tone != Tone::Secondary;
        row->setContentsMargins(marked ? look.metrics().mark + 4 : 0, 0, 0, 0);
        row->addWidget(text);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        if (m_tone == Tone::Normal || m_tone == Tone::Secondary)
            return;
        QPainter painter(this);
        const int side = m_look.metrics().mark - 1;
        const int line = m_look.lineHeight(TextRole::Label);
        paintMark(&painter, markOf(m_tone), QRectF(0, (line - side) / 2.0, side, side), m_look.colour(m_tone));
    }

private:
    Look m_look;
    Tone m_tone;
};

void empty(QLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace

PersonCard::PersonCard(const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
    , m_photo(new PhotoFrame(look))
    , m_name(new TextLabel(look, TextRole::Title))
    , m_summary(new TextLabel(look, TextRole::Body))
    , m_lines(new QVBoxLayout)
    , m_rest(new QVBoxLayout)
{
    QFont nameFont = look.font(TextRole::Title);
    nameFont.setPixelSize(nameFont.pixelSize() - 1);
    m_name->setFont(nameFont);
    m_name->setWrapped(true);
    m_summary->setWrapped(true);
    m_lines->setSpacing(3);
    m_rest->setSpacing(10);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_name);
    words->addWidget(m_summary);
    words->addSpacing(1);
    words->addLayout(m_lines);
    words->addStretch(1);
    auto* head = new QHBoxLayout;
    head->setSpacing(14);
    head->addWidget(m_photo, 0, Qt::AlignTop);
    head->addLayout(words, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addLayout(head);
    column->addLayout(m_rest);
    column->addStretch(1);
}

void PersonCard::setFacts(const PersonFacts& facts)
{
    static_cast<PhotoFrame*>(m_photo)->setPhoto(facts.photo);
    m_name->setText(facts.name);
    m_summary->setText(facts.summary);
    m_summary->setVisible(!facts.summary.isEmpty());
    setAccessibleName(facts.name);
    setAccessibleDescription(facts.summary);
    empty(m_lines);
    for (const FactLine& line : facts.lines)
        m_lines->addWidget(new MarkedLine(m_look, line));
    empty(m_rest);
    for (const FactSection& section : facts.sections) {
        if (!section.title.isEmpty()) {
            m_rest->addWidget(new Rule(m_look));
            m_rest->addWidget(new TextLabel(m_look, TextRole::Strong, section.title));
        }
        auto* list = new KeyValueList(m_look);
        list->setRows(section.rows);
        m_rest->addWidget(list);
    }
    if (!facts.notices.isEmpty() && !facts.sections.isEmpty())
        m_rest->addWidget(new Rule(m_look));
    for (const Notice& notice : facts.notices)
        m_rest->addWidget(new NoticeBox(m_look, notice));
}

} // namespace kuaiban::counter
