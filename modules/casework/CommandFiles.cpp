#include "CommandFiles.h"

#include <QJsonArray>
#include <QSet>

namespace kuaiban::casework {

using namespace Qt::StringLiterals;

namespace {

void walk(const QJsonValue& value, QStringList& digests)
{
    if (value.isArray()) {
        for (const auto& entry : value.toArray())
            walk(entry, digests);
        return;
    }
    const auto object = value.toObject();
    const QString digest = object.value("digest"_L1).toString();
    if (!digest.isEmpty() && !digests.contains(digest))
        digests.append(digest);
    for (const auto& member : object)
        walk(member, digests);
}

} // namespace

QStringList filesOf(const QJsonObject& body)
{
    static const QSet<QString> Typed{u"values"_s, u"origins"_s, u"edits"_s, u"value"_s, u"card"_s, u"registered"_s};
    QStringList digests;
    for (auto member = body.begin(); member != body.end(); ++member) {
        if (!Typed.contains(member.key()))
            walk(member.value(), digests);
    }
    return digests;
}

} // namespace kuaiban::casework
