#pragma once

#include "PagePrinter.h"

namespace kuaiban::devices {

// "Prints" into a folder: 0001-<title>.pdf, 0002-… Each file appears whole or not at all, and no number is used twice,
// also when several programs print into the folder. Copies are not multiplied: the file is the page.
class PdfFolderPrinter final : public PagePrinter
{
public:
    explicit PdfFolderPrinter(const QString& folder);

    DeviceState state(const std::stop_token& stop) override;
    Result<PrintJob> print(const PrintRequest& request, const std::stop_token& stop) override;

private:
    Done ensureFolder() const;
    int lastNumber() const;

    QString m_folder;
};

} // namespace kuaiban::devices
