#include "FailureCodes.h"

#include "CppText.h"
#include "modules/base/Failure.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

namespace kuaiban::tree {

using namespace Qt::StringLiterals;

namespace {

const QStringList Languages{u"zh_CN"_s, u"en"_s};

QString originInManual(const QString& enumerator)
{
    static const QHash<QString, Origin> origins{{u"User"_s, Origin::User}, {u"Card"_s, Origin::Card},
        {u"Device"_s, Origin::Device}, {u"Network"_s, Origin::Network}, {u"Hub"_s, Origin::Hub},
        {u"Data"_s, Origin::Data}, {u"Machine"_s, Origin::Machine}};
    return origins.contains(enumerator) ? originName(origins.value(enumerator)) : QString();
}

// The codes that stand as words of their own in literals of C++ tests, or anywhere in scripts and data of tests.
QSet<QString> codesInTests(const SourceTree& tree)
{
    static const QRegularExpression code(uR"([a-z][a-z0-9-]*\.[a-z0-9][a-z0-9.-]*[a-z0-9])"_s);
    QSet<QString> found;
    const auto collect = [&found](const QString& text) {
        auto matches = code.globalMatch(text);
        while (matches.hasNext())
            found.insert(matches.next().captured());
    };
    for (const auto& path : tree.paths({u"tests"_s}, {u".cpp"_s, u".h"_s, u".py"_s, u".sh"_s, u".json"_s})) {
        if (path.startsWith("tests/tree/"_L1)) // the codes of made-up trees provoke nothing
            continue;
        if (!path.endsWith(".cpp"_L1) && !path.endsWith(".h"_L1)) {
            collect(tree.text(path));
            continue;
        }
        const CppText cpp(tree.text(path));
        for (const auto& literal : cpp.literals())
            collect(literal.text);
    }
    return found;
}

} // namespace

FailureCodes::FailureCodes(const SourceTree& tree)
    : m_tree(tree)
{
    for (const auto& path : tree.productCode()) {
        if (path != "modules/base/Failure.h"_L1 &&
            path != "modules/base/Failure.cpp"_L1) // where failure() itself lives
            readFactories(path);
    }
    for (const auto& path : tree.paths({u"resources/failures"_s}, {u".json"_s}))
        readManual(path);
}

void FailureCodes::readFactories(const QString& path)
{
    static const QRegularExpression call(uR"(\bfailure\()"_s);
    static const QRegularExpression origin(uR"(^(?:kuaiban::)?Origin::(\w+)$)"_s);
    const auto text = m_tree.text(path);
    const CppText cpp(text);
    auto matches = call.globalMatch(cpp.code());
    while (matches.hasNext()) {
        const auto match = matches.next();
        const auto where = place(path, text, match.capturedStart());
        const auto code = cpp.literalAt(match.capturedEnd());
        if (code.isEmpty()) {
            m_reading.append({where, u"no-literal"_s, u"failure() takes the code as a literal"_s});
            continue;
        }
        const auto arguments = cpp.arguments(match.capturedEnd() - 1);
        const auto name = originInManual(origin.match(arguments.value(1)).captured(1));
        m_factories.append({code, name, path, where});
    }
}

void FailureCodes::readManual(const QString& path)
{
    static const QRegularExpression key(uR"-(^\s*"([^"]+\.[^"]+)"\s*:\s*\{)-"_s, QRegularExpression::MultilineOption);
    const auto text = m_tree.text(path);
    QJsonParseError error{};
    const auto entries = QJsonDocument::fromJson(text.toUtf8(), &error).object();
    if (error.error != QJsonParseError::NoError) {
        m_manualReading.append({place(path, text, error.offset), u"json"_s, error.errorString()});
        return;
    }
    for (auto it = entries.begin(); it != entries.end(); ++it) {
        if (m_manual.contains(it.key()))
            m_manualReading.append(
                {path, u"twice"_s, u"%1 also stands in %2"_s.arg(it.key(), m_manual[it.key()].path)});
        m_manual.insert(it.key(), {path, it.value().toObject()});
    }
    QSet<QString> keys; // QJsonObject silently keeps the last of two entries
    auto matches = key.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        if (keys.contains(match.captured(1)))
            m_manualReading.append({place(path, text, match.capturedStart(1)), u"twice"_s, match.captured(1)});
        keys.insert(match.captured(1));
    }
}

