#include "DeviceWords.h"

#include "app/counter/shell/Words.h"
#include "modules/base/FailureManual.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

// Carries the context of the texts below.
struct DeviceWordsTexts
{
    Q_DECLARE_TR_FUNCTIONS(DeviceWords)
};

QString whatWords(const QString& what)
{
    const QHash<QString, QString> words{{u"ready"_s, DeviceWordsTexts::tr("ready")},
        {u"attention"_s, DeviceWordsTexts::tr("needs attention")}, {u"fault"_s, DeviceWordsTexts::tr("fault")},
        {u"failed"_s, DeviceWordsTexts::tr("did not work")}, {u"tried"_s, DeviceWordsTexts::tr("tried")},
        {u"chosen"_s, DeviceWordsTexts::tr("chosen")}, {u"not-configured"_s, DeviceWordsTexts::tr("not set up")}};
    return words.value(what, what);
}

QString passedDetail(DeviceFamily family, const QString& detail)
{
    switch (family) {
    case DeviceFamily::IdCard:
    case DeviceFamily::SmartCard:
        return DeviceWordsTexts::tr("The card of %1 was read.").arg(detail);
    case DeviceFamily::Scanner:
    case DeviceFamily::Camera:
        return DeviceWordsTexts::tr("A page of %1 dots came.").arg(detail);
    case DeviceFamily::Receipt:
        return DeviceWordsTexts::tr("The test slip is out: compare it with what lies in the printer.");
    case DeviceFamily::Printer:
        return DeviceWordsTexts::tr("The test page is out.");
    case DeviceFamily::Keypad:
        return DeviceWordsTexts::tr("Key %1 was pressed.").arg(detail);
    case DeviceFamily::Screen:
        return DeviceWordsTexts::tr("The monitor %1 is connected.").arg(detail);
    case DeviceFamily::Caller:
        break;
    }
    return detail.isEmpty() ? DeviceWordsTexts::tr("The queue answered; nobody is called.")
                            : DeviceWordsTexts::tr("The queue answered; %1 is called.").arg(detail);
}

} // namespace

QString categoryName(const QString& category)
{
    const QHash<QString, QString> words{{u"receipt"_s, DeviceWordsTexts::tr("Receipts")},
        {u"decision"_s, DeviceWordsTexts::tr("Decisions and notices")}, {u"list"_s, DeviceWordsTexts::tr("Lists")},
        {u"confirmation"_s, DeviceWordsTexts::tr("Confirmations")},
        {u"internal"_s, DeviceWordsTexts::tr("For the house")}};
    return words.value(category, category);
}

QString trayName(const QString& tray)
{
    if (tray.startsWith("tray-"_L1))
        return DeviceWordsTexts::tr("Tray %1").arg(tray.sliced(5));
    const QHash<QString, QString> words{{u"auto"_s, DeviceWordsTexts::tr("By itself")},
        {u"main"_s, DeviceWordsTexts::tr("Main tray")}, {u"alternate"_s, DeviceWordsTexts::tr("Second tray")},
        {u"top"_s, DeviceWordsTexts::tr("Upper tray")}, {u"middle"_s, DeviceWordsTexts::tr("Middle tray")},
        {u"bottom"_s, DeviceWordsTexts::tr("Lower tray")}, {u"rear"_s, DeviceWordsTexts::tr("Rear tray")},
        {u"manual"_s, DeviceWordsTexts::tr("By hand")}, {u"by-pass-tray"_s, DeviceWordsTexts::tr("Bypass tray")},
        {u"envelope"_s, DeviceWordsTexts::tr("Envelopes")}, {u"large-capacity"_s, DeviceWordsTexts::tr("Large tray")}};
    return words.value(tray, tray);
}

QString taskName(const QString& task)
{
    const QHash<QString, QString> words{{u"papers"_s, DeviceWordsTexts::tr("Pages of a case (F4)")},
        {u"identity"_s, DeviceWordsTexts::tr("What shows who somebody is (F4)")},
        {u"handout"_s, DeviceWordsTexts::tr("What the applicant takes along")}};
    return words.value(task, task);
}

