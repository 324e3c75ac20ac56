#pragma once

#include "PagePrinter.h"

#include <QObject>

#include <memory>

namespace kuaiban::devices {

// The part of PageStation that lives in the device thread.
class PagePrinting : public QObject
{
    Q_OBJECT

public:
    PagePrinting(std::unique_ptr<PagePrinter> printer, std::stop_token stop);
    ~PagePrinting() override;

    void print(int ticket, const PrintRequest& request);
    void refreshState();

Q_SIGNALS:
    void stateChanged(const kuaiban::devices::DeviceState& state);
    void printed(int ticket, const kuaiban::devices::PrintJob& job);
    void failed(int ticket, const kuaiban::Error& error);

private:
    std::unique_ptr<PagePrinter> m_printer;
    std::stop_token m_stop;
};

} // namespace kuaiban::devices
