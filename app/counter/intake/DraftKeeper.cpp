#include "DraftKeeper.h"

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int SaveDelayMs = 800; // a power cut costs at most two seconds of typing
constexpr qint64 KeepVoidedMs = 7LL * 24 * 3600 * 1000;

} // namespace

DraftKeeper::DraftKeeper(Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_book(session.ids())
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(SaveDelayMs);
    connect(&m_timer, &QTimer::timeout, this, &DraftKeeper::saveNow);
}

DraftKeeper::~DraftKeeper()
{
    saveNow();
}

void DraftKeeper::load()
{
    if (m_isLoaded) // a second time one that was closed meanwhile would be open again
        return;
    m_session.drafts().then(this, [this](const Result<QList<sync::Draft>>& stored) {
        m_isLoaded = m_isLoaded || stored.has_value();
        if (!stored)
            Q_EMIT failed(stored.error());
        const auto drafts = stored.value_or(QList<sync::Draft>{});
        for (const auto& kept : drafts) {
            const auto voidedAt = kept.content.value("voidedAt"_L1).toInteger();
            if (voidedAt > 0 && m_session.clock().nowMs() - voidedAt > KeepVoidedMs)
                m_session.dropDraft(kept.id);
        }
        Q_EMIT loaded(m_book.restore(drafts));
    });
}

void DraftKeeper::fetch(const QString& id)
{
    m_session.drafts().then(this, [this, id](const Result<QList<sync::Draft>>& stored) {
        if (!stored) {
            Q_EMIT failed(stored.error());
            return;
        }
        for (const auto& kept : *stored) {
            if (kept.id == id)
                Q_EMIT fetched(kept);
        }
    });
}

void DraftKeeper::touch(const QString& id)
{
    m_dirty.insert(id);
    if (!m_timer.isActive()) // not restarted: who types on and on is saved too
        m_timer.start();
}

void DraftKeeper::saveNow()
{
    m_timer.stop();
    const auto dirty = m_dirty;
    for (const auto& id : dirty) {
        const auto* draft = m_book.find(id);
        if (!draft || isUnderway(id))
            continue;
        if (draft->isEmpty()) { // all was taken out again
            m_dirty.remove(id);
            m_session.dropDraft(id);
        } else {
            save(*draft);
        }
    }
}

void DraftKeeper::save(const IntakeDraft& draft)
{
    m_dirty.remove(draft.id);
    m_session.saveDraft(draft.id, draft.toJson()).then(this, [this, id = draft.id](const Result<void>& saved) {
        if (saved) {
            Q_EMIT this->saved(id);
            return;
        }
        m_dirty.insert(id); // with the next change it is tried again
        Q_EMIT failed(saved.error());
    });
}

void DraftKeeper::drop(const QString& id)
{
    forget(id);
    m_session.dropDraft(id);
}

void DraftKeeper::forget(const QString& id)
{
    m_dirty.remove(id);
    m_underway.remove(id);
    m_book.close(id);
}

void DraftKeeper::voidDraft(const QString& id, const QString& reason)
{
    auto* draft = m_book.find(id);
    if (!draft)
        return;
    draft->voidReason = reason;
    draft->voidedAt = m_session.clock().nowMs();
    save(*draft);
    m_book.close(id);
}

void DraftKeeper::restoreVoided()
{
    m_session.drafts().then(this, [this](const Result<QList<sync::Draft>>& stored) {
        IntakeDraft last;
        for (const auto& kept : stored.value_or(QList<sync::Draft>{})) {
            if (const auto draft = IntakeDraft::fromJson(kept.id, kept.content); draft.voidedAt > last.voidedAt)
                last = draft;
        }
        if (last.isVoided()) {
            last.voidReason.clear();
            last.voidedAt = 0;
            m_book.add(last);
            touch(last.id);
        }
        Q_EMIT restored(!last.id.isEmpty());
    });
}

void DraftKeeper::setUnderway(const QString& id, bool underway)
{
    if (underway)
        m_underway.insert(id);
    else
        m_underway.remove(id);
}

} // namespace kuaiban::counter
