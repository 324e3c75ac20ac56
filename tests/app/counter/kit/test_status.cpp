#include "KitTest.h"

#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/BottomStrip.h"
#include "app/counter/kit/KitErrors.h"
#include "app/counter/kit/MaskedLabel.h"
#include "app/counter/kit/MessageBar.h"
#include "app/counter/kit/Popover.h"
#include "app/counter/kit/TextLabel.h"
#include "modules/base/FailureManual.h"

#include <QAction>
#include <QLineEdit>
#include <QSignalSpy>
#include <QVBoxLayout>

using namespace kuaiban;
using namespace kuaiban::counter;
using namespace Qt::StringLiterals;

class TestStatus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { failOnAnyWarning(); }
    void light_conditions_differWithoutColour();
    void light_pressed_explainsAndGivesTheKeyboardBack();
    void strip_refresh_keepsItsLights();
    void strip_narrow_dropsTheWordsOfThoseInOrderFirst();
    void bottom_outbox_saysWhatWaits();
    void message_fromAnError_saysWhoseSideItIsOn_data();
    void message_fromAnError_saysWhoseSideItIsOn();
    void messageBar_said_isShownAndCleared();
    void messageBar_markup_isPlainText();
    void masked_withoutPermission_neverHoldsTheValue();
    void masked_revealed_hidesAgain();
};

void TestStatus::initTestCase()
{
    dress(lookAt());
    QVERIFY(gallery::speakChinese());
}

void TestStatus::light_conditions_differWithoutColour()
{
    QList<Mark> marks;
    for (const Condition condition : {Condition::Ready, Condition::Attention, Condition::Fault, Condition::Absent}) {
        QVERIFY(!marks.contains(markOf(condition)));
        marks.append(markOf(condition));
    }
}

void TestStatus::light_pressed_explainsAndGivesTheKeyboardBack()
{
    QWidget window;
    window.resize(600, 300);
    auto* column = new QVBoxLayout(&window);
    column->addStretch(1);
    auto* light = new StatusLight(lookAt());
    light->setState({u"receipt"_s, u"小票机"_s, Condition::Attention, u"纸将尽"_s, u"小票纸不足约 2 米。"_s,
        u"请更换纸卷。"_s, u"receipt.paper-low"_s});
    column->addWidget(light);
    QVERIFY(showActive(&window));
    light->setFocus();
    QTest::keyClick(light, Qt::Key_Space);
    auto* sheet = window.findChild<Popover*>();
    QVERIFY(sheet && sheet->isVisible());
    QVERIFY(window.rect().contains(sheet->geometry()));
    QStringList texts;
    for (auto* label : sheet->findChildren<QLabel*>())
        texts.append(label->text());
    QVERIFY(texts.contains(u"小票纸不足约 2 米。"_s) && texts.contains(u"请更换纸卷。"_s) &&
            texts.contains(u"代码 receipt.paper-low"_s));
    QTest::keyClick(sheet, Qt::Key_Escape);
    QVERIFY(!sheet->isVisible());
    QCOMPARE(QApplication::focusWidget(), light);
    light->click();
    QTest::mouseClick(&window, Qt::LeftButton, {}, QPoint(5, 5));
    QTRY_VERIFY(!window.findChild<Popover*>());
}

void TestStatus::strip_refresh_keepsItsLights()
{
    StatusStrip strip(lookAt());
    strip.setStates({{u"idcard"_s, u"身份证"_s, Condition::Ready, u"就绪"_s, {}, {}, {}},
        {u"scanner"_s, u"扫描仪"_s, Condition::Absent, u"未配置"_s, {}, {}, {}}});
    StatusLight* light = strip.light(u"idcard"_s);
    QVERIFY(light);
    QCOMPARE(light->text(), u"身份证 就绪"_s);
    strip.setStates({{u"idcard"_s, u"身份证"_s, Condition::Fault, u"无应答"_s, {}, {}, {}}});
    QCOMPARE(strip.light(u"idcard"_s), light); // the keyboard may be on it
    QCOMPARE(light->accessibleName(), u"身份证 无应答"_s);
    QVERIFY(!strip.light(u"scanner"_s));
}