QString usualDevices(const QString& task)
{
    return task == "handout"_L1 ? DeviceWordsTexts::tr("As usual: slip and receipt page")
                                : DeviceWordsTexts::tr("As usual: the scanner, without one the camera");
}

QString deviceForTask(const QString& task, DeviceFamily family)
{
    if (task != "handout"_L1)
        return familyName(family);
    return family == DeviceFamily::Receipt ? DeviceWordsTexts::tr("The slip only")
                                           : DeviceWordsTexts::tr("The receipt page only");
}

QString trialWords(DeviceFamily family)
{
    switch (family) {
    case DeviceFamily::IdCard:
        return DeviceWordsTexts::tr("Reads the ID card that lies there.");
    case DeviceFamily::SmartCard:
        return DeviceWordsTexts::tr("Reads the social security card that is in.");
    case DeviceFamily::Scanner:
        return DeviceWordsTexts::tr("Scans one page from the glass; it is not kept.");
    case DeviceFamily::Camera:
        return DeviceWordsTexts::tr("Takes one photograph of what lies below it; it is not kept.");
    case DeviceFamily::Receipt:
        return DeviceWordsTexts::tr("Prints a test slip.");
    case DeviceFamily::Printer:
        return DeviceWordsTexts::tr("Prints a test page.");
    case DeviceFamily::Keypad:
        return DeviceWordsTexts::tr("Waits 15 seconds for a key of the keypad.");
    case DeviceFamily::Screen:
        return DeviceWordsTexts::tr("Looks for the monitor that faces the citizen.");
    case DeviceFamily::Caller:
        break;
    }
    return DeviceWordsTexts::tr("Asks the queue how it stands; calls nobody.");
}

Message verdictMessage(
    DeviceFamily family, const TrialVerdict& verdict, const FailureManual& manual, const QString& language)
{
    const QString seconds = QString::number(static_cast<double>(verdict.ms) / 1000, 'f', 1);
    if (verdict.result == TrialVerdict::Result::Passed)
        return {Tone::Good, DeviceWordsTexts::tr("Works, in %1 s").arg(seconds), {},
            passedDetail(family, verdict.detail), {}, {}};
    if (!verdict.why)
        return {Tone::Attention, DeviceWordsTexts::tr("Answers, but no key was pressed"), {},
            DeviceWordsTexts::tr("Try it once more and press a key within 15 seconds."), {}, {}};
    auto message = messageFor(*verdict.why, manual, language);
    const bool answered = verdict.result == TrialVerdict::Result::Answered;
    message.tone = answered ? Tone::Attention : Tone::Bad;
    message.what = (answered ? DeviceWordsTexts::tr("Answers, but: %1") : DeviceWordsTexts::tr("Does not work: %1"))
                       .arg(message.what);
    return message;
}

QVector<KeyValue> eventRows(const QList<DeviceEvent>& events, const FailureManual& manual, const QString& language)
{
    static const QRegularExpression leftOut(u"\\{\\w+\\}"_s); // the log keeps codes and no particulars
    QVector<KeyValue> rows;
    for (const auto& event : events) {
        QStringList parts{whatWords(event.what)};
        if (!event.code.isEmpty()) {
            const auto message = messageFor({event.code, Origin::Device, {}, {}}, manual, language);
            parts.append(QString(message.what).replace(leftOut, u"…"_s));
        }
        const bool bad = event.what == "fault"_L1 || event.what == "failed"_L1;
        rows.append({legalTime(event.atMs).toString(u"MM-dd HH:mm:ss"_s), parts.join(u" · "_s),
            bad                            ? Tone::Bad
            : event.what == "attention"_L1 ? Tone::Attention
                                           : Tone::Normal});
    }
    return rows;
}

} // namespace kuaiban::counter
