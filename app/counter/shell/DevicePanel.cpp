#include "DevicePanel.h"

#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/Field.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/kit/TextLabel.h"
#include "Words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

DevicePanel::DevicePanel(const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_found(new TextLabel(look, TextRole::Label))
    , m_again(new ActionButton(look, ButtonRole::Secondary, tr("Look again")))
    , m_done(new ActionButton(look, ButtonRole::Primary, tr("Use these")))
{
    auto* panel = new Panel(look, tr("Which devices stand at this window?"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(panel);
    for (const auto family : AllDeviceFamilies) {
        if (!isUsual(family)) // the devices page sets up what few windows have
            continue;
        auto* box = new QComboBox;
        box->setEditable(true);
        box->setInsertPolicy(QComboBox::NoInsert);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->lineEdit()->setPlaceholderText(tr("None"));
        auto* field = new Field(look, familyName(family), box);
        panel->body()->addWidget(field);
        m_choices.append({family, box, field});
        connect(box, &QComboBox::activated, this, &DevicePanel::tellIfChanged);
        connect(box->lineEdit(), &QLineEdit::editingFinished, this, &DevicePanel::tellIfChanged);
    }
    for (int i = 0; i < m_choices.size(); ++i) {
        QWidget* next = i + 1 < m_choices.size() ? static_cast<QWidget*>(m_choices.at(i + 1).box) : m_done;
        connect(m_choices.at(i).box->lineEdit(), &QLineEdit::returnPressed, next, [next] { next->setFocus(); });
    }
    m_found->setWordWrap(true);
    panel->body()->addWidget(m_found);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_again);
    buttons->addStretch();
    buttons->addWidget(m_done);
    panel->body()->addLayout(buttons);
    connect(m_again, &QPushButton::clicked, this, [this] {
        m_again->setEnabled(false);
        m_found->setText(tr("Looking for ports, queues and scanners…"));
        Q_EMIT lookRequested();
    });
    connect(m_done, &QPushButton::clicked, this, [this] {
        tellIfChanged();
        Q_EMIT finished();
    });
}

void DevicePanel::begin()
{
    m_choices.first().box->setFocus();
    m_again->click();
}

void DevicePanel::offer(const FoundDevices& found)
{
    int things = 0;
    for (const auto& choice : m_choices) {
        const QString before = address(choice);
        const auto offers = found.value(choice.family);
        things += static_cast<int>(offers.size());
        choice.box->clear();
        choice.box->addItem({});
        for (const auto& offer : offers) {
            choice.box->addItem(offer.uri);
            choice.box->setItemData(choice.box->count() - 1, offer.title, Qt::ToolTipRole);
        }
        // A serial line may lead to anything: only a person knows.
        const bool clear = offers.size() == 1 && !offers.first().uri.contains(":serial:"_L1);
        choice.box->setEditText(before.isEmpty() && clear ? offers.first().uri : before);
    }
    m_again->setEnabled(true);
    m_found->setText(tr("%n thing(s) found; Down shows them. The address of a printer in the network is typed: "
                        "escpos:tcp:HOST:9100",
        nullptr, things));
    tellIfChanged();
}

void DevicePanel::showState(DeviceFamily family, const LightState& state)
{
    for (const auto& choice : m_choices) {
        if (choice.family != family)
            continue;
        if (address(choice).isEmpty())
            choice.field->setNormal();
        else if (state.condition == Condition::Ready)
            choice.field->setFilled(state.word);
        else if (state.condition == Condition::Fault)
            choice.field->setError(state.problem);
        else
            choice.field->setAttention(state.problem.isEmpty() ? state.word : state.problem);
    }
}

QString DevicePanel::address(const Choice& choice) const
{
    return choice.box->currentText().trimmed();
}

DevicePanel::Addresses DevicePanel::addresses() const
{
    Addresses addresses;
    for (const auto& choice : m_choices) {
        if (!address(choice).isEmpty())
            addresses.insert(profileKey(choice.family), address(choice));
    }
    return addresses;
}

void DevicePanel::tellIfChanged()
{
    const auto now = addresses();
    if (now == m_told)
        return;
    m_told = now;
    Q_EMIT changed();
}

} // namespace kuaiban::counter
