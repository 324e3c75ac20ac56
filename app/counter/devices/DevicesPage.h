#pragma once

#include "app/counter/equipment/DeviceTrial.h"
#include "app/counter/shell/Page.h"

#include <QPointer>

namespace kuaiban::counter {

class ActionBar;
class DevicePane;
class PaperSheet;
class TaskSheet;
class MaterialList;
class MessageBar;

// 设备: all devices of this window at the left with their states, the chosen one in full at the right.
class DevicesPage final : public Page
{
    Q_OBJECT

public:
    // Looks for what is connected, off the UI thread.
    using Search = std::function<QFuture<FoundDevices>()>;

    // `supportFolder`: where a support file is put; `machine`: what it says of the machine beyond its devices.
    struct Place
    {
        QString supportFolder;
        QJsonObject machine;
    };
    DevicesPage(PageContext& context, const Search& search, const Place& place, QWidget* parent = nullptr);

    void opened() override;
    void show(const QString& subject) override; // the profile key of a family
    void say(const Error& error);

Q_SIGNALS:
    // The address of a family is to be another from now on; an empty one: none. The page goes with the old devices.
    void addressChosen(kuaiban::counter::DeviceFamily family, const QString& address);
    // How papers are printed here from now on; the page goes with the old devices.
    void rulesChosen(const QHash<QString, kuaiban::counter::PaperRule>& rules);
    // Which device does a task from now on (Profile::tasks); the page goes with the old devices.
    void tasksChosen(const QHash<QString, QString>& tasks);

private:
    void showList();
    void showChosen();
    void look();
    void tryChosen();
    void writeSupport();
    void askForPapers();
    void askForTasks();
    DeviceFamily chosen() const;

    Search m_search;
    Place m_place;
    DeviceTrial m_trial;
    FoundDevices m_found;
    QHash<DeviceFamily, Message> m_verdicts;
    bool m_looking = false;
    MessageBar* m_message;
    MaterialList* m_list;
    DevicePane* m_pane;
    QPointer<PaperSheet> m_papers; // the sheets live in the window
    QPointer<TaskSheet> m_tasks;
    ActionBar* m_bar;
};

} // namespace kuaiban::counter
