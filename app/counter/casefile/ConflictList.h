#pragma once

#include "FormReading.h"

class QVBoxLayout;

namespace kuaiban::counter {

// What two sides say differently about one field of a case, both in words.
struct Dispute
{
    QString conflict; // id; empty for a difference that the hub found when it calculated again
    QString label;
    QString before; // what the field said when both began; empty if nothing
    QString hub;
    QString client;
    QJsonValue hubValue;
    QJsonValue clientValue;
};

QVector<Dispute> disputesOf(const casework::Case& state, const casework::PreparedItem& item, const CodeWords& words,
    const ReadingManner& manner);

// Disputes one below the other, what the two sides say side by side, with a button each for whoever may settle it.
class ConflictList final : public QWidget
{
    Q_OBJECT

public:
    explicit ConflictList(const Look& look, QWidget* parent = nullptr);

    void setDisputes(const QVector<Dispute>& disputes, bool maySettle);

Q_SIGNALS:
    void settled(const QString& conflict, const QJsonValue& value);

private:
    void addDispute(const Dispute& dispute, bool maySettle);
    struct Side
    {
        QString caption;
        QString words;
        QString choice; // what its button says
        QJsonValue value;
    };
    QWidget* side(const Side& side, const QString& conflict, bool maySettle);

    Look m_look;
    QVBoxLayout* m_column;
};

} // namespace kuaiban::counter
