#pragma once

#include <QJsonValue>
#include <QStringList>

#include <optional>

namespace kuaiban::devices {

// A place in a JSON document (RFC 6901): "/data/rows/0/name", with ~1 for a slash and ~0 for a tilde in a name.
class JsonPointer
{
public:
    // Nothing unless the text begins with a slash and every tilde is followed by 0 or 1.
    static std::optional<JsonPointer> parse(const QString& text);

    QString text() const;
    // What stands there; undefined if there is no such place.
    QJsonValue in(const QJsonValue& root) const;

private:
    QStringList m_steps;
};

} // namespace kuaiban::devices
