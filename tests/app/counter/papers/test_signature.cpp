#include "app/counter/kit/InkPad.h"
#include "app/counter/papers/SignatureSheet.h"
#include "tests/support/counter/Keyboard.h"

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::counter;
using namespace kuaiban::test;

namespace {

void stroke(QWidget* pad, const QList<QPoint>& points)
{
    QTest::mousePress(pad, Qt::LeftButton, {}, points.first());
    for (const auto& point : points.mid(1)) {
        QMouseEvent move(QEvent::MouseMove, point, pad->mapToGlobal(point), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(pad, &move);
    }
    QTest::mouseRelease(pad, Qt::LeftButton, {}, points.last());
}

} // namespace

// Signing on the screen.
class TestSignature : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void strokes_becomeAPicture();
    void tooLittle_isNoSignature();
    void anew_andEscape();

private:
    std::unique_ptr<QWidget> m_window;
    SignatureSheet* m_sheet = nullptr;
    InkPad* m_pad = nullptr;
    std::unique_ptr<QSignalSpy> m_signed;
};

void TestSignature::init()
{
    m_window = std::make_unique<QWidget>();
    m_window->resize(1366, 768);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_sheet = new SignatureSheet(Look({}, QFont()), m_window.get());
    m_signed = std::make_unique<QSignalSpy>(m_sheet, &SignatureSheet::signedBy);
    m_sheet->ask(u"林素梅"_s, u"申领登记表"_s);
    m_pad = m_sheet->findChild<InkPad*>();
    QVERIFY(m_pad && m_pad->isVisible());
    QVERIFY(shows(m_sheet, u"申领登记表"_s));
}

void TestSignature::strokes_becomeAPicture()
{
    stroke(m_pad, {{100, 100}, {200, 100}});
    stroke(m_pad, {{150, 60}, {150, 160}});
    press(Qt::Key_Return);
    QCOMPARE(m_signed->count(), 1);
    QVERIFY(!Overlay::isOpen(m_window.get()));
    const auto picture = m_signed->first().first().value<QImage>();
    // The strokes with room around them, at twice the size of the screen.
    QVERIFY(picture.width() > 2 * 100 && picture.width() < 2 * 160);
    const auto at = [&picture](int x, int y) { return qGray(picture.pixel(x, y)); };
    const int margin = (picture.width() - 2 * 100) / 2;
    QVERIFY(at(margin + 2 * 50, margin + 2 * 40) < 60); // where they cross
    QCOMPARE(qGray(picture.pixel(4, 4)), 255);
}

void TestSignature::tooLittle_isNoSignature()
{
    press(Qt::Key_Return);
    QVERIFY(shows(m_sheet, u"Nothing is signed yet."_s));
    stroke(m_pad, {{100, 100}, {110, 100}});
    press(Qt::Key_Return);
    QCOMPARE(m_signed->count(), 0);
    QVERIFY(Overlay::isOpen(m_window.get()));
}

void TestSignature::anew_andEscape()
{
    stroke(m_pad, {{100, 100}, {200, 100}});
    stroke(m_pad, {{150, 60}, {150, 160}});
    QVERIFY(m_pad->isSigned());
    press(Qt::Key_Delete);
    QVERIFY(!m_pad->isSigned());
    press(Qt::Key_Escape);
    QVERIFY(!Overlay::isOpen(m_window.get()));
    QCOMPARE(m_signed->count(), 0);
}

QTEST_MAIN(TestSignature)
#include "test_signature.moc"
