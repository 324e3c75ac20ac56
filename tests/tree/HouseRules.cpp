#include "HouseRules.h"

#include "CppText.h"
#include "Rooms.h"

#include <QRegularExpression>

namespace kuaiban::tree::house {

using namespace Qt::StringLiterals;

namespace {

const QStringList Code{u".h"_s, u".cpp"_s, u".py"_s, u".sh"_s, u".cmake"_s, u"CMakeLists.txt"_s};

void findAll(Findings& found, const QRegularExpression& expression, const QString& path, const QString& text,
    const QString& source, const QString& rule, const QString& why)
{
    auto matches = expression.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        found.append(
            {place(path, source, match.capturedStart()), rule, u"%1: %2"_s.arg(match.captured().trimmed(), why)});
    }
}

bool isMain(const QString& path)
{
    static const QRegularExpression main(uR"((^|/)\w*[mM]ain\.cpp$)"_s);
    return main.match(path).hasMatch();
}

// Lambdas begin with a capture list; std::bind makes something as homeless.
bool isHomeless(const QString& argument)
{
    return argument.startsWith(u'[') || argument.startsWith("std::bind"_L1);
}

// A destructor may wait for the thread that it ends.
QString withoutDestructors(const CppText& cpp)
{
    static const QRegularExpression destructor(uR"(~\w+\(\)[^;{]*\{)"_s);
    auto code = cpp.code();
    auto matches = destructor.globalMatch(cpp.code());
    while (matches.hasNext()) {
        const auto open = matches.next().capturedEnd() - 1;
        for (auto i = open; i < cpp.closing(open); ++i) {
            if (code[i] != u'\n')
                code[i] = u' ';
        }
    }
    return code;
}

} // namespace

Findings longFiles(const SourceTree& tree)
{
    constexpr int Limit = 400;
    Findings found;
    for (const auto& path : tree.paths({}, Code)) {
        const auto lines = tree.text(path).count(u'\n');
        if (lines > Limit)
            found.append({path, u"length"_s, u"%1 lines; split it by what it does"_s.arg(lines)});
    }
    return found;
}

Findings roomSentences(const SourceTree& tree)
{
    static const QRegularExpression sentence(uR"(^((?:#[^\n]*\n)+))"_s);
    Findings found;
    for (const auto& path : tree.paths({u"modules"_s, u"devices"_s, u"app"_s}, {u"/CMakeLists.txt"_s})) {
        auto comment = sentence.match(tree.text(path)).captured(1).remove(u'#').simplified();
        if (!comment.endsWith(u'.') || comment.split(u' ').size() < 4)
            found.append({path + u":1"_s, u"sentence"_s, u"open with one sentence: what is this room for?"_s});
    }
    return found;
}

Findings unfinished(const SourceTree& tree)
{
    // Put together, so that this file does not find itself.
    static const QRegularExpression word(uR"(\b(%1|%2|%3)\b)"_s.arg("TO"
                                                                    "DO"_L1,
        "FIX"
        "ME"_L1,
        "HA"
        "CK"_L1));
    Findings found;
    for (const auto& path : tree.paths({}, Code)) {
        const auto text = tree.text(path);
        findAll(found, word, path, text, text, u"unfinished"_s, u"finish it, or file it as an issue"_s);
    }
    return found;
}

Findings eventLoops(const SourceTree& tree)
{
    static const QRegularExpression loop(uR"(\bQEventLoop\b|\bprocessEvents\b|(->|\.|::)\s*exec\s*\()"_s);
    static const QRegularExpression application(uR"(\b(app|application)\.exec\(\)|\bQ\w*Application::exec\(\))"_s);
    static const QRegularExpression sleep(
        uR"(\b(QThread::|QTest::)?(sleep|msleep|usleep|qSleep|qWait|nanosleep)\s*\(|\bsleep_(for|until)\b)"_s);
    static const QRegularExpression blocking(uR"(\bBlockingQueuedConnection\b|(->|\.)\s*waitFor[A-Z]\w*\s*\()"_s);
    Findings found;
    for (const auto& path : tree.productCode()) {
        const auto source = tree.text(path);
        const CppText cpp(source);
        auto code = cpp.code();
        if (isMain(path))
            code.replace(application, u""_s);
        findAll(found, loop, path, code, source, u"loop"_s, u"no nested event loop"_s);
        findAll(found, sleep, path, code, source, u"sleep"_s, u"wait for what happens, not for time"_s);
        if (path.startsWith("app/counter/"_L1))
            findAll(found, blocking, path, withoutDestructors(cpp), source, u"blocking"_s,
                u"the UI thread waits for nothing"_s);
    }
    return found;
}

