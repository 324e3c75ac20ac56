#pragma once

#include <QString>

namespace kuaiban::casework {

struct Case;

inline constexpr int MostEvaluationText = 200; // characters of the citizen's own words

inline bool isEvaluationGrade(int grade)
{
    return grade >= 1 && grade <= 5;
}

// Only who is not satisfied is asked for his own words: they are read when the complaint is followed up.
inline bool takesEvaluationText(int grade)
{
    return grade == 1 || grade == 2;
}

// The group of the code table evaluation-reason from which that grade takes its reasons: good, fair or poor.
QString evaluationGroup(int grade);

// Whether the citizen was heard in the phase in which the case is; nobody asks him twice (一事一评).
bool isEvaluated(const Case& state);

} // namespace kuaiban::casework
