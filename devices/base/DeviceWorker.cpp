#include "DeviceWorker.h"

namespace kuaiban::devices {

DeviceWorker::DeviceWorker(const QString& name)
{
    m_thread.setObjectName(name);
    m_thread.start();
}

DeviceWorker::~DeviceWorker()
{
    m_stop.request_stop();
    m_thread.quit();
    m_thread.wait();
}

void DeviceWorker::take(QObject* object)
{
    object->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, object, &QObject::deleteLater);
}

void DeviceWorker::post(QObject* context, std::function<void()> command)
{
    QMetaObject::invokeMethod(
        context,
        [token = m_stop.get_token(), command = std::move(command)] {
            if (!token.stop_requested())
                command();
        },
        Qt::QueuedConnection);
}

} // namespace kuaiban::devices
