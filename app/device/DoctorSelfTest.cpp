#include "devices/base/DeviceErrors.h"
#include "devices/printer/TestPage.h"
#include "devices/receipt/SlipJson.h"
#include "Doctor.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <functional>

namespace kuaiban::doctor {

using namespace devices;

namespace {

struct Check
{
    QString name;
    std::function<Done()> run;
};

template<class Driver>
Result<std::unique_ptr<Driver>> simulator(const DriverCatalogue<Driver>& catalogue, const QString& options = {})
{
    return catalogue.make("sim:%1%2"_L1.arg(catalogue.kind(), options));
}

} // namespace

// Without a port the drivers themselves are tried on simulators, the driver host included; with a port the device
// behind it, as far as that costs no paper.
Result<QJsonObject> Doctor::selfTest(const Request& request)
{
    const QTemporaryDir folder;
    QList<Check> checks;
    if (!request.port.isEmpty()) {
        checks.append({request.port, [&]() -> Done {
                           QJsonObject extra;
                           KB_TRY(const auto state, stateOf(request.port, extra));
                           return state.health == DeviceHealth::Fault && state.reason ? Done(fail(*state.reason))
                                                                                      : Done();
                       }});
    } else {
        checks.append({m_idCards.kind(), [this]() -> Done {
                           KB_TRY(const auto reader, simulator(m_idCards));
                           KB_CHECK(reader->open(m_stop));
                           return reader->readCard(IdCardExtent::Full, m_stop).map([](const IdCard&) {});
                       }});
        checks.append({m_smartCards.kind(), [this]() -> Done {
                           KB_TRY(const auto reader, simulator(m_smartCards));
                           KB_CHECK(reader->open(m_stop));
                           return reader->read(m_stop).map([](const SscCard&) {});
                       }});
        checks.append(
            {m_scanners.kind(), [this]() -> Done {
                 KB_TRY(const auto scanner, simulator(m_scanners, u"?hosted=1"_s));
                 const ScanListener nobody{[](const ScannedPage&) {}, [](int, int) {}};
                 return scanner->scan({ScanSource::Flatbed, ScanMode::Gray, 75, 1}, nobody, m_stop).map([](int) {});
             }});
        checks.append({m_receipts.kind(), [this]() -> Done {
                           KB_TRY(const auto printer, simulator(m_receipts));
                           return printer->print(testSlip(), m_stop).map([](ReceiptJob) {});
                       }});
        checks.append({m_printers.kind(), [this, &folder]() -> Done {
                           KB_TRY(const auto printer, m_printers.make("pdf:"_L1 + folder.path()));
                           return printer->print({testPage(), u"selftest"_s, 1}, m_stop).map([](const PrintJob&) {});
                       }});
        for (const auto& kind : {m_keypads.kind(), m_callers.kind()}) {
            checks.append({kind, [this, kind]() -> Done {
                               QJsonObject extra;
                               return stateOf("sim:"_L1 + kind, extra).map([](const DeviceState&) {});
                           }});
        }
    }

    QJsonArray results;
    std::optional<Error> first;
    for (const auto& check : checks) {
        QElapsedTimer timer;
        timer.start();
        const auto done = check.run();
        QJsonObject result{{"name"_L1, check.name}, {"ok"_L1, done.has_value()}, {"ms"_L1, timer.elapsed()}};
        if (!done) {
            result.insert("failure"_L1, done.error().code);
            first = first.value_or(done.error());
        }
        results.append(result);
    }
    m_soFar = {{"checks"_L1, results}};
    if (first)
        return fail(*first);
    return m_soFar;
}

} // namespace kuaiban::doctor
