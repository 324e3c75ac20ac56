#include "app/counter/look/Look.h"
#include "app/counter/look/StylePainting.h"
#include "tests/support/places/Places.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFontDatabase>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QtTest>

using namespace kuaiban::counter;
using namespace Qt::StringLiterals;

class TestLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void contrast_ofTones_isReadable_data();
    void contrast_ofTones_isReadable();
    void contrast_blackOnWhite_is21();
    void glyphs_eachFile_hasItsName();
    void glyphs_each_drawsInTheColourAskedFor();
    void icon_states_areTinted();
    void icon_atTwiceTheRatio_isDrawnAnew();
    void fonts_roles_followTheScale_data();
    void fonts_roles_followTheScale();
    void fonts_family_isSimplifiedChinese();
    void style_fieldHeights_areTheMetric_data();
    void style_fieldHeights_areTheMetric();
    void style_lineEdit_showsStateAtItsEdge_data();
    void style_lineEdit_showsStateAtItsEdge();
    void style_scrollBar_isSlimAndTakesNoRoom();
    void style_sheet_isNotUsed();
    void marks_each_differsInShape();
    void buttons_primaryFocused_keepsAGapToItsRing();

private:
    static Look look(double scale = 1.0, PaletteKind palette = PaletteKind::Light)
    {
        return Look({palette, scale}, QFontDatabase::systemFont(QFontDatabase::GeneralFont));
    }
};

void TestLook::initTestCase()
{
    dress(look());
}

void TestLook::contrast_ofTones_isReadable_data()
{
    QTest::addColumn<Colours>("colours");
    QTest::addColumn<double>("least");
    QTest::addRow("light") << lightColours() << 4.5;
    QTest::addRow("high contrast") << highContrastColours() << 7.0;
}

void TestLook::contrast_ofTones_isReadable()
{
    QFETCH(Colours, colours);
    QFETCH(double, least);
    for (const Tone tone : {Tone::Normal, Tone::Secondary, Tone::Accent, Tone::Good, Tone::Attention, Tone::Bad}) {
        const QList<QColor> grounds{
            colours.panel, colours.page, colours.rail, colours.selection, colours.filled, colours.softOf(tone)};
        for (const QColor& ground : grounds) {
            const double reached = contrast(colours.of(tone), ground);
            QVERIFY2(
                reached >= least, qPrintable(u"tone %1 on %2: %3"_s.arg(int(tone)).arg(ground.name()).arg(reached)));
        }
    }
    QVERIFY(contrast(colours.onAccent, colours.accent) >= least);
    QVERIFY(contrast(colours.text, colours.marked) >= least);
    QVERIFY(contrast(colours.accent, colours.panel) >= 3.0); // the focus ring, WCAG 2.1 1.4.11
}

void TestLook::contrast_blackOnWhite_is21()
{
    QVERIFY(qAbs(contrast(Qt::black, Qt::white) - 21) < 0.01);
    QVERIFY(qAbs(contrast(Qt::white, Qt::white) - 1) < 0.01);
}

void TestLook::glyphs_eachFile_hasItsName()
{
    QStringList files;
    for (const QString& file : QDir(kuaiban::test::inSource() + u"/resources/icons"_s).entryList({u"*.svg"_s}))
        files.append(file.chopped(4));
    QStringList names;
    for (int i = 0; i < glyphCount; ++i)
        names.append(glyphName(Glyph(i)));
    std::sort(names.begin(), names.end());
    std::sort(files.begin(), files.end());
    QCOMPARE(names, files);
}

void TestLook::glyphs_each_drawsInTheColourAskedFor()
{
    const Look sample = look();
    for (int i = 0; i < glyphCount; ++i) {
        QImage image(48, 48, QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        sample.paintGlyph(&painter, Glyph(i), QRectF(0, 0, 48, 48), QColor(0xB3261EU));
        painter.end();
        int inked = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor pixel = image.pixelColor(x, y);
                if (pixel.alpha() < 250)
                    continue;
                ++inked;
                QVERIFY2(
                    qAbs(pixel.red() - 0xB3) < 4 && qAbs(pixel.green() - 0x26) < 4, qPrintable(glyphName(Glyph(i))));
            }
        }
        QVERIFY2(inked > 6, qPrintable(glyphName(Glyph(i))));
        // Nothing is cut off by the edge of the grid.
        for (int k = 0; k < 48; ++k)
            QVERIFY2(image.pixelColor(k, 0).alpha() == 0 && image.pixelColor(0, k).alpha() == 0 &&
                         image.pixelColor(47, k).alpha() == 0 && image.pixelColor(k, 47).alpha() == 0,
                qPrintable(glyphName(Glyph(i))));
    }
}

