#pragma once

#include "SourceTree.h"

#include <QHash>
#include <QJsonObject>
#include <QSet>

namespace kuaiban::tree {

// Failure codes: each is built in one factory, explained in the manual, and provoked by a test.
class FailureCodes
{
public:
    explicit FailureCodes(const SourceTree& tree);

    Findings factories() const; // built once, from literals, in a header of failures
    Findings manual() const;    // every code has its page and every page its code; texts complete; same origin
    Findings fields() const;    // what the texts quote as {name} is filled in somewhere in the room
    Findings tests() const;     // every code stands literally in a test

private:
    struct Factory
    {
        QString code;
        QString origin; // as the manual spells it; empty when it is no Origin::… at that place
        QString path;
        QString place;
    };

    struct Page
    {
        QString path;
        QJsonObject entry;
    };

    void readFactories(const QString& path);
    void readManual(const QString& path);
    Findings manualEntry(const Factory& factory) const;
    Findings texts(const QString& code, const Page& page) const;
    QSet<QString> fieldNames(const QString& header) const;

    const SourceTree& m_tree;
    QList<Factory> m_factories;
    QHash<QString, Page> m_manual;
    Findings m_reading; // what was wrong already while reading factories
    Findings m_manualReading;
};

} // namespace kuaiban::tree
