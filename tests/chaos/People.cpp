#include "World.h"

#include <QImage>
#include <QThread>

// What the people at the counters do, and what befalls their machines meanwhile.
namespace kuaiban::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int AnswerMs = 30'000;
constexpr int TwoDays = 2 * 24 * 3600; // seconds

} // namespace

// Nothing but letters and figures around it, so that it is found in whatever it stands in.
QString ChaosWorld::token(ChaosCounter& counter)
{
    return u"tok%1x%2x%3end"_s.arg(m_options.seed).arg(counter.way).arg(counter.tokens++);
}

void ChaosWorld::note(ChaosCounter& counter, const QString& token, const QString& stream, bool acknowledged)
{
    counter.entries.append({token, stream, acknowledged, false});
}

QString ChaosWorld::anyCase(ChaosCounter& counter)
{
    const QMutexLocker lock(&m_mutex);
    return m_cases.isEmpty() ? QString() : m_cases.at(counter.random.below(static_cast<int>(m_cases.size())));
}

QString ChaosWorld::ownCase(ChaosCounter& counter)
{
    const bool isOwn = !counter.own.isEmpty() && counter.random.below(8) > 0;
    return isOwn ? counter.own.at(counter.random.below(static_cast<int>(counter.own.size()))) : anyCase(counter);
}

// A page nobody else has, as a PNG file.
QString ChaosWorld::picture(ChaosCounter& counter)
{
    QImage page(300, 220, QImage::Format_RGB888);
    for (int y = 0; y < page.height(); ++y) { // noise, so that it is of some size
        for (int x = 0; x < page.width(); ++x)
            page.setPixel(x, y, static_cast<uint>(counter.random.below(0x1000000)));
    }
    const QString path = counter.machine->path(u"page.png"_s);
    page.save(path);
    return path;
}

void ChaosWorld::take(ChaosCounter& counter)
{
    const auto opened =
        ask(counter, {{u"request"_s, u"open"_s}, {u"item"_s, u"free-intake"_s}, {u"applicant"_s, typedApplicant()}});
    const QString draft = opened.value("draft"_L1).toString();
    const QString title = token(counter);
    if (!isOk(opened))
        return;
    const auto edited =
        ask(counter, {{u"request"_s, u"edit"_s}, {u"draft"_s, draft}, {u"values"_s, freeIntake(title)}});
    note(counter, title, {}, false);
    counter.entries.last().stored = isOk(edited);
    const auto proven = ask(counter,
        {{u"request"_s, u"attach"_s}, {u"draft"_s, draft}, {u"role"_s, u"applicant"_s}, {u"file"_s, picture(counter)}});
    if (counter.random.below(2) == 0)
        ask(counter, {{u"request"_s, u"attach"_s}, {u"draft"_s, draft}, {u"name"_s, u"申请表"_s},
                         {u"file"_s, picture(counter)}});
    if (!isOk(edited) || !isOk(proven))
        return;
    const auto submitted = ask(counter, {{u"request"_s, u"submit"_s}, {u"draft"_s, draft}});
    if (!isOk(submitted))
        return;
    auto& entry = counter.entries.last();
    entry.stream = submitted.value("case"_L1).toString();
    entry.acknowledged = true;
    counter.own.append(entry.stream);
    const QMutexLocker lock(&m_mutex);
    m_cases.append(entry.stream);
}

void ChaosWorld::edit(ChaosCounter& counter)
{
    const QString stream = ownCase(counter);
    if (stream.isEmpty())
        return;
    const QString text = token(counter);
    const QString field = counter.random.below(2) == 0 ? u"title"_s : u"content"_s;
    const auto answer =
        ask(counter, {{u"request"_s, u"edit"_s}, {u"case"_s, stream}, {u"values"_s, QJsonObject{{field, text}}}});
    note(counter, text, stream, isOk(answer));
}

void ChaosWorld::remark(ChaosCounter& counter)
{
    const QString stream = ownCase(counter);
    if (stream.isEmpty())
        return;
    const QString text = token(counter);
    const auto answer = ask(counter, {{u"request"_s, u"remark"_s}, {u"case"_s, stream}, {u"text"_s, text}});
    note(counter, text, stream, isOk(answer));
}