Findings FailureCodes::factories() const
{
    auto found = m_reading;
    static const QRegularExpression shape(uR"(^[a-z][a-z0-9]*\.[a-z0-9]+(-[a-z0-9]+)*$)"_s);
    QHash<QString, QString> first;
    for (const auto& factory : m_factories) {
        if (!shape.match(factory.code).hasMatch())
            found.append({factory.place, u"shape"_s, u"\"%1\" is no <room>.<what>"_s.arg(factory.code)});
        if (first.contains(factory.code))
            found.append(
                {factory.place, u"twice"_s, u"%1 is built at %2 already"_s.arg(factory.code, first[factory.code])});
        else
            first.insert(factory.code, factory.place);
        if (!factory.path.endsWith("Errors.h"_L1))
            found.append({factory.place, u"file"_s, u"%1 is built outside <Room>Errors.h"_s.arg(factory.code)});
        if (factory.origin.isEmpty())
            found.append(
                {factory.place, u"origin"_s, u"%1 names no Origin::… as its second argument"_s.arg(factory.code)});
    }
    return found;
}

Findings FailureCodes::manual() const
{
    auto found = m_manualReading;
    QSet<QString> built;
    for (const auto& factory : m_factories) {
        found << manualEntry(factory);
        built.insert(factory.code);
    }
    for (auto it = m_manual.begin(); it != m_manual.end(); ++it) {
        if (!built.contains(it.key()))
            found.append({it->path, u"no-factory"_s, u"nothing builds %1"_s.arg(it.key())});
        found << texts(it.key(), *it);
    }
    return found;
}

Findings FailureCodes::manualEntry(const Factory& factory) const
{
    const auto file = u"resources/failures/%1.json"_s.arg(factory.code.section(u'.', 0, 0));
    const auto page = m_manual.constFind(factory.code);
    if (page == m_manual.constEnd())
        return {{factory.place, u"no-entry"_s, u"%1 is not explained in %2"_s.arg(factory.code, file)}};
    Findings found;
    if (page->path != file)
        found.append({page->path, u"page"_s, u"%1 belongs into %2"_s.arg(factory.code, file)});
    const auto origin = page->entry.value("origin"_L1).toString();
    if (origin != factory.origin && !factory.origin.isEmpty())
        found.append({factory.place, u"origin"_s,
            u"%1 has origin %2 here and \"%3\" in the manual"_s.arg(factory.code, factory.origin, origin)});
    return found;
}

Findings FailureCodes::texts(const QString& code, const Page& page) const
{
    Findings found;
    for (const auto& language : Languages) {
        const auto texts = page.entry.value(language).toObject();
        for (const auto& part : {u"what"_s, u"cause"_s, u"remedy"_s}) {
            if (texts.value(part).toString().trimmed().isEmpty())
                found.append({page.path, u"empty"_s, u"%1 has no %2 in %3"_s.arg(code, part, language)});
        }
    }
    return found;
}

// Whoever calls a factory may add a field too, so any literal of the room counts as filling it in: with(u"name"_s, …),
// or a constant that holds the name. Where failures take over the fields of their cause, it may be any room's.
QSet<QString> FailureCodes::fieldNames(const QString& header) const
{
    const bool takesOver = m_tree.text(header).contains("fields = "_L1);
    const auto folder = header.left(header.lastIndexOf(u'/'));
    QSet<QString> found;
    for (const auto& path : takesOver ? m_tree.productCode() : m_tree.paths({folder}, {u".h"_s, u".cpp"_s})) {
        const CppText cpp(m_tree.text(path));
        for (const auto& literal : cpp.literals())
            found.insert(literal.text);
    }
    return found;
}

Findings FailureCodes::fields() const
{
    static const QRegularExpression quoted(uR"(\{(\w+)\})"_s);
    Findings found;
    QHash<QString, QSet<QString>> names;
    for (const auto& factory : m_factories) {
        if (!names.contains(factory.path))
            names.insert(factory.path, fieldNames(factory.path));
        const auto page = m_manual.value(factory.code);
        for (const auto& language : Languages) {
            const auto texts = QString::fromUtf8(QJsonDocument(page.entry.value(language).toObject()).toJson());
            auto matches = quoted.globalMatch(texts);
            while (matches.hasNext()) {
                const auto name = matches.next().captured(1);
                if (!names[factory.path].contains(name))
                    found.append(
                        {page.path, u"field"_s, u"%1 quotes {%2}, which nothing fills in"_s.arg(factory.code, name)});
            }
        }
    }
    return found;
}

Findings FailureCodes::tests() const
{
    Findings found;
    const auto tested = codesInTests(m_tree);
    for (const auto& factory : m_factories) {
        if (!tested.contains(factory.code))
            found.append({factory.place, u"untested"_s, u"no test provokes %1"_s.arg(factory.code)});
    }
    return found;
}

} // namespace kuaiban::tree
