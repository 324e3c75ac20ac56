#pragma once

#include "modules/base/Failure.h"

#include <QWidget>

#include <functional>

namespace kuaiban::counter {

// Asks which file a sheet is in, and where one is to be kept; the window goes on working meanwhile.
class SheetFiles final : public QObject
{
    Q_OBJECT

public:
    explicit SheetFiles(QWidget* page);

    void choose(const QString& title, const std::function<void(const QByteArray& bytes, const QString& name)>& then);
    void keep(
        const QString& title, const QString& name, const QByteArray& bytes, const std::function<void()>& then = {});

Q_SIGNALS:
    void kept(const QString& name);
    void failed(const kuaiban::Error& error); // admin.sheet-unreadable, admin.sheet-not-kept

private:
    QWidget* m_page;
};

} // namespace kuaiban::counter
