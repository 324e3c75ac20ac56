#pragma once

#include "app/counter/kit/Message.h"
#include "app/counter/look/Look.h"

#include <QUrl>
#include <QWidget>

class QLineEdit;
class QSslCertificate;

namespace kuaiban::counter {

class ActionButton;
class DevicePanel;
class MessageBar;
class Panel;
class StepTrail;
class TextLabel;

// The first start of a machine: the hub's address, its certificate to be compared, the administrator's code, the
// devices.
class FirstStartPage final : public QWidget
{
    Q_OBJECT

public:
    explicit FirstStartPage(const Look& look, QWidget* parent = nullptr);

    void begin(const QUrl& hub);
    void say(const Message& message);
    // Shows what was found at the address; the technician compares it with what the administrator has.
    void showCertificate(const QSslCertificate& certificate);
    void showPlainHub(); // on this machine, without TLS
    void showDevices();
    DevicePanel* devices() const { return m_devicePanel; }

Q_SIGNALS:
    void addressEntered(const QUrl& hub);
    void enrolRequested(const QString& code, const QString& name, const QString& window);

private:
    void goTo(int step);

    QLineEdit* m_address;
    QLineEdit* m_code;
    QLineEdit* m_window;
    TextLabel* m_certificate;
    MessageBar* m_message;
    StepTrail* m_steps;
    Panel* m_hubPanel;
    Panel* m_codePanel;
    DevicePanel* m_devicePanel;
    ActionButton* m_check;
    ActionButton* m_enrol;
};

} // namespace kuaiban::counter
