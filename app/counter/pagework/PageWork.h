#pragma once

#include "devices/scanner/ScanJob.h"
#include "modules/base/Result.h"
#include "modules/casework/Case.h"

#include <QImage>

#include <optional>

// How the bytes of a page become a page of a case. Pure functions; they take tens of milliseconds, so
// they are called in a worker thread.
namespace kuaiban::counter {

// A page that is ready to be kept; its digest is known once it is.
struct PreparedPage
{
    QByteArray bytes;
    casework::Page page;
    QImage small; // for the strip of sheets
    bool blank = false;
    QStringList warnings;                  // "blurred", "dark", "pale", "cut", "large"
    std::optional<QString> separator = {}; // a separator sheet, with the material it names; empty: the next one
};

constexpr QSize PortraitSize(358, 441);       // pixels at 350 dpi: one inch and a bit, as card systems take it
constexpr qint64 MostPaperBytes = 20'000'000; // of one file that is dropped

// The media type by the first bytes, whatever the name says: image/jpeg, image/png, application/pdf; empty for others.
QString mediaOf(QByteArrayView bytes);

PreparedPage preparedScan(const devices::ScannedPage& page);
PreparedPage preparedPicture(const devices::ScannedPage& page, const QImage& picture); // which is at hand already
PreparedPage preparedFromPile(const devices::ScannedPage& page); // and looked at whether it is a separator sheet
// A picture or PDF from disk. A large photo is made smaller and put upright.
// Errors: papers.file-kind, papers.file-large, papers.file-unreadable.
Result<PreparedPage> preparedFile(const QString& path);
// The photograph of a person from a picture on disk, as cards carry it: upright, cut in the middle to the proportion of
// the card and made PortraitSize large, as JPEG. Errors: those of preparedFile, papers.file-kind for a PDF,
// papers.photo-small.
Result<PreparedPage> preparedPortrait(const QString& path);
// What was drawn on the screen, such as a signature, without loss.
PreparedPage preparedDrawing(const QImage& drawing);
bool isDrawing(const casework::Page& page); // a page that was made so, and not a scanned one
// A page that is kept already, seen again: its picture in small and its warnings.
PreparedPage seenPage(const QByteArray& bytes, const casework::Page& page);
// The page as large as it is, for looking at; null for one that cannot be shown.
QImage pictureOf(const QByteArray& bytes, const QString& media);

} // namespace kuaiban::counter
