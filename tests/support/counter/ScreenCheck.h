#pragma once

#include <QStringList>

class QWidget;

namespace kuaiban::test {

// What is wrong with a screen, one line for each finding; nothing wrong gives nothing.

// Everything the keyboard can reach has a name that can be read out.
QStringList namelessControls(QWidget* screen);
// Texts that are cut: labels, buttons and boxes smaller than what they say. What ends in an ellipsis by design is left
// out.
QStringList cutTexts(QWidget* screen);
// Tab visits every reachable control once and comes round, also backwards.
QStringList tabTraps(QWidget* screen);

} // namespace kuaiban::test
