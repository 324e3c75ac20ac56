#include "AnnouncementSchema.h"

namespace kuaiban::announcements {

store::Schema announcementSchema()
{
    return {QStringLiteral("announcements"),
        {{"announcements and receipts",
            {
                "CREATE TABLE announcement(id TEXT PRIMARY KEY, area TEXT NOT NULL, title TEXT NOT NULL, body TEXT NOT "
                "NULL, important BIGINT NOT NULL, author TEXT NOT NULL, author_name TEXT NOT NULL, office TEXT NOT "
                "NULL, published_at BIGINT NOT NULL, holds_until TEXT NOT NULL, withdrawn_at BIGINT NOT NULL, "
                "withdrawn_why TEXT NOT NULL)",
                "CREATE INDEX announcement_published ON announcement(published_at)",
                "CREATE TABLE announcement_receipt(announcement TEXT NOT NULL, account TEXT NOT NULL, at BIGINT NOT "
                "NULL, PRIMARY KEY(announcement, account))",
            }}}};
}

} // namespace kuaiban::announcements
