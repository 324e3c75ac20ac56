#include "CodeShelf.h"

#include "AreaIndex.h"
#include "modules/base/InMainThread.h"
#include "modules/base/Json.h"
#include "modules/codes/CodeBook.h"
#include "modules/codes/CodesErrors.h"
#include "modules/codes/CodeTableReader.h"
#include "TableSource.h"

#include <QCryptographicHash>
#include <QtConcurrent/QtConcurrentRun>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int RefreshMs = 10 * 60 * 1000;

struct Prepared
{
    QByteArray digest;
    std::shared_ptr<const CodeSource> rows; // null when the bytes are those of `digest` before
};

Result<std::shared_ptr<const CodeSource>> rowsOf(const QString& table, const QByteArray& bytes, const QString& home)
{
    if (table == CodeShelf::areas()) {
        KB_TRY(const auto tree, codes::AreaTree::parse(bytes));
        return std::make_shared<AreaIndex>(tree, home);
    }
    if (bytes.isEmpty()) { // 性别, 民族 and 国籍 are compiled in
        const codes::CodeBook book;
        if (const auto* known = book.find(table))
            return std::make_shared<TableSource>(*known);
        return fail(codes::unreadable(table));
    }
    KB_TRY(const auto json, parseObject(bytes));
    KB_TRY(const auto read, codes::parseCodeTable(json, table));
    return std::make_shared<TableSource>(read);
}

// Seconds of work for the whole country; runs in the thread pool.
Result<Prepared> prepare(
    const QString& table, const Result<QByteArray>& bytes, const QByteArray& before, const QString& home)
{
    if (!bytes)
        return fail(bytes.error());
    const QByteArray digest = QCryptographicHash::hash(*bytes, QCryptographicHash::Sha256);
    if (digest == before)
        return Prepared{digest, nullptr};
    KB_TRY(const auto rows, rowsOf(table, *bytes, home));
    return Prepared{digest, rows};
}

} // namespace

// Stands in a picker before its rows are there.
class CodeShelf::LateSource final : public CodeSource
{
public:
    QVector<CodeItem> find(const QString& typed, int limit) const override
    {
        return rows ? rows->find(typed, limit) : QVector<CodeItem>();
    }
    std::optional<CodeItem> byCode(const QString& code) const override
    {
        return rows ? rows->byCode(code) : std::nullopt;
    }
    bool isReady() const override { return rows != nullptr; }

    std::shared_ptr<const CodeSource> rows;
};

CodeShelf::CodeShelf(Fetch fetch, const QString& home, QObject* parent)
    : QObject(parent)
    , m_fetch(std::move(fetch))
    , m_home(home)
{
    connect(&m_timer, &QTimer::timeout, this, &CodeShelf::refresh);
    m_timer.start(RefreshMs);
}

std::shared_ptr<const CodeSource> CodeShelf::source(const QString& table)
{
    auto& shelved = m_tables[table];
    if (!shelved.source)
        shelved.source = std::make_shared<LateSource>();
    const auto source = shelved.source;
    if (!source->isReady() && !shelved.isReading)
        read(table);
    return source;
}

bool CodeShelf::knows(const QString& table, const QString& code) const
{
    const auto shelved = m_tables.constFind(table);
    return shelved == m_tables.cend() || !shelved->source->isReady() || shelved->source->byCode(code);
}

QString CodeShelf::text(const QString& table, const QString& code) const
{
    const auto shelved = m_tables.constFind(table);
    const auto item = shelved == m_tables.cend() ? std::nullopt : shelved->source->byCode(code);
    return item && !item->text.isEmpty() ? item->text : code;
}

bool CodeShelf::isReady(const QString& table) const
{
    const auto shelved = m_tables.constFind(table);
    return shelved != m_tables.cend() && shelved->source->isReady();
}

std::optional<Error> CodeShelf::error(const QString& table) const
{
    return m_tables.value(table).error;
}

void CodeShelf::refresh()
{
    for (const auto& table : m_tables.keys())
        read(table);
}

void CodeShelf::read(const QString& table)
{
    auto& shelved = m_tables[table];
    if (shelved.isReading) {
        shelved.isStale = true;
        return;
    }
    shelved.isReading = true;
    shelved.isStale = false;
    inMainThread(m_fetch(u"codes"_s, table == areas() ? u"areas"_s : table)
                     .then(QtFuture::Launch::Async,
                         [table, before = shelved.digest, home = m_home](
                             const Result<QByteArray>& bytes) { return prepare(table, bytes, before, home); }))
        .then(this, [this, table](const Result<Prepared>& prepared) {
            auto& shelf = m_tables[table];
            shelf.isReading = false;
            if (!prepared) {
                shelf.error = prepared.error();
                Q_EMIT changed(table);
            } else if (prepared->rows || shelf.error) {
                shelf.error.reset();
                shelf.digest = prepared->digest;
                if (prepared->rows)
                    shelf.source->rows = prepared->rows;
                Q_EMIT changed(table);
            }
            if (m_tables[table].isStale)
                this->read(table);
        });
}

} // namespace kuaiban::counter