void TestStatus::strip_narrow_dropsTheWordsOfThoseInOrderFirst()
{
    QWidget window;
    auto* row = new QHBoxLayout(&window);
    row->setContentsMargins({});
    auto* strip = new StatusStrip(lookAt());
    row->addWidget(strip);
    row->addStretch(1);
    strip->setStates({{u"idcard"_s, u"身份证"_s, Condition::Ready, u"就绪"_s, {}, {}, {}},
        {u"scanner"_s, u"扫描仪"_s, Condition::Fault, u"故障"_s, {}, {}, {}}});
    const auto texts = [strip] {
        return QStringList{strip->light(u"idcard"_s)->text(), strip->light(u"scanner"_s)->text()};
    };
    const QStringList all{u"身份证 就绪"_s, u"扫描仪 故障"_s};
    const int wide = strip->sizeHint().width();
    window.resize(wide, 40);
    QVERIFY(showActive(&window));
    QCOMPARE(texts(), all);
    window.resize(wide - 1, 40);
    QTRY_COMPARE(texts(), (QStringList{u"身份证"_s, u"扫描仪 故障"_s}));
    QCOMPARE(strip->light(u"idcard"_s)->accessibleName(), all.constFirst()); // it is read out as before
    QCOMPARE(strip->sizeHint().width(), wide);                               // and comes back when there is room
    window.resize(window.minimumSizeHint().width(), 40);
    QTRY_COMPARE(texts(), (QStringList{u"身份证"_s, u"扫描仪"_s}));
    strip->setStates({{u"idcard"_s, u"身份证"_s, Condition::Absent, u"未配置"_s, {}, {}, {}}});
    QTRY_COMPARE(strip->light(u"idcard"_s)->text(), u"身份证 未配置"_s); // the other one made room
    window.resize(wide, 40);
    strip->setStates({{u"idcard"_s, u"身份证"_s, Condition::Ready, u"就绪"_s, {}, {}, {}},
        {u"scanner"_s, u"扫描仪"_s, Condition::Fault, u"故障"_s, {}, {}, {}}});
    QTRY_COMPARE(texts(), all);
}

void TestStatus::bottom_outbox_saysWhatWaits()
{
    BottomStrip strip(lookAt());
    QSignalSpy pressed(&strip, &BottomStrip::outboxPressed);
    const auto words = [&] {
        QStringList all;
        for (auto* button : strip.findChildren<StripButton*>())
            all.append(button->text());
        return all;
    };
    QVERIFY(words().contains(u"已全部上传"_s));
    strip.setOutbox(3, 12'400'000);
    QVERIFY(words().contains(u"待上传 3 件 · 12.4 MB"_s));
    strip.setOutbox(2, 0);
    QVERIFY(words().contains(u"待上传 2 件"_s));
    for (auto* button : strip.findChildren<StripButton*>())
        if (button->text().startsWith(u"待上传"_s))
            button->click();
    QCOMPARE(pressed.size(), 1);
    strip.setTime(QDateTime(QDate(2026, 11, 21), QTime(9, 42, 59)));
    bool told = false;
    for (auto* label : strip.findChildren<QLabel*>())
        told = told || label->text() == "2026-11-21 09:42"_L1;
    QVERIFY(told);
}

void TestStatus::message_fromAnError_saysWhoseSideItIsOn_data()
{
    QTest::addColumn<int>("origin");
    QTest::addColumn<QString>("side");
    QTest::addColumn<int>("tone");
    QTest::addRow("entry") << int(Origin::User) << u"填写"_s << int(Tone::Attention);
    QTest::addRow("card") << int(Origin::Card) << u"卡片"_s << int(Tone::Attention);
    QTest::addRow("device") << int(Origin::Device) << u"设备"_s << int(Tone::Bad);
    QTest::addRow("network") << int(Origin::Network) << u"网络"_s << int(Tone::Bad);
    QTest::addRow("hub") << int(Origin::Hub) << u"中心"_s << int(Tone::Bad);
    QTest::addRow("data") << int(Origin::Data) << u"数据"_s << int(Tone::Bad);
    QTest::addRow("machine") << int(Origin::Machine) << u"本机"_s << int(Tone::Bad);
}

