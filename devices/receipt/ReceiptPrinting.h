#pragma once

#include "ReceiptPrinter.h"

#include <QObject>

#include <memory>

namespace kuaiban::devices {

// The part of ReceiptStation that lives in the device thread.
class ReceiptPrinting : public QObject
{
    Q_OBJECT

public:
    ReceiptPrinting(std::unique_ptr<ReceiptPrinter> printer, std::stop_token stop);
    ~ReceiptPrinting() override;

    void print(int ticket, const Slip& slip);
    void refreshState();

Q_SIGNALS:
    void stateChanged(const kuaiban::devices::DeviceState& state);
    void printed(int ticket, kuaiban::devices::ReceiptJob job);
    void failed(int ticket, const kuaiban::Error& error);

private:
    std::unique_ptr<ReceiptPrinter> m_printer;
    std::stop_token m_stop;
};

} // namespace kuaiban::devices
