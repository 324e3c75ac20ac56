#include "Paginator.h"

#include "DocumentsErrors.h"

namespace kuaiban::documents {

namespace {

// Height from piece i to the end of its chain.
double chainHeight(const std::vector<Piece>& pieces, size_t i)
{
    double height = pieces[i].height;
    while (pieces[i].keepWithNext && i + 1 < pieces.size()) {
        ++i;
        height += pieces[i].before + pieces[i].height;
    }
    return height;
}

double headHeight(const Piece& piece)
{
    return piece.head ? piece.head->height : 0;
}

} // namespace

Result<std::vector<Page>> paginate(std::vector<Piece> pieces, double height, const QString& templateName)
{
    constexpr double rounding = 0.01;
    std::vector<Page> pages(1);
    double y = 0;
    for (size_t i = 0; i < pieces.size(); ++i) {
        const double chain = chainHeight(pieces, i);
        auto& piece = pieces[i];
        if (headHeight(piece) + piece.height > height + rounding)
            return fail(doesNotFit(templateName, piece.block));
        // A chain longer than a page is broken wherever the page ends.
        const double needed = headHeight(piece) + chain <= height ? chain : piece.height;
        if (y > 0 && y + piece.before + needed > height + rounding) {
            pages.emplace_back();
            y = 0;
        }
        const bool top = pages.back().empty();
        if (top && piece.droppedAtTop)
            continue;
        if (top && piece.head && pages.size() > 1) {
            pages.back().push_back({piece.head, 0});
            y = piece.head->height;
        }
        y += top ? 0 : piece.before;
        const double pieceHeight = piece.height;
        pages.back().push_back({std::make_shared<const Piece>(std::move(piece)), y});
        y += pieceHeight;
    }
    return pages;
}

} // namespace kuaiban::documents
