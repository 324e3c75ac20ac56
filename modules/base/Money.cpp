#include "Money.h"

#include "BaseErrors.h"

#include <QRegularExpression>

namespace kuaiban {

using namespace Qt::StringLiterals;

QString formatYuan(qint64 fen)
{
    const quint64 amount = fen < 0 ? 0 - static_cast<quint64>(fen) : static_cast<quint64>(fen);
    QString yuan = QString::number(amount / 100);
    for (qsizetype at = yuan.size() - 3; at > 0; at -= 3)
        yuan.insert(at, u',');
    const QString text = "%1.%2"_L1.arg(yuan, QString::number(amount % 100).rightJustified(2, u'0'));
    return fen < 0 ? u'-' + text : text;
}

Result<qint64> parseYuan(const QString& text)
{
    static const QRegularExpression pattern(u"^(-?)([0-9]{1,3}(?:,[0-9]{3})*|[0-9]{1,15})(?:\\.([0-9]{1,2}))?$"_s);
    const auto match = pattern.match(text.trimmed());
    if (!match.hasMatch())
        return fail(moneyMalformed());
    bool ok = false;
    const qint64 yuan = match.captured(2).remove(u',').toLongLong(&ok);
    if (!ok || yuan > 9'000'000'000'000'000)
        return fail(moneyMalformed());
    const qint64 fen = yuan * 100 + match.captured(3).leftJustified(2, u'0').toInt();
    return match.captured(1).isEmpty() ? fen : -fen;
}

} // namespace kuaiban
