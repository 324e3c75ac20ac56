#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>

namespace kuaiban::devices {

enum class ScanSource {
    Flatbed, // 平板
    Adf,     // 自动进纸器, one side
    Duplex,  // 自动进纸器, both sides
};
enum class ScanMode { Color, Gray, Lineart };

struct ScanJob
{
    ScanSource source = ScanSource::Flatbed;
    ScanMode mode = ScanMode::Color;
    int dpi = 300;
    int mostPages = 0; // 0: until the feeder is empty
    friend bool operator==(const ScanJob&, const ScanJob&) = default;
};

// How good a page came out. Warnings: "blurred", "dark", "pale", "cut", "large".
struct PageQuality
{
    int score = 100;    // 0 to 100; below 50 is worth scanning again while the paper is at hand
    int sharpness = -1; // 0 to 100; -1: the page has no edges to judge by
    int brightness = 0; // mean of the grey values, 0 to 255
    QStringList warnings;
    friend bool operator==(const PageQuality&, const PageQuality&) = default;
};

struct ScannedPage
{
    int number = 0; // within the job, from 1
    QByteArray bytes;
    QString format; // "jpeg", or "png" for line art
    int width = 0;  // pixels
    int height = 0;
    int dpi = 0;
    bool blank = false;
    PageQuality quality;
    friend bool operator==(const ScannedPage&, const ScannedPage&) = default;
};

// Told while a job runs, in the thread of the driver. Pages that were handed over stay good even if the job fails
// later.
struct ScanListener
{
    std::function<void(const ScannedPage&)> page;
    std::function<void(int page, int percent)> progress;
};

} // namespace kuaiban::devices
