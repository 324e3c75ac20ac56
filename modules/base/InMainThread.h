#pragma once

#include <QCoreApplication>
#include <QFuture>

namespace kuaiban {

// The same value, but arriving in the thread of the application: what follows with then(context, …) begins there, where
// the context lives and dies. Qt 6.4 looks whether the context still lives in the thread that delivers the value, and
// would now and then call an object that its owner is just deleting. A value that is there already arrives at once.
template<class T>
QFuture<T> inMainThread(QFuture<T> future)
{
    return future.then(QCoreApplication::instance(), [](const T& value) { return value; });
}

} // namespace kuaiban
