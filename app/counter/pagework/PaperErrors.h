#pragma once

#include "modules/base/Failure.h"

namespace kuaiban::counter {

// A file that was dropped on the papers is none of the kinds a case may hold. `file` is its name without the folder.
inline Error paperKindUnknown(const QString& file)
{
    using namespace Qt::StringLiterals;
    return failure("papers.file-kind", Origin::User).with(u"file"_s, file);
}

inline Error paperTooLarge(const QString& file, qint64 megabytes, qint64 mostMegabytes)
{
    using namespace Qt::StringLiterals;
    return failure("papers.file-large", Origin::User)
        .with(u"file"_s, file)
        .with(u"size"_s, megabytes)
        .with(u"most"_s, mostMegabytes);
}

// The file cannot be opened, or what it holds is not the picture or document it says it is.
inline Error paperUnreadable(const QString& file)
{
    using namespace Qt::StringLiterals;
    return failure("papers.file-unreadable", Origin::Data).with(u"file"_s, file);
}

// A photograph of a person must be made smaller, never larger.
inline Error portraitSmall(const QString& file, int width, int height, int leastWidth, int leastHeight)
{
    using namespace Qt::StringLiterals;
    return failure("papers.photo-small", Origin::User)
        .with(u"file"_s, file)
        .with(u"width"_s, width)
        .with(u"height"_s, height)
        .with(u"least-width"_s, leastWidth)
        .with(u"least-height"_s, leastHeight);
}

// A PDF stays as it came: only pictures are worked on.
inline Error documentNotChanged()
{
    return failure("papers.document", Origin::User);
}

// Neither lines of text nor straight edges by which a page could be straightened.
inline Error noLines()
{
    return failure("papers.no-lines", Origin::User);
}

// The page cannot be cut to the paper: none stands out, or it fills the page already.
inline Error noPaper()
{
    return failure("papers.no-paper", Origin::User);
}

// Two pages cannot be joined to a sheet, for one of them does not show an ID card.
inline Error noCards()
{
    return failure("papers.no-cards", Origin::User);
}

// A separator sheet asks for the paper after the last one of the list.
inline Error separatorAfterLast()
{
    return failure("papers.separator-last", Origin::User);
}

// A separator sheet names a paper that is not on the list, or there is no list, as for the papers of a person.
inline Error separatorUnknown()
{
    return failure("papers.separator-unknown", Origin::User);
}

} // namespace kuaiban::counter
