#pragma once

#include "app/counter/kit/CodeSource.h"
#include "modules/base/Result.h"

#include <QFuture>
#include <QHash>
#include <QTimer>

#include <functional>
#include <memory>

namespace kuaiban::counter {

// The code tables and areas that the forms of a signed-in user pick from, shared by all of them: read at first need,
// prepared off the UI thread, looked at again every few minutes because the hub may publish new ones. UI thread.
class CodeShelf final : public QObject
{
    Q_OBJECT

public:
    // Bytes in force of a definition, empty if there is none; see Session::definition().
    using Fetch = std::function<QFuture<Result<QByteArray>>(const QString& table, const QString& key)>;

    // `home` is the area of the own office: areas near it are offered first.
    CodeShelf(Fetch fetch, const QString& home, QObject* parent = nullptr);

    static QString areas() { return QStringLiteral("area"); } // the name of the areas among the tables

    // Usable at once; without rows until changed() tells that they are there.
    std::shared_ptr<const CodeSource> source(const QString& table);
    // What a form asks: yes while the rows are not there, because what cannot be checked is not refused.
    bool knows(const QString& table, const QString& code) const;
    QString text(const QString& table, const QString& code) const; // the code itself when there is no text
    bool isReady(const QString& table) const;
    std::optional<Error> error(const QString& table) const; // why the rows could not be read
    void refresh();                                         // asks again for everything that was ever asked for

Q_SIGNALS:
    void changed(const QString& table); // other rows, or an error

private:
    class LateSource;
    struct Shelved
    {
        std::shared_ptr<LateSource> source;
        QByteArray digest; // of the bytes that the rows were made from
        std::optional<Error> error;
        bool isReading = false;
        bool isStale = false; // asked for once more while it is being read
    };

    void read(const QString& table);

    Fetch m_fetch;
    QString m_home;
    QHash<QString, Shelved> m_tables;
    QTimer m_timer;
};

} // namespace kuaiban::counter