void TestLook::icon_states_areTinted()
{
    const Look sample = look();
    const QIcon icon = sample.icon(Glyph::Check);
    const auto ink = [](const QPixmap& pixmap) {
        const QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
        QColor strongest(Qt::transparent);
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (image.pixelColor(x, y).alpha() > strongest.alpha())
                    strongest = image.pixelColor(x, y);
        return strongest.rgb();
    };
    QCOMPARE(ink(icon.pixmap(32, QIcon::Normal, QIcon::Off)), sample.colours().secondary.rgb());
    QCOMPARE(ink(icon.pixmap(32, QIcon::Normal, QIcon::On)), sample.colours().accent.rgb());
    QCOMPARE(ink(icon.pixmap(32, QIcon::Disabled, QIcon::Off)), sample.colours().disabled.rgb());
}

void TestLook::icon_atTwiceTheRatio_isDrawnAnew()
{
    const QIcon icon = look().icon(Glyph::Home);
    const QPixmap twice = icon.pixmap(QSize(20, 20), 2.0);
    QCOMPARE(twice.size(), QSize(40, 40));
    // A drawing of its own, not the small one stretched: stretching back up would not give the same picture.
    const QImage stretched =
        icon.pixmap(QSize(20, 20), 1.0).toImage().scaled(40, 40, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    QVERIFY(twice.toImage().convertToFormat(QImage::Format_ARGB32) != stretched.convertToFormat(QImage::Format_ARGB32));
}

void TestLook::fonts_roles_followTheScale_data()
{
    QTest::addColumn<double>("scale");
    QTest::addColumn<int>("title");
    QTest::addColumn<int>("body");
    QTest::addColumn<int>("hint");
    QTest::addRow("normal type") << 1.0 << 18 << 13 << 11;
    QTest::addRow("large type") << 1.25 << 23 << 16 << 14;
}

void TestLook::fonts_roles_followTheScale()
{
    QFETCH(double, scale);
    QFETCH(int, title);
    QFETCH(int, body);
    QFETCH(int, hint);
    QFont system = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    system.setPixelSize(12);
    const TypeScale type(system, scale);
    QCOMPARE(type.font(TextRole::Title).pixelSize(), title);
    QCOMPARE(type.font(TextRole::Body).pixelSize(), body);
    QCOMPARE(type.font(TextRole::Hint).pixelSize(), hint);
    QVERIFY(type.font(TextRole::Heading).bold());
    QVERIFY(!type.font(TextRole::Label).bold());
    system.setPixelSize(16); // somebody made the system's type larger
    QVERIFY(TypeScale(system, scale).font(TextRole::Body).pixelSize() > body);
}

void TestLook::fonts_family_isSimplifiedChinese()
{
    const QString family = QFontInfo(look().font(TextRole::Body)).family();
    QVERIFY2(QFontDatabase::writingSystems(family).contains(QFontDatabase::SimplifiedChinese), qPrintable(family));
    QVERIFY2(QFontMetrics(look().font(TextRole::Body)).inFont(u'镇'), qPrintable(family));
}

void TestLook::style_fieldHeights_areTheMetric_data()
{
    QTest::addColumn<double>("scale");
    QTest::addRow("normal type") << 1.0;
    QTest::addRow("large type") << 1.25;
}

void TestLook::style_fieldHeights_areTheMetric()
{
    QFETCH(double, scale);
    dress(look(scale));
    QLineEdit line;
    QComboBox box;
    box.addItem(u"本地城镇"_s);
    QPushButton button(u"暂存"_s);
    const int height = look(scale).metrics().fieldHeight;
    QCOMPARE(height % Metrics::grid, 0);
    QCOMPARE(line.sizeHint().height(), height);
    QCOMPARE(box.sizeHint().height(), height);
    QCOMPARE(button.sizeHint().height(), height);
    dress(look());
}

void TestLook::style_lineEdit_showsStateAtItsEdge_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<bool>("focused");
    QTest::addColumn<QColor>("outer");
    QTest::addColumn<QColor>("inner");
    const Colours c = lightColours();
    QTest::addRow("at rest") << int(FieldState::Normal) << false << c.controlBorder << c.panel;
    QTest::addRow("with the keyboard") << int(FieldState::Normal) << true << c.accent << c.accent;
    QTest::addRow("filled") << int(FieldState::Filled) << false << c.controlBorder << c.filled;
    QTest::addRow("wrong") << int(FieldState::Error) << false << c.bad << c.bad;
    QTest::addRow("wrong, with the keyboard") << int(FieldState::Error) << true << c.accent << c.accent;
    QTest::addRow("read-only") << int(FieldState::ReadOnly) << false << c.border << c.filled;
}

