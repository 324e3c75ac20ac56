#include "PageNotes.h"

#include <QCoreApplication>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

// Carries the context of the texts below.
struct PageNotesTexts
{
    Q_DECLARE_TR_FUNCTIONS(PageNotes)
};

struct Fault
{
    QString name; // as the scanner's judgement calls it
    QString word;
    QString advice;
};

// The worst first.
QList<Fault> faults()
{
    return {
        {u"blank"_s, PageNotesTexts::tr("blank"),
            PageNotesTexts::tr(
                "The page is blank. Remove it, or lay the paper the other way round and scan it again.")},
        {u"blurred"_s, PageNotesTexts::tr("blurred"),
            PageNotesTexts::tr("The writing is blurred. Lay the paper flat and scan it again.")},
        {u"dark"_s, PageNotesTexts::tr("too dark"),
            PageNotesTexts::tr(
                "The page is too dark. Close the lid, see that the paper lies face down, and scan it again.")},
        {u"pale"_s, PageNotesTexts::tr("too pale"),
            PageNotesTexts::tr("The writing is too pale. Scan it again, or ask for a better copy.")},
        {u"cut"_s, PageNotesTexts::tr("cut off"),
            PageNotesTexts::tr("Writing runs over the edge. Move the paper further in and scan it again.")},
        {u"large"_s, PageNotesTexts::tr("over 600 KB"),
            PageNotesTexts::tr("The page is over 600 KB: uploading takes longer.")},
    };
}

QList<Fault> faultsOf(const PageFeed& feed, const QString& digest)
{
    const auto warnings = feed.warnings(digest);
    const bool blank = feed.isBlank(digest);
    auto found = faults();
    found.removeIf(
        [&](const Fault& fault) { return !warnings.contains(fault.name) && !(blank && fault.name == "blank"_L1); });
    return found;
}

} // namespace

QString noteOn(const PageFeed& feed, const QString& digest)
{
    const auto found = faultsOf(feed, digest);
    return found.isEmpty() ? QString() : found.constFirst().word;
}

QString adviceOn(const PageFeed& feed, const QString& digest)
{
    QStringList sentences;
    for (const auto& fault : faultsOf(feed, digest))
        sentences.append(fault.advice);
    return sentences.join(u' ');
}

QVector<PageThumb> sheetsOf(const PageSteps& steps, PageFeed& feed)
{
    QVector<PageThumb> sheets;
    for (qsizetype i = 0; i < steps.pages().size(); ++i) {
        const auto& page = steps.pages().at(i);
        feed.look(page);
        const QString note = noteOn(feed, page.digest);
        sheets.append(
            {steps.ids().at(i), feed.small(page.digest), note, note.isEmpty() ? Tone::Normal : Tone::Attention});
    }
    return sheets;
}

} // namespace kuaiban::counter
