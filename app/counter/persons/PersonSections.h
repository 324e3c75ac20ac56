#pragma once

#include "app/counter/casefile/CodeWords.h"
#include "app/counter/kit/KeyValueList.h"
#include "app/counter/kit/NoticeBox.h"
#include "modules/registry/PersonRecord.h"

namespace kuaiban::counter {

// A case of the person, as the hub lists it.
struct PersonCase
{
    QString stream;
    QString item;
    QString number;
    QString phase;
    qint64 openedAt = 0;
};

// What the page says of a person, section by section; the values are as masked as the record is.
struct PersonSection
{
    QString title;
    QVector<KeyValue> rows;
    bool operator==(const PersonSection&) const = default;
};

// Something that happened, by its day.
struct LifeEvent
{
    QDate day;
    QString text;
    Tone tone = Tone::Normal;
    bool operator==(const LifeEvent&) const = default;
};

QStringList personSectionTables(); // the code tables of these words

// Of somebody masked only the year of birth and the county are told: with them the number could be read.
QVector<PersonSection> personSections(const registry::PersonRecord& record, const CodeWords& words, bool full);
// What whoever deals with the person must look at, the gravest first.
QVector<Notice> personWarnings(
    const registry::PersonRecord& record, const QList<PersonCase>& cases, QDate today, const CodeWords& words);
// The newest first.
QVector<LifeEvent> lifeOf(const registry::PersonRecord& record, const QList<PersonCase>& cases, const CodeWords& words,
    const std::function<QString(const QString& item)>& itemName, bool full);

} // namespace kuaiban::counter
