#include "Shrink.h"

#include <algorithm>

namespace kuaiban::test {

Script shrunk(Script script, const std::function<bool(const Script&)>& fails, int runs)
{
    const auto without = [&](qsizetype from, qsizetype count) {
        Script shorter = script;
        shorter.remove(from, std::min(count, script.size() - from));
        return shorter;
    };
    for (qsizetype piece = std::max<qsizetype>(1, script.size() / 2); piece > 0 && runs > 0;) {
        bool isShorter = false;
        for (qsizetype from = 0; from < script.size() && runs > 0;) {
            auto shorter = without(from, piece);
            --runs;
            if (fails(shorter)) {
                script = std::move(shorter);
                isShorter = true;
            } else {
                from += piece;
            }
        }
        if (piece == 1 && !isShorter)
            break;
        piece = isShorter ? std::min(piece, std::max<qsizetype>(1, script.size() / 2)) : piece / 2;
        piece = std::max<qsizetype>(piece, 1);
    }
    return script;
}

} // namespace kuaiban::test
