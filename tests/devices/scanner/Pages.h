#pragma once

#include "devices/scanner/ScanJob.h"

#include <QList>

namespace kuaiban::test {

// Keeps what a scanner delivers.
struct Pages
{
    QList<devices::ScannedPage> list;
    QList<int> percents;

    devices::ScanListener listener()
    {
        return {[this](const devices::ScannedPage& page) { list.append(page); },
            [this](int, int percent) { percents.append(percent); }};
    }
};

} // namespace kuaiban::test
