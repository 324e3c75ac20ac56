#include "app/counter/pagework/CardSheet.h"
#include "app/counter/pagework/PageChanges.h"
#include "devices/scanner/DrawnPage.h"
#include "devices/scanner/PageCodes.h"
#include "devices/scanner/PageEncoder.h"
#include "devices/scanner/PageQuality.h"
#include "devices/scanner/PageSkew.h"
#include "devices/scanner/PaperBox.h"

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::counter;

// What is done to a scanned page, step by step, on A4 at 300 dpi. Processor time of this one thread, so that other work
// on the machine does not count. Run by tests/bench/pages.sh.
namespace {

constexpr int Dpi = 300;
constexpr int Runs = 9;

double milliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

template<class Step>
void measure(const char* what, Step step, double goalMs = 0) // 0: not one of the goals
{
    QList<double> times;
    for (int run = 0; run < Runs; ++run) {
        const double start = milliseconds();
        step();
        times.append(milliseconds() - start);
    }
    std::sort(times.begin(), times.end());
    std::printf("%s: median %.0f ms, worst %.0f ms of %d", what, times.at(Runs / 2), times.constLast(), Runs);
    if (goalMs > 0)
        std::printf(" (goal %.0f ms, ratio %.2f)", goalMs, times.at(Runs / 2) / goalMs);
    std::printf("\n");
}

PageFile kept(const QImage& picture, devices::ScanMode mode)
{
    const auto page = preparedScan(devices::encodePage(picture, mode, Dpi, 1).value());
    return {page.page, page.bytes};
}

} // namespace

int main()
{
    const auto colour = devices::drawPage(u"skewed"_s, Dpi);
    const auto grey = colour.convertToFormat(QImage::Format_Grayscale8);
    const auto onLid = devices::drawPage(u"small"_s, Dpi);
    const auto front = devices::drawPage(u"card-front"_s, Dpi);
    const auto back = devices::drawPage(u"card-back"_s, Dpi);
    const auto separator = devices::drawPage(u"separator:claim"_s, Dpi);
    std::printf("pictures in memory, %d×%d pixels\n", grey.width(), grey.height());
    measure("  judge the quality (grey)", [&] { (void)devices::analysePage(grey); });
    measure("  find the skew (grey)", [&] { (void)devices::skewOf(grey); });
    measure(
        "  find the skew and straighten (grey)", [&] { (void)devices::straightened(grey, *devices::skewOf(grey)); },
        150);
    measure("  find the skew and straighten (colour)",
        [&] { (void)devices::straightened(colour, *devices::skewOf(colour)); });
    measure("  find the paper (colour)", [&] { (void)devices::paperIn(onLid); });
    measure("  read the codes (colour)", [&] { (void)devices::codesOn(separator); });
    measure("  join two sides of a card (colour)", [&] { (void)cardSheet(front, back, Dpi); });
    const auto file = kept(colour, devices::ScanMode::Color);
    const auto greyFile = kept(grey, devices::ScanMode::Gray);
    const auto lidFile = kept(onLid, devices::ScanMode::Color);
    const auto frontFile = kept(front, devices::ScanMode::Color);
    const auto backFile = kept(back, devices::ScanMode::Color);
    double degrees = 0;
    std::printf("pages as a case keeps them, JPEG to JPEG\n");
    measure("  turn", [&] { (void)turnedPage(file, 90); });
    measure("  straighten (grey)", [&] { (void)straightenedPage(greyFile, &degrees); });
    measure("  straighten (colour)", [&] { (void)straightenedPage(file, &degrees); });
    measure("  crop", [&] { (void)croppedPage(file, {0.05, 0.05, 0.9, 0.9}); });
    measure("  cut to the paper", [&] { (void)paperOfPage(lidFile); });
    measure("  join two sides of a card", [&] { (void)joinedCards(frontFile, backFile); });
}
