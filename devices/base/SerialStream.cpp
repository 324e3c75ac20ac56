#include "SerialStream.h"

#include "DeviceErrors.h"

#include <QDeadlineTimer>
#include <QSerialPort>

namespace kuaiban::devices {

namespace {} // namespace

SerialStream::SerialStream(const QString& path, int baud)
    : m_path(path)
    , m_baud(baud)
{}

SerialStream::~SerialStream() = default;

Error SerialStream::portError() const
{
    switch (m_port->error()) {
    case QSerialPort::DeviceNotFoundError:
        return devicePortMissing(m_path);
    case QSerialPort::PermissionError: // Qt says the same for a port that another program has locked
        return m_port->errorString().contains("lock"_L1, Qt::CaseInsensitive) ? devicePortBusy(m_path)
                                                                              : devicePortAccess(m_path);
    case QSerialPort::ResourceError:
    case QSerialPort::ReadError: // what an adapter that was pulled out looks like
    case QSerialPort::WriteError:
        return deviceUnplugged(m_path);
    default:
        return devicePortFailed(m_path, m_port->errorString());
    }
}

Done SerialStream::open(const std::stop_token&)
{
    m_port = std::make_unique<QSerialPort>();
    m_port->setPortName(m_path);
    m_port->setBaudRate(m_baud);
    m_port->setDataBits(QSerialPort::Data8);
    m_port->setParity(QSerialPort::NoParity);
    m_port->setStopBits(QSerialPort::OneStop);
    m_port->setFlowControl(QSerialPort::NoFlowControl);
    if (!m_port->open(QIODevice::ReadWrite)) {
        const auto error = portError();
        m_port.reset();
        return fail(error);
    }
    return {};
}

void SerialStream::close()
{
    m_port.reset();
}

bool SerialStream::isOpen() const
{
    return m_port && m_port->isOpen();
}

Done SerialStream::write(QByteArrayView bytes, std::chrono::milliseconds limit, const std::stop_token& stop)
{
    if (!isOpen())
        return fail(deviceUnplugged(m_path));
    m_port->clearError();
    if (m_port->write(bytes.data(), bytes.size()) != bytes.size())
        return fail(portError());
    QDeadlineTimer deadline(limit);
    while (m_port->bytesToWrite() > 0) {
        if (stop.stop_requested())
            return fail(deviceCancelled());
        if (m_port->waitForBytesWritten(SliceMs))
            continue;
        if (m_port->error() != QSerialPort::TimeoutError && m_port->error() != QSerialPort::NoError)
            return fail(portError());
        if (deadline.hasExpired())
            return fail(deviceWriteTimeout(m_path));
    }
    return {};
}

Result<QByteArray> SerialStream::read(std::chrono::milliseconds limit, const std::stop_token& stop)
{
    if (!isOpen())
        return fail(deviceUnplugged(m_path));
    QDeadlineTimer deadline(limit);
    while (m_port->bytesAvailable() == 0) {
        if (stop.stop_requested())
            return fail(deviceCancelled());
        const auto slice = std::min<qint64>(SliceMs, deadline.remainingTime());
        if (m_port->waitForReadyRead(static_cast<int>(slice)))
            break;
        if (m_port->error() != QSerialPort::TimeoutError && m_port->error() != QSerialPort::NoError)
            return fail(portError());
        if (deadline.hasExpired())
            return QByteArray();
    }
    return m_port->readAll();
}

void SerialStream::discardInput()
{
    if (!isOpen())
        return;
    m_port->waitForReadyRead(0);
    m_port->readAll();
    m_port->clearError();
}

} // namespace kuaiban::devices
