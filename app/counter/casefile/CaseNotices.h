#pragma once

#include "app/counter/kit/NoticeBox.h"
#include "CodeWords.h"
#include "TaskOffers.h"

class QVBoxLayout;

namespace kuaiban::counter {

// Something about a case that its reader must know before he reads on; `action` is what he may do about it here.
struct CaseNotice
{
    QString id; // names its kind, such as "time" or "lapsed": one of each above a case
    Notice notice;
    QStringList actions = {}; // ids, in order: "confirm-time", "open-duplicate", "release-duplicate", …

    bool operator==(const CaseNotice&) const = default;
};

struct NoticeFacts
{
    const casework::Case& state;
    const casework::PreparedItem& item;
    const CodeWords& words;
    TaskOffers offers;
    qsizetype missingFiles = 0;
    QString language;
};

QVector<CaseNotice> noticesOf(const NoticeFacts& facts);

// The notices above a case, each with its buttons.
class CaseNotices final : public QWidget
{
    Q_OBJECT

public:
    explicit CaseNotices(const Look& look, QWidget* parent = nullptr);

    void setNotices(const QVector<CaseNotice>& notices);

Q_SIGNALS:
    void actionChosen(const QString& action);

private:
    static QString actionText(const QString& action);

    Look m_look;
    QVBoxLayout* m_column;
    std::optional<QVector<CaseNotice>> m_shown;
};

} // namespace kuaiban::counter
