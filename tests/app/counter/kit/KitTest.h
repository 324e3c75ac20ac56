#pragma once

#include "app/counter/look/Look.h"
#include "gallery/Gallery.h"

#include <QApplication>
#include <QFontDatabase>
#include <QtTest>

namespace kuaiban::counter {

inline Look lookAt(double textScale = 1.0, PaletteKind palette = PaletteKind::Light)
{
    return Look({palette, textScale}, QFontDatabase::systemFont(QFontDatabase::GeneralFont));
}

// Every warning of Qt fails the test; the offscreen platform has one of its own to say.
inline void failOnAnyWarning()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support propagateSizeHints)")));
}

// A window that is shown, active and given to be deleted at the end of the scope.
template<class Widget>
bool showActive(Widget* window)
{
    window->show();
    window->activateWindow();
    return QTest::qWaitForWindowActive(window);
}

} // namespace kuaiban::counter
