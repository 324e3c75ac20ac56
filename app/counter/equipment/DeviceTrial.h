#pragma once

#include "DeviceSet.h"

namespace kuaiban::counter {

// What came of trying a device the way the counter uses it.
struct TrialVerdict
{
    enum class Result {
        Passed,   // it did its work
        Answered, // it is in order, but nothing lay there or nobody pressed: `why` says so
        Failed,   // `why` says what stands in the way
    };
    Result result = Result::Passed;
    std::optional<Error> why;
    qint64 ms = 0;  // how long it took
    QString detail; // what came out, masked: a name, a number of pages, a grade
};

// Tries devices, one trial a family at a time: reads the card that lies there, scans or photographs a page, prints a
// test slip or page, waits for a key, asks the queue. Goes through the stations, so it also works while the counter
// holds the line.
class DeviceTrial final : public QObject
{
    Q_OBJECT

public:
    // No device takes longer than `patience` for one page or one answer.
    explicit DeviceTrial(
        DeviceSet& devices, std::chrono::milliseconds patience = std::chrono::minutes(1), QObject* parent = nullptr);

    bool isRunning(DeviceFamily family) const { return m_running.contains(family); }
    void run(DeviceFamily family);

Q_SIGNALS:
    void finished(kuaiban::counter::DeviceFamily family, const kuaiban::counter::TrialVerdict& verdict);

private:
    QObject* begin(DeviceFamily family); // what the trial's connections hang on; gone when it is over
    void pass(DeviceFamily family, const QString& detail);
    void miss(DeviceFamily family, const Error& why);
    void end(DeviceFamily family, TrialVerdict verdict);
    template<class Station, class Value>
    void tryReading(DeviceFamily family, Station& station, void (Station::*read)(const Value&), QString Value::*name);
    template<class Station, class Printed>
    void tryPrinting(DeviceFamily family, Station& station, int ticket, Printed printed);
    void tryScanning(DeviceFamily family, devices::ScanStation& scanner);
    void tryPressing();
    void tryLooking();
    void tryAsking();

    struct Trial
    {
        QObject* context;
        QElapsedTimer since;
    };

    DeviceSet& m_devices;
    std::chrono::milliseconds m_patience;
    QHash<DeviceFamily, Trial> m_running;
};

} // namespace kuaiban::counter
