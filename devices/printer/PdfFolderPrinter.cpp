#include "PdfFolderPrinter.h"

#include "devices/base/DeviceErrors.h"
#include "PrinterErrors.h"

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryFile>

#include <cerrno>
#include <cstring>

#include <unistd.h>

namespace kuaiban::devices {

namespace {

constexpr int MostAttempts = 1000;

QString errorText(int number)
{
    return QString::fromLocal8Bit(std::strerror(number));
}

// What is safe in a file name anywhere: letters, digits, Chinese characters, a few signs.
QString fileTitle(const QString& title)
{
    static const QRegularExpression unsafe(u"[^\\p{L}\\p{N}_-]+"_s);
    auto name = QString(title).replace(unsafe, u"-"_s).left(40);
    return name.isEmpty() || name == "-"_L1 ? u"page"_s : name;
}

} // namespace

PdfFolderPrinter::PdfFolderPrinter(const QString& folder)
    : m_folder(folder)
{}

Done PdfFolderPrinter::ensureFolder() const
{
    if (!QDir().mkpath(m_folder))
        return fail(printerFolder(m_folder, u"cannot be made"_s));
    if (!QFileInfo(m_folder).isWritable())
        return fail(printerFolder(m_folder, u"cannot be written to"_s));
    return {};
}

DeviceState PdfFolderPrinter::state(const std::stop_token&)
{
    const auto done = ensureFolder();
    return done ? DeviceState::ready() : DeviceState::fault(done.error());
}

int PdfFolderPrinter::lastNumber() const
{
    static const QRegularExpression numbered(u"^(\\d{4,9})-"_s);
    int last = 0;
    for (const auto& name : QDir(m_folder).entryList({u"*.pdf"_s}, QDir::Files)) {
        if (const auto match = numbered.match(name); match.hasMatch())
            last = std::max(last, match.captured(1).toInt());
    }
    return last;
}

Result<PrintJob> PdfFolderPrinter::print(const PrintRequest& request, const std::stop_token& stop)
{
    KB_CHECK(checkPrintRequest(request));
    if (stop.stop_requested())
        return fail(deviceCancelled());
    KB_CHECK(ensureFolder());
    QTemporaryFile file(m_folder + "/.printing-XXXXXX"_L1); // readable by nobody else, and removed unless it succeeds
    if (!file.open() || file.write(request.pdf) != request.pdf.size() || !file.flush() || ::fsync(file.handle()) != 0)
        return fail(printerFolder(m_folder, file.errorString()));
    int number = lastNumber();
    for (int attempt = 0; attempt < MostAttempts; ++attempt) {
        ++number;
        const auto name = "%1-%2.pdf"_L1.arg(QString::number(number).rightJustified(4, u'0'), fileTitle(request.title));
        const auto path = m_folder + u'/' + name;
        // A link fails when the name is taken, so two programs never get the same number.
        if (::link(QFile::encodeName(file.fileName()).constData(), QFile::encodeName(path).constData()) == 0)
            return PrintJob{PrintJobState::Printed, path};
        if (errno != EEXIST)
            return fail(printerFolder(m_folder, errorText(errno)));
    }
    return fail(printerFolder(m_folder, u"no free number"_s));
}

} // namespace kuaiban::devices
