#pragma once

namespace kuaiban::counter {

// Measures in device-independent pixels on the 4 px grid; those that hold text grow with the text scale.
struct Metrics
{
    static constexpr int grid = 4;
    static constexpr int panelRadius = 6;
    static constexpr int fieldRadius = 4;
    static constexpr int pageMargin = 16;
    static constexpr int panelGap = 12;
    static constexpr int panelPadding = 14;
    static constexpr int columnGap = 16;
    static constexpr int focusWidth = 2;
    static constexpr int scrollBar = 10;
    static constexpr int markGap = 4; // between a mark and its word

    int fieldHeight = 32;
    int rowHeight = 30;   // tables and pop-up lists
    int icon = 20;        // navigation, large buttons
    int smallIcon = 16;   // in fields and small buttons
    int mark = 12;        // status marks beside words
    int topStrip = 48;    // the strip above the page
    int bottomStrip = 28; // the strip below it
    int rail = 84;        // width of the navigation
    int railItem = 62;    // height of one word in it

    static Metrics at(double textScale)
    {
        const auto grown = [textScale](int px) { return int(px * textScale + 0.5); };
        Metrics m;
        m.fieldHeight = grown(32);
        m.rowHeight = grown(30);
        m.icon = grown(20);
        m.smallIcon = grown(16);
        m.mark = grown(12);
        m.topStrip = grown(48);
        m.bottomStrip = grown(28);
        m.rail = grown(84);
        m.railItem = 62 + int((textScale - 1) * 32 + 0.5); // nine pages still fit into 768 px in large type
        return m;
    }
};

} // namespace kuaiban::counter
