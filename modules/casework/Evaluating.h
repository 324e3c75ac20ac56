#pragma once

#include <QString>

namespace kuaiban::casework {

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

} // namespace kuaiban::casework
