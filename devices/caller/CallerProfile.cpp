#include "CallerProfile.h"

#include "CallerErrors.h"
#include "CallerTemplate.h"
#include "modules/base/Json.h"
#include "modules/base/ObjectReader.h"

#include <QFile>
#include <QRegularExpression>

static void initialiseCallerResource()
{
    Q_INIT_RESOURCE(caller); // a static library's resources are dropped by the linker unless someone asks for them
}

namespace kuaiban::devices {

namespace {

constexpr qint64 LargestProfile = 256 * 1024;

// One object of the profile: its words, and complaints that name the place.
class ProfilePart : public ObjectReader
{
public:
    ProfilePart(const QJsonObject& object, const QString& path, const QStringList& words)
        : ObjectReader(object, path)
        , m_object(object)
    {
        for (const auto& word : object.keys()) {
            if (!words.contains(word))
                reject(word, "a word nobody knows; here stand %1"_L1.arg(words.join(", "_L1)));
        }
    }

    bool has(const QString& name) const { return m_object.contains(name); }

    JsonPointer pointer(const QString& name)
    {
        const auto parsed = JsonPointer::parse(text(name));
        if (!parsed)
            reject(name, u"a place such as /data/number"_s);
        return parsed.value_or(JsonPointer());
    }

    std::optional<JsonPointer> pointerIfThere(const QString& name)
    {
        return has(name) ? std::optional(pointer(name)) : std::nullopt;
    }

    QStringList values(const QString& name)
    {
        const auto list = textsOr(name);
        if (list.isEmpty())
            reject(name, u"a list of texts"_s);
        return list;
    }

private:
    QJsonObject m_object;
};

class ProfileReader
{
public:
    ProfileReader(const QJsonObject& object, const QString& file)
        : m_file(file)
        , m_top(object, {}, {u"headers"_s, u"operations"_s, u"state"_s, u"nobody"_s, u"refusal"_s})
    {}

    Result<CallerProfile> read()
    {
        CallerProfile profile;
        profile.headers = headers(m_top.objectOr(u"headers"_s));
        profile.steps = steps(inner(m_top, u"operations"_s));
        profile.state = state(inner(m_top, u"state"_s));
        profile.nobody = nobody(inner(m_top, u"nobody"_s));
        if (m_top.has(u"refusal"_s))
            profile.refusal = refusal(inner(m_top, u"refusal"_s));
        close(m_top);
        if (!m_error && profile.steps.contains(CallOperation::Pause) && !profile.state.paused)
            m_error = complaint(u"state.paused"_s, u"required where there is pause"_s);
        if (m_error)
            return fail(*m_error);
        return profile;
    }

private:
    Error complaint(const QString& place, const QString& reason) const
    {
        return callerProfileBroken(m_file, place, reason);
    }

    void close(const ObjectReader& part)
    {
        const auto done = part.finish();
        if (m_error || done)
            return;
        const auto& fields = done.error().fields;
        m_error = complaint(fields.value("path"_L1).toString(), fields.value("expected"_L1).toString());
    }

    // An object that is missing is complained about before the words that are therefore missing in it.
    QJsonObject inner(ProfilePart& part, const QString& name)
    {
        const auto object = part.object(name);
        close(part);
        return object;
    }

    QMap<QByteArray, QByteArray> headers(const QJsonObject& object)
    {
        static const QRegularExpression token(u"^[A-Za-z0-9-]+$"_s);
        static const QRegularExpression visible(u"^[\\x20-\\x7e]+$"_s);
        // What the line itself decides.
        static const QStringList reserved{u"accept-encoding"_s, u"connection"_s, u"content-length"_s, u"content-type"_s,
            u"host"_s, u"transfer-encoding"_s};
        ProfilePart part(object, u"headers"_s, object.keys());
        QMap<QByteArray, QByteArray> headers;
        for (const auto& name : object.keys()) {
            const auto value = part.text(name);
            if (!token.match(name).hasMatch() || reserved.contains(name.toLower()))
                part.reject(name, u"no header that a profile may set"_s);
            if (!visible.match(value).hasMatch())
                part.reject(name, u"visible ASCII characters"_s);
            headers.insert(name.toLatin1(), value.toLatin1());
        }
        close(part);
        return headers;
    }

    QMap<CallOperation, CallerStep> steps(const QJsonObject& object)
    {
        QStringList names;
        for (const auto& [operation, name] : CallOperationNames)
            names.append(name);
        ProfilePart part(object, u"operations"_s, names);
        QMap<CallOperation, CallerStep> steps;
        for (const auto& [operation, name] : CallOperationNames) {
            const bool required = operation == CallOperation::State || operation == CallOperation::Next;
            if (required || part.has(name))
                steps.insert(operation, step(inner(part, name), operation, part.pathOf(name)));
        }
        if (part.has(u"pause"_s) != part.has(u"resume"_s))
            part.reject(u"pause"_s, u"pause and resume stand together"_s);
        close(part);
        return steps;
    }