void TestStatus::message_fromAnError_saysWhoseSideItIsOn()
{
    QFETCH(int, origin);
    QFETCH(QString, side);
    QFETCH(int, tone);
    Error error = actionKeyTaken(u"F9"_s, u"b"_s, u"a"_s);
    error.origin = Origin(origin);
    const Message message = messageFor(error, FailureManual(), u"zh_CN"_s);
    QCOMPARE(message.side, side);
    QCOMPARE(int(message.tone), tone);
    QCOMPARE(message.code, u"kit.action-key-taken"_s);
    QCOMPARE(message.what, u"快捷键 F9 重复"_s);
    QVERIFY(!message.remedy.isEmpty());
}

void TestStatus::messageBar_said_isShownAndCleared()
{
    QWidget window;
    window.resize(700, 300);
    auto* column = new QVBoxLayout(&window);
    auto* bar = new MessageBar(lookAt());
    column->addWidget(bar);
    column->addWidget(new QLineEdit);
    column->addStretch(1);
    QVERIFY(showActive(&window));
    QVERIFY(bar->isHidden());
    bar->say({Tone::Bad, u"扫描仪没有回应"_s, u"设备"_s, u"请检查电源。"_s, u"scanner.no-answer"_s});
    auto* retry = new QAction(u"重试"_s, bar);
    bar->setActions({retry});
    QVERIFY(bar->isVisible());
    QCOMPARE(bar->accessibleName(), u"扫描仪没有回应"_s);
    QSignalSpy retried(retry, &QAction::triggered);
    auto* button = bar->findChild<ActionButton*>();
    QVERIFY(button);
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(retried.size(), 1);
    QSignalSpy dismissed(bar, &MessageBar::dismissed);
    QTest::keyClick(button, Qt::Key_Escape);
    QVERIFY(bar->isHidden());
    QCOMPARE(dismissed.size(), 1);
}

void TestStatus::messageBar_markup_isPlainText()
{
    MessageBar bar(lookAt());
    bar.say({Tone::Attention, u"<b>王桂兰</b>"_s, {}, u"<img src=x>"_s, {}});
    for (auto* label : bar.findChildren<QLabel*>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
}

void TestStatus::masked_withoutPermission_neverHoldsTheValue()
{
    MaskedLabel label(lookAt(), u"身份证号"_s);
    label.setMasked(u"2106**********9026"_s);
    QSignalSpy asked(&label, &MaskedLabel::revealRequested);
    QVERIFY(showActive(&label));
    auto* eye = label.findChild<IconButton*>();
    QCOMPARE(eye->accessibleName(), u"显示完整身份证号"_s);
    eye->setFocus();
    QTest::keyClick(eye, Qt::Key_Space);
    QCOMPARE(asked.size(), 1);
    QVERIFY(!label.isRevealed()); // asking is not being allowed
    QCOMPARE(label.shownText(), u"2106**********9026"_s);
    label.setRevealable(false);
    QVERIFY(!eye->isVisible());
}

void TestStatus::masked_revealed_hidesAgain()
{
    MaskedLabel label(lookAt(), u"身份证号"_s);
    label.setMasked(u"2106**********9026"_s);
    QVERIFY(showActive(&label));
    label.reveal(u"210603198003129026"_s, 20);
    QCOMPARE(label.shownText(), u"210603198003129026"_s);
    QTRY_COMPARE(label.shownText(), u"2106**********9026"_s);
    label.reveal(u"210603198003129026"_s);
    label.hide(); // the page was left
    QVERIFY(!label.isRevealed());
    label.show();
    label.reveal(u"210603198003129026"_s);
    label.findChild<IconButton*>()->click();
    QVERIFY(!label.isRevealed());
}

QTEST_MAIN(TestStatus)
#include "test_status.moc"
