#include "Step.h"

#include <QStringList>

namespace kuaiban::calc {

using namespace Qt::StringLiterals;

QString zhSpan(qint64 months)
{
    return months % 12 == 0 ? u"%1 年"_s.arg(months / 12) : u"%1 个月"_s.arg(months);
}

QString enSpan(qint64 months)
{
    const bool years = months % 12 == 0;
    const qint64 count = years ? months / 12 : months;
    return "%1 %2%3"_L1.arg(QString::number(count), years ? u"year"_s : u"month"_s, count == 1 ? QString() : u"s"_s);
}

QString reasoningOf(const QList<Step>& steps)
{
    QStringList lines;
    for (const auto& step : steps)
        lines.append(step.zh);
    return lines.join(u'\n');
}

} // namespace kuaiban::calc
