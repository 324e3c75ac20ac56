#include "DevicePane.h"

#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/Field.h"
#include "app/counter/kit/MessageBar.h"
#include "app/counter/kit/NoticeBox.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/kit/TextLabel.h"
#include "app/counter/shell/Words.h"
#include "DeviceWords.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

DevicePane::DevicePane(const PageContext& context, QAction* trial, QAction* papers, QWidget* parent)
    : QWidget(parent)
    , m_panel(new Panel(context.look, u" "_s))
    , m_address(new QComboBox)
    , m_field(new Field(context.look, tr("Address"), m_address))
    , m_use(new ActionButton(context.look, ButtonRole::Secondary, tr("Use this address")))
    , m_papers(new ActionButton(context.look, ButtonRole::Secondary, papers))
    , m_state(new NoticeBox(context.look, {}))
    , m_what(new TextLabel(context.look, TextRole::Hint, {}, Tone::Secondary))
    , m_verdict(new MessageBar(context.look))
    , m_log(new Panel(context.look, tr("What happened to it")))
    , m_events(new KeyValueList(context.look))
{
    m_address->setEditable(true);
    m_address->setInsertPolicy(QComboBox::NoInsert);
    m_address->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_address->lineEdit()->setPlaceholderText(tr("None"));
    auto* addressRow = new QHBoxLayout;
    addressRow->addWidget(m_field, 1);
    addressRow->addWidget(m_use, 0, Qt::AlignVCenter);
    m_what->setWordWrap(true);
    auto* trialRow = new QHBoxLayout;
    trialRow->addWidget(new ActionButton(context.look, ButtonRole::Secondary, trial));
    trialRow->addWidget(m_what, 1);
    trialRow->addWidget(m_papers);
    m_panel->body()->addWidget(m_state);
    m_panel->body()->addLayout(addressRow);
    m_panel->body()->addLayout(trialRow);
    m_panel->body()->addWidget(m_verdict);
    auto* events = new QWidget;
    auto* eventsColumn = new QVBoxLayout(events);
    eventsColumn->setContentsMargins({});
    eventsColumn->addWidget(m_events);
    eventsColumn->addStretch();
    m_log->addScrolled(events);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Metrics::panelGap);
    column->addWidget(m_panel);
    column->addWidget(m_log, 1);
    connect(m_use, &QPushButton::clicked, this, &DevicePane::choose);
    connect(m_address, &QComboBox::editTextChanged, this, &DevicePane::tellWhetherChanged);
    connect(m_address->lineEdit(), &QLineEdit::returnPressed, this, &DevicePane::choose);
}

void DevicePane::show(DeviceFamily family, const LightState& light, const QString& address)
{
    const bool other = family != m_family || m_panel->property("shown").isNull();
    m_panel->setProperty("shown", true);
    m_family = family;
    m_panel->setTitle(familyName(family));
    m_state->setNotice({light.problem.isEmpty() ? light.word : u"%1 · %2"_s.arg(light.word, light.problem),
        light.remedy, toneOf(light.condition)});
    m_what->setText(trialWords(family));
    m_papers->setVisible(family == DeviceFamily::Printer);
    m_present = address;
    if (other) {
        m_verdict->clear();
        m_address->setEditText(address);
    }
    tellWhetherChanged();
}

void DevicePane::offer(const QList<devices::FoundDevice>& found)
{
    const QString typed = m_address->currentText();
    m_address->clear();
    m_address->addItem({});
    for (const auto& device : found) {
        m_address->addItem(device.uri);
        m_address->setItemData(m_address->count() - 1, device.title, Qt::ToolTipRole);
    }
    m_address->setEditText(typed);
    m_field->setHint(tr("%n found; Down shows them, any other can be typed", nullptr, static_cast<int>(found.size())));
}

void DevicePane::setEvents(const QVector<KeyValue>& rows)
{
    m_events->setRows(rows);
}

void DevicePane::setTrying(bool trying)
{
    if (trying)
        m_verdict->say({Tone::Secondary, tr("Being tried …"), {}, {}, {}, {}});
}

void DevicePane::setVerdict(const Message& message)
{
    m_verdict->say(message);
}

void DevicePane::focusAddress()
{
    m_address->setFocus();
}

void DevicePane::choose()
{
    const QString address = m_address->currentText().trimmed();
    if (address != m_present)
        Q_EMIT addressChosen(address);
}

void DevicePane::tellWhetherChanged()
{
    m_use->setEnabled(m_address->currentText().trimmed() != m_present);
}

} // namespace kuaiban::counter
