#pragma once

#include "Failure.h"

#include <QHash>
#include <QStringList>

namespace kuaiban {

// What a person reads about a failure: what happened, why it may be, what to do next.
struct FailureText
{
    QString what;
    QString cause;
    QString remedy;
};

// The failure-code manual (resources/failures, compiled in): one entry a code, in Chinese and English.
// Immutable after construction, so any thread may read it.
class FailureManual
{
public:
    FailureManual(); // the manual that is compiled in

    QStringList codes() const;
    bool has(const QString& code) const { return m_entries.contains(code); }
    QString origin(const QString& code) const;

    // Text for an error in "zh_CN" or "en" with {field} replaced; a code that is not in the manual yields a general
    // text that still shows the code, so that support can be called.
    FailureText text(const Error& error, const QString& language) const;

private:
    struct Entry
    {
        QString origin;
        QHash<QString, FailureText> texts;
    };

    QHash<QString, Entry> m_entries;
};

} // namespace kuaiban
