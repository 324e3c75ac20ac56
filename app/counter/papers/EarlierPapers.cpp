#include "EarlierPapers.h"

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostCases = 10; // that are opened to look for a paper

QList<casework::Page> pagesIn(const casework::Case& state, const EarlierPapers::Wanted& wanted)
{
    for (const auto& material : state.materials) {
        if ((material.id == wanted.material || material.name == wanted.name) && !material.pages.isEmpty())
            return material.pages;
    }
    return {};
}

} // namespace

void EarlierPapers::find(const Wanted& wanted)
{
    m_session.cases(0).then(this, [this, wanted](const Result<QList<sync::LocalCase>>& known) {
        QStringList streams;
        for (const auto& one : known.value_or(QList<sync::LocalCase>{})) { // newest first
            if (one.idNo == wanted.idNo && streams.size() < MostCases)
                streams.append(one.stream);
        }
        tryCases(wanted, streams, false);
    });
}

void EarlierPapers::tryCases(const Wanted& wanted, const QStringList& streams, bool atHub)
{
    if (streams.isEmpty()) {
        if (atHub)
            Q_EMIT found(wanted.draft, wanted.material, {}, {});
        else
            askHub(wanted);
        return;
    }
    const QString stream = streams.constFirst();
    (atHub ? m_session.fetchCase(stream) : m_session.view(stream))
        .then(this, [this, wanted, atHub, rest = streams.mid(1)](const Result<casework::Case>& state) {
            const auto pages = state ? pagesIn(*state, wanted) : QList<casework::Page>{};
            if (pages.isEmpty())
                tryCases(wanted, rest, atHub);
            else
                fetch(wanted, pages, 0, state->number);
        });
}

void EarlierPapers::askHub(const Wanted& wanted)
{
    casework::CaseFilter filter;
    filter.text = wanted.idNo;
    filter.limit = MostCases;
    m_session.findCases(filter, false).then(this, [this, wanted](const Result<CasePage>& page) {
        QStringList streams;
        for (const auto& row : page.value_or(CasePage{}).rows)
            streams.append(row.stream);
        tryCases(wanted, streams, true);
    });
}

// The files come first: a page that cannot be had would keep the new case from being decided.
void EarlierPapers::fetch(
    const Wanted& wanted, const QList<casework::Page>& pages, qsizetype next, const QString& number)
{
    if (next == pages.size()) {
        Q_EMIT found(wanted.draft, wanted.material, pages, number);
        return;
    }
    m_session.file(pages.at(next).digest)
        .then(this, [this, wanted, pages, next, number](const Result<QByteArray>& bytes) {
            if (!bytes) {
                Q_EMIT found(wanted.draft, wanted.material, {}, {});
                return;
            }
            m_session.keepFile(*bytes).then(this, [this, wanted, pages, next, number](const Result<QString>& kept) {
                if (kept)
                    fetch(wanted, pages, next + 1, number);
                else
                    Q_EMIT found(wanted.draft, wanted.material, {}, {});
            });
        });
}

} // namespace kuaiban::counter