void ChaosWorld::attach(ChaosCounter& counter)
{
    const QString stream = ownCase(counter);
    if (stream.isEmpty())
        return;
    const QString name = token(counter);
    const auto answer = ask(
        counter, {{u"request"_s, u"attach"_s}, {u"case"_s, stream}, {u"name"_s, name}, {u"file"_s, picture(counter)}});
    note(counter, name, stream, isOk(answer));
}

// Takes a task and decides on it, sensibly or not; whoever may not is refused.
void ChaosWorld::work(ChaosCounter& counter)
{
    const QString stream = anyCase(counter);
    if (stream.isEmpty() || !isOk(ask(counter, {{u"request"_s, u"claim"_s}, {u"case"_s, stream}})))
        return;
    counter.own.append(stream);
    if (counter.random.below(2) == 0) // it lies on his desk for a while
        return;
    const QString opinion = token(counter);
    const auto answer =
        counter.random.below(4) == 0
            ? ask(counter, {{u"request"_s, u"decide"_s}, {u"case"_s, stream}, {u"decision"_s, u"return"_s},
                               {u"to"_s, u"window"_s}, {u"opinion"_s, opinion}})
            : ask(counter, {{u"request"_s, u"decide"_s}, {u"case"_s, stream}, {u"decision"_s, u"dispatch"_s},
                               {u"department"_s, opinion}});
    note(counter, opinion, stream, isOk(answer));
}

void ChaosWorld::sync(ChaosCounter& counter, int limitMs)
{
    ask(counter, {{u"request"_s, u"sync"_s}, {u"timeout_ms"_s, limitMs}}, limitMs + AnswerMs);
}

void ChaosWorld::powerCut(ChaosCounter& counter)
{
    counter.program->kill();
    signIn(counter);
}

// In the middle of something that it will never answer.
void ChaosWorld::dieAtWork(ChaosCounter& counter)
{
    const QString stream = ownCase(counter);
    const QString text = token(counter);
    if (!stream.isEmpty()) {
        counter.program->say({{u"request"_s, u"remark"_s}, {u"case"_s, stream}, {u"text"_s, text}});
        note(counter, text, stream, false);
    }
    counter.program->say({{u"request"_s, u"sync"_s}, {u"timeout_ms"_s, 1000}});
    QThread::msleep(static_cast<unsigned long>(counter.random.below(200)));
    powerCut(counter);
}

void ChaosWorld::setClock(ChaosCounter& counter)
{
    counter.skewSeconds = counter.random.below(2) == 0 ? counter.random.below(2 * TwoDays) - TwoDays : 0;
    powerCut(counter);
}

void ChaosWorld::brokenDisk(ChaosCounter& counter)
{
    if (!counter.program->failWrites(true))
        return;
    ++counter.deeds[u"writes that fail"_s];
    remark(counter);
    sync(counter, 500);
    take(counter);
    counter.program->failWrites(false);
}

void ChaosWorld::act(ChaosCounter& counter)
{
    struct Deed
    {
        const char* name;
        int weight;
        std::function<void()> run;
    };
    const Deed deeds[] = {{"take", 5, [&] { take(counter); }}, {"edit", 6, [&] { edit(counter); }},
        {"remark", 6, [&] { remark(counter); }}, {"attach", 3, [&] { attach(counter); }},
        {"work", 4, [&] { work(counter); }}, {"sync", 8, [&] { sync(counter, 1500); }},
        {"power cut", 1, [&] { powerCut(counter); }}, {"death at work", 2, [&] { dieAtWork(counter); }},
        {"clock", 1, [&] { setClock(counter); }}, {"broken disk", 1, [&] { brokenDisk(counter); }}};
    if (!counter.isSignedIn || !counter.program->isRunning()) {
        signIn(counter);
        return;
    }
    int all = 0;
    for (const auto& deed : deeds)
        all += deed.weight;
    int choice = counter.random.below(all);
    for (const auto& deed : deeds) {
        choice -= deed.weight;
        if (choice < 0) {
            ++counter.deeds[QString::fromLatin1(deed.name)];
            deed.run();
            return;
        }
    }
}

} // namespace kuaiban::test
