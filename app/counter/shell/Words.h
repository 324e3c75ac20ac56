#pragma once

#include "app/counter/equipment/DeviceSet.h"
#include "app/counter/kit/StatusLight.h"
#include "app/counter/look/Colours.h"
#include "app/counter/session/Session.h"
#include "modules/base/FailureManual.h"

#include <QDate>

namespace kuaiban::counter {

// Words that several pages share, so that one thing is never called two names.

// "In progress", "Completed" … for the phase of a case; with the tone and the outcome of its last task.
struct PhaseWords
{
    QString text;
    Tone tone = Tone::Normal;
};
PhaseWords phaseWords(const QString& phase, const QString& outcome);
QString outcomeWord(const QString& outcome); // "approved" → 通过

// "due today", "3 working days left", "2 days overdue"; calendar days, as the clerk counts.
struct DueWords
{
    QString text;
    Tone tone = Tone::Secondary;
};
DueWords dueWords(const QString& dueOn, QDate today);
// The same for a line of a list: nothing when the case is closed, and while it waits for the applicant the day by which
// the papers must be here, because the clock stands still.
DueWords limitWords(const QString& phase, const QString& dueOn, const QString& supplementDue, QDate today);

QString familyName(DeviceFamily family);
// The light of a device family.
LightState lightOf(
    DeviceFamily family, const devices::DeviceState& state, const FailureManual& manual, const QString& language);
LightState networkLight(const sync::SyncState& state, const FailureManual& manual, const QString& language);

QString clockText(qint64 utcMs);  // "11-21 09:42", legal time
QString minuteText(qint64 utcMs); // "2026-11-21 09:42", legal time

} // namespace kuaiban::counter
