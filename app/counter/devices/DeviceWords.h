#pragma once

#include "app/counter/equipment/DeviceTrial.h"
#include "app/counter/kit/KeyValueList.h"
#include "app/counter/kit/Message.h"

namespace kuaiban::counter {

// What trying a device of this family does, told before it is done: a test slip costs paper.
QString trialWords(DeviceFamily family);
// "Passed in 0.3 s: 王*兰".
Message verdictMessage(
    DeviceFamily family, const TrialVerdict& verdict, const FailureManual& manual, const QString& language);
QString categoryName(const QString& category); // of papers: "receipt" …
QString trayName(const QString& tray);         // in words where PWG 5100.7 gives the name a meaning
QString taskName(const QString& task);         // see Profile::windowTasks
QString usualDevices(const QString& task);     // what does it where nothing else was chosen
QString deviceForTask(const QString& task, DeviceFamily family);
// One line a thing that happened, with its time in China's legal time.
QVector<KeyValue> eventRows(const QList<DeviceEvent>& events, const FailureManual& manual, const QString& language);

} // namespace kuaiban::counter
