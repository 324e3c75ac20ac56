#include "Doctor.h"

#include "devices/base/DeviceErrors.h"
#include "DoctorErrors.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace kuaiban::doctor {

using namespace devices;

namespace {

Result<QJsonObject> keptPage(const ScannedPage& page, const QString& folder)
{
    const auto suffix = page.format == "jpeg"_L1 ? "jpg"_L1 : "png"_L1;
    const auto path = "%1/page-%2.%3"_L1.arg(folder, QString::number(page.number).rightJustified(3, u'0'), suffix);
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                         file.write(page.bytes) == page.bytes.size() && file.commit();
    if (!written)
        return fail(fileNotWritten(path, file.errorString()));
    return QJsonObject{
        {"file"_L1, path},
        {"width"_L1, page.width},
        {"height"_L1, page.height},
        {"dpi"_L1, page.dpi},
        {"blank"_L1, page.blank},
        {"quality"_L1, page.quality.score},
        {"warnings"_L1, QJsonArray::fromStringList(page.quality.warnings)},
        {"bytes"_L1, page.bytes.size()},
    };
}

} // namespace

Result<QJsonObject> Doctor::scan(const Request& request)
{
    if (request.folder.isEmpty())
        return fail(wrongArgument(u"--out"_s));
    KB_TRY(const auto scanner, m_scanners.make(request.port));
    if (!scanner)
        return fail(deviceNotConfigured());
    if (!QDir().mkpath(request.folder))
        return fail(fileNotWritten(request.folder, {}));
    QJsonArray pages;
    std::optional<Error> notKept;
    const ScanListener listener{
        [&](const ScannedPage& page) {
            const auto kept = keptPage(page, request.folder);
            if (kept)
                pages.append(*kept);
            else
                notKept = kept.error();
        },
        [](int, int) {},
    };
    const auto done = scanner->scan(request.scan, listener, m_stop);
    m_soFar = {{"pages"_L1, pages}}; // pages that came before a jam are good
    if (!done)
        return fail(done.error());
    if (notKept)
        return fail(*notKept);
    return m_soFar;
}

} // namespace kuaiban::doctor
