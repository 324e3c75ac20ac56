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
// All of these in one text, and whether the window is as large as the screens of the halls, 1366×768, and needs no
// more. With KUAIBAN_SCREENS=<folder> the picture is kept there under this name, for the eye.
QString screenProblems(QWidget* window, const QString& name);

} // namespace kuaiban::test
