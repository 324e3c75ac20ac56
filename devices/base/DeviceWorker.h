#pragma once

#include <QThread>

#include <functional>
#include <stop_token>

namespace kuaiban::devices {

// The one thread of a device family. Commands run one after another in it; answers leave it as signals of the adopted
// objects, which are queued because their receivers live elsewhere. Destroying the worker asks the running command to
// stop, drops those that wait, destroys the adopted objects in their thread, and returns.
class DeviceWorker
{
public:
    explicit DeviceWorker(const QString& name);
    ~DeviceWorker();
    Q_DISABLE_COPY_MOVE(DeviceWorker)

    // Moves a parentless object into the thread, which owns it from now on.
    template<class Object>
    Object* adopt(std::unique_ptr<Object> object)
    {
        Object* const adopted = object.release();
        take(adopted);
        return adopted;
    }

    // Runs the command in the thread; the context is an adopted object. Any thread may post.
    void post(QObject* context, std::function<void()> command);

    // Asked to stop when the worker is destroyed; every wait inside a command watches it.
    std::stop_token stopToken() const { return m_stop.get_token(); }

private:
    void take(QObject* object);

    std::stop_source m_stop;
    QThread m_thread;
};

} // namespace kuaiban::devices
