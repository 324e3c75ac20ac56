#include "Posts.h"

#include "modules/base/ObjectReader.h"

namespace kuaiban::identity {

using namespace Qt::StringLiterals;

Result<Posts> parsePosts(const QJsonObject& json)
{
    ObjectReader reader(json);
    Posts posts;
    const auto list = reader.array(u"posts"_s);
    for (qsizetype i = 0; i < list.size(); ++i) {
        ObjectReader item(list.at(i).toObject(), u"posts[%1]"_s.arg(i));
        ObjectReader name(item.object(u"name"_s), item.pathOf(u"name"_s));
        Post post{item.text(u"id"_s), name.text(u"zh_CN"_s), name.text(u"en"_s), {}};
        const auto rights = item.textsOr(u"rights"_s);
        post.rights = {rights.begin(), rights.end()};
        if (posts.contains(post.id))
            item.reject(u"id"_s, u"not used before"_s);
        KB_CHECK(item.finish());
        KB_CHECK(name.finish());
        posts.insert(post.id, post);
    }
    KB_CHECK(reader.finish());
    return posts;
}

QJsonObject Grant::toJson() const
{
    QJsonObject json{{u"id"_s, id}, {u"post"_s, post}, {u"area"_s, area}, {u"from"_s, from}};
    if (!items.isEmpty())
        json.insert(u"items"_s, QJsonArray::fromStringList(items));
    if (until != 0)
        json.insert(u"until"_s, until);
    return json;
}

Result<Grant> Grant::fromJson(const QJsonObject& json)
{
    ObjectReader reader(json);
    Grant grant{reader.text(u"id"_s), reader.text(u"post"_s), reader.text(u"area"_s), reader.textsOr(u"items"_s),
        reader.integerOr(u"from"_s, 0), reader.integerOr(u"until"_s, 0)};
    KB_CHECK(reader.finish());
    return grant;
}

Entitlement entitlement(const Posts& posts, const QList<Grant>& grants, QLatin1StringView right, const QString& area,
    const QString& item, qint64 at)
{
    bool once = false;
    for (const auto& grant : grants) {
        const bool fits = posts.value(grant.post).rights.contains(right) && areaCovers(grant.area, area) &&
                          (item.isEmpty() || grant.items.isEmpty() || grant.items.contains(item));
        if (!fits || at < grant.from)
            continue;
        if (grant.until == 0 || at < grant.until)
            return Entitlement::Held;
        once = true;
    }
    return once ? Entitlement::Withdrawn : Entitlement::Never;
}

} // namespace kuaiban::identity