void TestLook::style_lineEdit_showsStateAtItsEdge()
{
    QFETCH(int, state);
    QFETCH(bool, focused);
    QFETCH(QColor, outer);
    QFETCH(QColor, inner);
    QWidget window;
    QLineEdit line(&window);
    line.setGeometry(10, 10, 200, 32);
    setFieldState(&line, FieldState(state));
    window.setFocusPolicy(Qt::StrongFocus);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    (focused ? static_cast<QWidget*>(&line) : &window)->setFocus();
    QTest::mouseMove(&window, QPoint(1, 1));
    const QImage image = line.grab().toImage();
    QCOMPARE(image.pixelColor(0, image.height() / 2).name(), outer.name());
    QCOMPARE(image.pixelColor(qRound(1.0 * image.devicePixelRatio()), image.height() / 2).name(), inner.name());
    QCOMPARE(fieldState(&line), FieldState(state));
}

void TestLook::style_scrollBar_isSlimAndTakesNoRoom()
{
    QListWidget list;
    list.resize(200, 100);
    for (int i = 0; i < 50; ++i)
        list.addItem(QString::number(i));
    list.show();
    QVERIFY(QTest::qWaitForWindowExposed(&list));
    QVERIFY(list.verticalScrollBar()->isVisible());
    QCOMPARE(list.verticalScrollBar()->width(), Metrics::scrollBar);
    const int withBar = list.viewport()->width();
    list.clear();
    QCOMPARE(list.viewport()->width(), withBar); // nothing moves when it comes or goes
}

void TestLook::style_sheet_isNotUsed()
{
    QVERIFY(qApp->styleSheet().isEmpty());
    QCOMPARE(QApplication::palette().color(QPalette::Window).name(), u"#f3f5f8"_s);
}

void TestLook::marks_each_differsInShape()
{
    QList<QImage> drawn;
    for (const Mark mark : {Mark::Tick, Mark::Dot, Mark::Triangle, Mark::Cross, Mark::Ring}) {
        QImage image(12, 12, QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paintMark(&painter, mark, QRectF(0, 0, 12, 12), Qt::black); // without colour they must still differ
        painter.end();
        QVERIFY(!drawn.contains(image));
        drawn.append(image);
        QVERIFY(!markText(mark).isEmpty());
    }
}

void TestLook::buttons_primaryFocused_keepsAGapToItsRing()
{
    QImage image(80, 32, QImage::Format_ARGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintButton(
        &painter, look(), QRectF(0, 0, 80, 32), ButtonRole::Primary, QStyle::State_Enabled | QStyle::State_HasFocus);
    painter.end();
    const QString accent = lightColours().accent.name();
    QCOMPARE(image.pixelColor(0, 16).name(), accent);
    QCOMPARE(image.pixelColor(2, 16).name(), u"#ffffff"_s);
    QCOMPARE(image.pixelColor(6, 16).name(), accent);
}

QTEST_MAIN(TestLook)
#include "test_look.moc"
