#include "DependencyOrder.h"

#include <algorithm>
#include <vector>

namespace kuaiban::forms {

namespace {

enum class Mark { Untouched, OnPath, Done };

// Depth-first without recursion: a definition may chain its fields as long as it likes.
class Walk
{
public:
    explicit Walk(const QList<QSet<qsizetype>>& dependencies)
        : m_dependencies(dependencies)
        , m_marks(static_cast<size_t>(dependencies.size()), Mark::Untouched)
    {}

    DependencyOrder run()
    {
        for (qsizetype start = 0; start < m_dependencies.size() && m_result.cycle.isEmpty(); ++start) {
            if (mark(start) == Mark::Untouched)
                visit(start);
        }
        return m_result;
    }

private:
    struct Step
    {
        qsizetype index;
        QList<qsizetype> rest; // sorted, so that the result does not depend on hashing
    };

    Mark& mark(qsizetype index) { return m_marks[static_cast<size_t>(index)]; }

    void enter(qsizetype index)
    {
        mark(index) = Mark::OnPath;
        auto rest = m_dependencies[index].values();
        std::sort(rest.begin(), rest.end());
        m_path.push_back({index, rest});
    }

    void visit(qsizetype start)
    {
        enter(start);
        while (!m_path.empty()) {
            Step& step = m_path.back();
            if (step.rest.isEmpty()) {
                mark(step.index) = Mark::Done;
                m_result.order.append(step.index);
                m_path.pop_back();
                continue;
            }
            const qsizetype next = step.rest.takeFirst();
            if (mark(next) == Mark::OnPath) {
                keepCycle(next);
                return;
            }
            if (mark(next) == Mark::Untouched)
                enter(next);
        }
    }

    void keepCycle(qsizetype first)
    {
        bool within = false;
        for (const auto& step : m_path) {
            within = within || step.index == first;
            if (within)
                m_result.cycle.append(step.index);
        }
    }

    const QList<QSet<qsizetype>>& m_dependencies;
    std::vector<Mark> m_marks;
    std::vector<Step> m_path;
    DependencyOrder m_result;
};

} // namespace

DependencyOrder dependencyOrder(const QList<QSet<qsizetype>>& dependencies)
{
    return Walk(dependencies).run();
}

} // namespace kuaiban::forms
