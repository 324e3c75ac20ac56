#include "TopStrip.h"

#include "ActionButton.h"
#include "SearchBox.h"
#include "TextLabel.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>

namespace kuaiban::counter {

namespace {

constexpr int middlePosition = 3;
constexpr int shortPlace = 11; // letters as high as they are wide that a place may take beside a call bar

} // namespace

TopStrip::TopStrip(const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
    , m_row(new QHBoxLayout(this))
    , m_place(new ElidedLabel(look, TextRole::Body, {}, Tone::Secondary))
    , m_search(new SearchBox(look, tr("Search ID number, name, case number, service item, policy")))
    , m_person(new ActionButton(look, ButtonRole::Plain))
{
    auto* brand = new TextLabel(look, TextRole::Title, tr("Kuaiban"), Tone::Accent);
    m_row->setContentsMargins(16, 0, 2, 1);
    m_row->setSpacing(0);
    m_row->addWidget(brand);
    m_row->addSpacing(12);
    m_row->addWidget(m_place);
    m_row->addStretch(1);
    m_row->addWidget(m_search);
    m_row->addSpacing(4);
    m_row->addWidget(m_person);
    m_place->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_search->setMinimumWidth(200);
    m_search->setMaximumWidth(int(330 * look.settings().textScale));
    m_search->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_row->setStretchFactor(m_search, 20);
    m_person->setFont(look.font(TextRole::Strong));
    m_person->hide();
    setFixedHeight(look.metrics().topStrip);
}

void TopStrip::setPlace(const QString& place)
{
    m_place->setText(place);
}

void TopStrip::setMiddle(QWidget* widget)
{
    delete m_middle;
    m_middle = widget;
    m_place->setMaximumWidth(widget ? shortPlace * m_look.lineHeight(TextRole::Body) : QWIDGETSIZE_MAX);
    if (!widget)
        return;
    auto* box = new QHBoxLayout;
    box->setContentsMargins(28, 0, 16, 0);
    box->addWidget(widget);
    m_row->insertLayout(middlePosition, box);
}

void TopStrip::setPerson(const QString& person, const QString& everything)
{
    m_person->setText(person);
    m_person->setToolTip(everything);
    m_person->setAccessibleName(tr("Signed in: %1").arg(everything.isEmpty() ? person : everything));
    m_person->setVisible(!person.isEmpty());
    m_person->updateGeometry();
}

void TopStrip::setPersonMenu(QMenu* menu)
{
    m_person->setMenu(menu);
}

void TopStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.colours().panel);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_look.colours().border);
}

} // namespace kuaiban::counter
