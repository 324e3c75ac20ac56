#pragma once

#include "app/counter/equipment/DeviceTrial.h"
#include "app/counter/kit/KeyValueList.h"
#include "app/counter/kit/StatusLight.h"
#include "app/counter/shell/Page.h"

class QComboBox;

namespace kuaiban::counter {

class ActionButton;
class Field;
class MessageBar;
class NoticeBox;
class Panel;
class TextLabel;

// One device in full: its address and what else was found, how it is and what to do, the verdict of the last trial, and
// what happened to it. Shows and asks; the page does.
class DevicePane final : public QWidget
{
    Q_OBJECT

public:
    // `papers`: what there is to set up for printers only.
    DevicePane(const PageContext& context, QAction* trial, QAction* papers, QWidget* parent = nullptr);

    void show(DeviceFamily family, const LightState& light, const QString& address);
    void offer(const QList<devices::FoundDevice>& found);
    void setEvents(const QVector<KeyValue>& rows);
    void setTrying(bool trying);
    void setVerdict(const Message& message);
    DeviceFamily family() const { return m_family; }
    void focusAddress();

Q_SIGNALS:
    void addressChosen(const QString& address); // another than the present one

private:
    void choose();
    void tellWhetherChanged();

    DeviceFamily m_family = DeviceFamily::IdCard;
    QString m_present; // the address in use
    Panel* m_panel;
    QComboBox* m_address;
    Field* m_field;
    ActionButton* m_use;
    ActionButton* m_papers;
    NoticeBox* m_state;
    TextLabel* m_what;
    MessageBar* m_verdict;
    Panel* m_log;
    KeyValueList* m_events;
};

} // namespace kuaiban::counter