Findings connections(const SourceTree& tree)
{
    static const QRegularExpression call(uR"((?<![\w~])(connect|singleShot|then|callOnTimeout)\s*\()"_s);
    static const QRegularExpression strings(uR"(\b(SIGNAL|SLOT)\s*\()"_s);
    Findings found;
    for (const auto& path : tree.productCode()) {
        const auto source = tree.text(path);
        const CppText cpp(source);
        findAll(found, strings, path, cpp.code(), source, u"string-connect"_s, u"connect to member pointers"_s);
        auto matches = call.globalMatch(cpp.code());
        while (matches.hasNext()) {
            const auto match = matches.next();
            const auto name = match.captured(1);
            const auto arguments = cpp.arguments(match.capturedEnd() - 1);
            // The place where the context would stand.
            const int context = name == "connect"_L1 ? 2 : name == "singleShot"_L1 ? 1 : 0;
            const bool timed = name == "singleShot"_L1 && arguments.value(1).startsWith("Qt::"_L1);
            if (isHomeless(arguments.value(timed ? 2 : context)))
                found.append({place(path, source, match.capturedStart()), u"context"_s,
                    u"%1() with a lambda but no context: it outlives what it captures"_s.arg(name)});
        }
    }
    return found;
}

Findings sqlInPages(const SourceTree& tree)
{
    static const QRegularExpression sql(
        uR"(^\s*(SELECT\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|CREATE\s+(TABLE|INDEX)\s|PRAGMA\s))"_s);
    Findings found;
    for (const auto& path : tree.paths({u"app/counter"_s}, {u".h"_s, u".cpp"_s})) {
        const auto text = tree.text(path);
        const CppText cpp(text);
        for (const auto& literal : cpp.literals()) {
            if (sql.match(literal.text).hasMatch())
                found.append({place(path, text, literal.offset), u"sql"_s, u"SQL belongs into the modules"_s});
        }
    }
    return found;
}

Findings sourceTexts(const SourceTree& tree)
{
    static const QRegularExpression call(uR"(\b(tr|translate|QT_TR_NOOP|QT_TRANSLATE_NOOP)\s*\()"_s);
    static const QRegularExpression foreign(
        uR"([^\x00-\x7f–—…“”‘’×·°→←↑↓])"_s); // punctuation and signs are English too
    Findings found;
    for (const auto& path : tree.productCode()) {
        const auto text = tree.text(path);
        const CppText cpp(text);
        auto matches = call.globalMatch(cpp.code());
        while (matches.hasNext()) {
            const auto match = matches.next();
            const auto end = cpp.closing(match.capturedEnd() - 1);
            for (const auto& literal : cpp.literals()) {
                if (literal.offset > match.capturedEnd() - 1 && literal.offset < end &&
                    foreign.match(literal.text).hasMatch())
                    found.append({place(path, text, literal.offset), u"source-text"_s,
                        u"\"%1\": source texts are English, the Chinese stands in translations/"_s.arg(literal.text)});
            }
        }
    }
    return found;
}

Findings machinePaths(const SourceTree& tree)
{
    // Written in pieces, so that this file does not find itself.
    static const QString hosts = QStringList{u"pypi"_s + u"\\.org"_s, u"python"_s + u"hosted\\.org"_s,
        u"npm"_s + u"js\\.(org|com)"_s, u"npm"_s + u"mirror\\.com"_s, u"crates"_s + u"\\.io"_s,
        u"rubygems"_s + u"\\.org"_s, u"proxy\\.golang"_s + u"\\.org"_s,
        u"(repo1?\\.)?maven"_s + u"\\.(apache\\.)?org"_s, u"(deb|security|ftp)\\.debian"_s + u"\\.org"_s,
        u"docker"_s + u"\\.(io|com)"_s, u"quay"_s + u"\\.io"_s, u"conan"_s + u"\\.io"_s, u"huggingface"_s + u"\\.co"_s}
                                     .join(u'|');
    static const QRegularExpression registry(uR"(\b(%1)\b)"_s.arg(hosts));
    static const QRegularExpression path(uR"((?<![\w.}/-])/(%1)(/[\w.]|(?![\w/.-]))|(?<![\w.}/-])/(%2)/[\w.])"_s.arg(
        u"wor"_s + u"k"_s, u"tm"_s + u"p|root|home|Users"_s));
    Findings found;
    for (auto it = tree.files().begin(); it != tree.files().end(); ++it) {
        findAll(
            found, registry, it.key(), it.value(), it.value(), u"registry"_s, u"no host names of package registries"_s);
        findAll(found, path, it.key(), it.value(), it.value(), u"machine"_s, u"true on one machine only"_s);
    }
    return found;
}

} // namespace kuaiban::tree::house
