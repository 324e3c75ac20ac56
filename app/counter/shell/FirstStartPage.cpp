#include "FirstStartPage.h"

#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/Field.h"
#include "app/counter/kit/MessageBar.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/kit/StepTrail.h"
#include "app/counter/kit/TextLabel.h"
#include "DevicePanel.h"

#include <QCryptographicHash>
#include <QLineEdit>
#include <QSslCertificate>
#include <QSysInfo>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int PanelWidth = 560;

} // namespace

FirstStartPage::FirstStartPage(const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_address(new QLineEdit)
    , m_code(new QLineEdit)
    , m_window(new QLineEdit)
    , m_certificate(new TextLabel(look, TextRole::Label))
    , m_message(new MessageBar(look))
    , m_steps(new StepTrail(look))
    , m_hubPanel(new Panel(look, tr("Which hub does this machine belong to?")))
    , m_codePanel(new Panel(look, tr("Enrol this machine")))
    , m_devicePanel(new DevicePanel(look))
    , m_check(new ActionButton(look, ButtonRole::Primary, tr("Find the hub")))
    , m_enrol(new ActionButton(look, ButtonRole::Primary, tr("Enrol")))
{
    m_certificate->setWordWrap(true);
    auto* address = new Field(look, tr("Address of the hub"), m_address);
    address->setHint(tr("Begins with https://; the administrator of the hall knows it"));
    m_hubPanel->body()->addWidget(address);
    m_hubPanel->body()->addWidget(m_check);
    auto* code = new Field(look, tr("Enrolment code"), m_code);
    code->setHint(tr("8 digits from the administrator, good for one hour"));
    auto* window = new Field(look, tr("Window number"), m_window);
    m_codePanel->body()->addWidget(m_certificate);
    m_codePanel->body()->addWidget(code);
    m_codePanel->body()->addWidget(window);
    m_codePanel->body()->addWidget(m_enrol);

    auto* column = new QVBoxLayout;
    column->addStretch(1);
    for (QWidget* widget :
        {static_cast<QWidget*>(m_steps), static_cast<QWidget*>(m_message), static_cast<QWidget*>(m_hubPanel),
            static_cast<QWidget*>(m_codePanel), static_cast<QWidget*>(m_devicePanel)}) {
        widget->setFixedWidth(PanelWidth);
        column->addWidget(widget);
    }
    column->addStretch(2);
    auto* row = new QHBoxLayout(this); // an alignment would forget that wrapped words need more height
    row->addStretch();
    row->addLayout(column);
    row->addStretch();
    m_codePanel->hide(); // one step at a time; together they would make the whole window higher than the screen
    m_devicePanel->hide();

    const auto check = [this] {
        if (!m_check->isEnabled()) // Enter again while the hub is asked
            return;
        m_check->setEnabled(false);
        Q_EMIT addressEntered(QUrl(m_address->text().trimmed()));
    };
    connect(m_address, &QLineEdit::returnPressed, this, check);
    connect(m_check, &QPushButton::clicked, this, check);
    const auto enrol = [this] {
        if (!m_enrol->isEnabled()) // a code is good for one request
            return;
        m_enrol->setEnabled(false);
        Q_EMIT enrolRequested(m_code->text().trimmed(), QSysInfo::machineHostName(), m_window->text().trimmed());
    };
    connect(m_code, &QLineEdit::returnPressed, m_window, [this] { m_window->setFocus(); });
    connect(m_window, &QLineEdit::returnPressed, this, enrol);
    connect(m_enrol, &QPushButton::clicked, this, enrol);
}

void FirstStartPage::goTo(int step)
{
    const QStringList names{tr("Hub"), tr("Enrolment"), tr("Devices"), tr("Sign in")};
    QVector<TrailStep> steps;
    for (int i = 0; i < names.size(); ++i)
        steps.append({names.at(i), i < step ? StepState::Done : i == step ? StepState::Current : StepState::Open});
    m_steps->setSteps(steps);
    m_hubPanel->setVisible(step == 0);
    m_codePanel->setVisible(step == 1);
    m_devicePanel->setVisible(step == 2);
    m_check->setEnabled(true);
    m_enrol->setEnabled(true);
    if (step < 2)
        (step == 0 ? m_address : m_code)->setFocus();
}

void FirstStartPage::begin(const QUrl& hub)
{
    m_address->setText(hub.toString());
    m_message->clear();
    goTo(0);
}

void FirstStartPage::say(const Message& message)
{
    m_check->setEnabled(true);
    m_enrol->setEnabled(true);
    m_message->say(message);
}

void FirstStartPage::showCertificate(const QSslCertificate& certificate)
{
    m_message->clear();
    const QString print = QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex(':')).toUpper();
    m_certificate->setText(
        tr("The hub shows this certificate. Compare it with what the administrator has:\n%1\nSHA-256 %2")
            .arg(certificate.subjectDisplayName(), print));
    goTo(1);
}

void FirstStartPage::showDevices()
{
    m_message->clear();
    goTo(2);
    m_devicePanel->begin();
}

void FirstStartPage::showPlainHub()
{
    m_message->clear();
    m_certificate->setText(tr("The hub runs on this machine and is reached without encryption."));
    goTo(1);
}

} // namespace kuaiban::counter