    CallerStep step(const QJsonObject& object, CallOperation operation, const QString& path)
    {
        static const QRegularExpression ascii(u"^/[\\x21\\x22\\x24-\\x7e]*$"_s);
        ProfilePart part(object, path, {u"method"_s, u"path"_s, u"body"_s, u"tellsState"_s});
        CallerStep step;
        step.method = part.oneOf(u"method"_s, {u"GET"_s, u"POST"_s, u"PUT"_s}).toLatin1();
        step.path = part.text(u"path"_s);
        step.tellsState = operation == CallOperation::State || part.flagOr(u"tellsState"_s, false);
        if (!ascii.match(step.path).hasMatch())
            part.reject(u"path"_s, u"a path that begins with / and has neither blanks nor #; others as %XX"_s);
        checkPlaceholders(part, u"path"_s, placeholdersIn(step.path), operation);
        if (part.has(u"body"_s)) {
            step.body = inner(part, u"body"_s);
            if (step.method == "GET")
                part.reject(u"body"_s, u"nothing, for GET has none"_s);
            checkPlaceholders(part, u"body"_s, placeholdersIn(*step.body), operation);
        }
        close(part);
        return step;
    }

    // State is also asked when nobody has asked for anything, so it knows neither ticket nor clerk.
    static void checkPlaceholders(
        ProfilePart& part, const QString& word, const QStringList& names, CallOperation operation)
    {
        const auto known = operation == CallOperation::State ? QStringList{u"window"_s}
                                                             : QStringList{u"window"_s, u"ticket"_s, u"clerk"_s};
        for (const auto& name : names) {
            if (!known.contains(name))
                part.reject(word, "one of {%1} in braces"_L1.arg(known.join("} {"_L1)));
        }
    }

    CallerMatch match(const QJsonObject& object, const QString& path)
    {
        ProfilePart part(object, path, {u"at"_s, u"is"_s});
        CallerMatch match{part.pointer(u"at"_s), part.values(u"is"_s)};
        close(part);
        return match;
    }

    CallerStatePlaces state(const QJsonObject& object)
    {
        ProfilePart part(object, u"state"_s, {u"ticket"_s, u"queue"_s, u"calledAt"_s, u"waiting"_s, u"paused"_s});
        CallerStatePlaces state;
        state.ticket = part.pointer(u"ticket"_s);
        state.queue = part.pointerIfThere(u"queue"_s);
        state.calledAt = part.pointerIfThere(u"calledAt"_s);
        state.waiting = part.pointerIfThere(u"waiting"_s);
        if (part.has(u"paused"_s))
            state.paused = match(inner(part, u"paused"_s), part.pathOf(u"paused"_s));
        close(part);
        return state;
    }

    CallerNobody nobody(const QJsonObject& object)
    {
        ProfilePart part(object, u"nobody"_s, {u"status"_s, u"empty"_s, u"code"_s});
        CallerNobody nobody;
        if (part.has(u"status"_s))
            nobody.status = static_cast<int>(part.integer(u"status"_s));
        nobody.empty = part.pointerIfThere(u"empty"_s);
        if (part.has(u"code"_s))
            nobody.code = match(inner(part, u"code"_s), part.pathOf(u"code"_s));
        if (object.isEmpty())
            part.reject(u"empty"_s, u"required, or status or code"_s);
        if (nobody.status && (*nobody.status < 200 || *nobody.status > 499))
            part.reject(u"status"_s, u"a status from 200 to 499"_s);
        close(part);
        return nobody;
    }

    CallerRefusal refusal(const QJsonObject& object)
    {
        ProfilePart part(object, u"refusal"_s, {u"code"_s, u"accepted"_s, u"text"_s});
        CallerRefusal refusal;
        refusal.code = part.pointer(u"code"_s);
        if (part.has(u"accepted"_s))
            refusal.accepted = part.values(u"accepted"_s);
        refusal.text = part.pointerIfThere(u"text"_s);
        close(part);
        return refusal;
    }

    QString m_file;
    ProfilePart m_top;
    std::optional<Error> m_error;
};

} // namespace

Result<CallerProfile> readCallerProfile(const QJsonObject& object, const QString& file)
{
    return ProfileReader(object, file).read();
}

Result<CallerProfile> loadCallerProfile(const QString& name)
{
    initialiseCallerResource();
    QFile file(name.contains(u'/') ? name : ":/caller/"_L1 + name);
    if (!file.open(QIODevice::ReadOnly))
        return fail(callerProfileBroken(name, u"file"_s, file.errorString()));
    const auto object = parseObject(file.read(LargestProfile));
    if (!object)
        return fail(callerProfileBroken(name, u"file"_s, object.error().detail));
    return readCallerProfile(*object, name);
}

} // namespace kuaiban::devices
