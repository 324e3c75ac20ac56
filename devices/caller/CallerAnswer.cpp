#include "CallerAnswer.h"

#include "CallerErrors.h"
#include "modules/base/Clock.h"

#include <QJsonDocument>

namespace kuaiban::devices {

namespace {

constexpr int LongestNumber = 40; // characters of a ticket's number
constexpr int LongestText = 100;
constexpr int MostWaiting = 99'999;

Error unreadable(const JsonPointer& place, const QString& expected)
{
    return callerAnswerUnreadable("%1: %2"_L1.arg(place.text(), expected));
}

// Systems write the same code now as a number, now as a text. Empty for what is neither, nor a truth value.
QString scalarText(const QJsonValue& value)
{
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    if (!value.isDouble())
        return value.toString().trimmed();
    const qint64 number = value.toInteger(-1);
    return number != -1 || value.toDouble() == -1 ? QString::number(number) : QString();
}

// A text of the system's as it may stand on a screen: one line without control characters, and no half of a character
// at the end.
QString plainText(const QJsonValue& value, int longest)
{
    auto text = scalarText(value);
    text.removeIf([](QChar c) { return !c.isPrint() && !c.isSpace() && !c.isSurrogate(); });
    return QString::fromUtf8(text.simplified().left(longest).toUtf8());
}

bool holds(const CallerMatch& match, const QJsonValue& root)
{
    return match.values.contains(scalarText(match.at.in(root)));
}

bool isEmptyAt(const JsonPointer& place, const QJsonValue& root)
{
    const auto value = place.in(root);
    return value.isUndefined() || value.isNull() || (value.isString() && value.toString().trimmed().isEmpty());
}

Result<QJsonValue> rootOf(const QByteArray& body)
{
    if (body.trimmed().isEmpty())
        return QJsonValue(QJsonValue::Undefined);
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError)
        return fail(callerAnswerUnreadable("no JSON at offset %1"_L1.arg(QString::number(error.offset))));
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

std::optional<Error> refusalIn(const CallerRefusal& words, const QJsonValue& root)
{
    const auto code = scalarText(words.code.in(root));
    if (code.isEmpty() || (words.accepted && words.accepted->contains(code)))
        return {};
    return callerRefused(plainText(words.code.in(root), LongestNumber),
        words.text ? plainText(words.text->in(root), LongestText) : QString());
}

// Whole seconds or milliseconds since 1970, RFC 3339, or date and time of the day as the hall's clocks show them.
std::optional<qint64> timeOf(const QJsonValue& value)
{
    constexpr qint64 firstInMs = 100'000'000'000; // as seconds it would be the year 5138
    const auto text = scalarText(value);
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    if (isNumber)
        return number <= 0 ? std::nullopt : std::optional(number < firstInMs ? number * 1000 : number);
    if (const qint64 exact = fromRfc3339(text); exact >= 0)
        return exact;
    const auto local = QDateTime::fromString(text, u"yyyy-MM-dd HH:mm:ss"_s);
    return local.isValid() ? std::optional(utcMs(local.date(), local.time())) : std::nullopt;
}

Result<CallTicket> ticketIn(const CallerStatePlaces& places, const QJsonValue& root)
{
    CallTicket ticket;
    ticket.number = plainText(places.ticket.in(root), LongestNumber + 1);
    if (ticket.number.isEmpty() || ticket.number.size() > LongestNumber)
        return fail(unreadable(places.ticket, u"the number of a ticket"_s));
    if (places.queue)
        ticket.queue = plainText(places.queue->in(root), LongestText);
    if (places.calledAt && !isEmptyAt(*places.calledAt, root)) {
        ticket.calledAtMs = timeOf(places.calledAt->in(root));
        if (!ticket.calledAtMs)
            return fail(unreadable(*places.calledAt, u"a time"_s));
    }
    return ticket;
}

} // namespace

Result<CallerAnswer> CallerAnswer::read(const CallerProfile& profile, int status, const QByteArray& body)
{
    const auto root = rootOf(body);
    CallerAnswer answer;
    answer.m_root = root.value_or(QJsonValue(QJsonValue::Undefined));
    const auto& nobody = profile.nobody;
    answer.m_saysNobody = nobody.status == status || (nobody.code && holds(*nobody.code, answer.m_root));
    if (answer.m_saysNobody)
        return answer;
    if (status >= 300 && status < 400)
        return fail(callerRedirected());
    if (profile.refusal) {
        if (const auto refusal = refusalIn(*profile.refusal, answer.m_root))
            return fail(*refusal);
    }
    if (status == 401 || status == 403)
        return fail(callerAccess());
    if (status < 200 || status >= 300)
        return fail(callerStatus(status));
    if (!root)
        return fail(root.error());
    if (profile.refusal && profile.refusal->accepted && scalarText(profile.refusal->code.in(answer.m_root)).isEmpty())
        return fail(unreadable(profile.refusal->code, u"a code"_s)); // some other program may say 200 here
    return answer;
}

Result<CallState> CallerAnswer::state(const CallerProfile& profile) const
{
    const auto& places = profile.state;
    const bool tells = !m_root.isUndefined() && (!places.waiting || !places.waiting->in(m_root).isUndefined());
    if (!tells && !m_saysNobody) // without a ticket it would pass for a window where nobody is
        return fail(callerAnswerUnreadable(u"not the answer to state"_s));
    CallState state;
    if (!m_saysNobody && !(profile.nobody.empty && isEmptyAt(*profile.nobody.empty, m_root))) {
        KB_TRY(state.ticket, ticketIn(places, m_root));
    }
    if (places.waiting && !isEmptyAt(*places.waiting, m_root)) {
        bool isNumber = false;
        state.waiting = scalarText(places.waiting->in(m_root)).toInt(&isNumber);
        if (!isNumber || *state.waiting < 0 || *state.waiting > MostWaiting)
            return fail(unreadable(*places.waiting, u"how many wait"_s));
    }
    state.paused = places.paused && holds(*places.paused, m_root);
    return state;
}

} // namespace kuaiban::devices
