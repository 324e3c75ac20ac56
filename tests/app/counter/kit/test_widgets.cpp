#include "KitTest.h"

#include "app/counter/kit/ActionBar.h"
#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/ActionRegistry.h"
#include "app/counter/kit/EmptyState.h"
#include "app/counter/kit/PersonCard.h"
#include "app/counter/kit/QuickPhrases.h"
#include "app/counter/kit/SearchBox.h"
#include "app/counter/kit/TextLabel.h"
#include "app/counter/kit/Watermark.h"
#include "app/counter/kit/WorkProgress.h"
#include "tests/support/places/Places.h"

#include <QAction>
#include <QSignalSpy>

using namespace kuaiban::counter;
using namespace Qt::StringLiterals;

class TestWidgets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { failOnAnyWarning(); }
    void progress_numbers_areSaid_data();
    void progress_numbers_areSaid();
    void progress_cancel_isAskedForOnce();
    void search_keys_searchClearAndLeave();
    void phrases_chosen_areGiven();
    void watermark_overAPage_letsClicksThrough();
    void elided_tooLong_isCutAndTold();
    void personCard_again_replacesEverything();
    void emptyState_action_isThere();
    void texts_ofTheKit_areAllInChinese();
    void bar_withLittleRoom_saysTheKeysInTheTips();
};

void TestWidgets::initTestCase()
{
    dress(lookAt());
    QVERIFY(gallery::speakChinese());
}

void TestWidgets::progress_numbers_areSaid_data()
{
    QTest::addColumn<int>("done");
    QTest::addColumn<int>("total");
    QTest::addColumn<int>("elapsed");
    QTest::addColumn<QString>("said");
    QTest::addRow("too early for a rate") << 10 << 1240 << 500 << u"10 / 1240"_s;
    QTest::addRow("fast") << 512 << 1240 << 21'000 << u"512 / 1240 · 每秒 24 件 · 约剩 30 秒"_s;
    QTest::addRow("slow") << 5 << 100 << 60'000 << u"5 / 100 · 每分钟 5 件 · 约剩 20 分钟"_s;
    QTest::addRow("no total yet") << 40 << 0 << 4'000 << u"已完成 40 · 每秒 10 件"_s;
    QTest::addRow("nothing done") << 0 << 10 << 9'000 << u"0 / 10"_s;
    QTest::addRow("all done") << 10 << 10 << 5'000 << u"10 / 10 · 每秒 2 件"_s;
}

void TestWidgets::progress_numbers_areSaid()
{
    QFETCH(int, done);
    QFETCH(int, total);
    QFETCH(int, elapsed);
    QFETCH(QString, said);
    WorkProgress work(lookAt());
    work.start(u"正在导入"_s);
    work.setProgress(done, total, elapsed);
    QCOMPARE(work.detail(), said);
}

void TestWidgets::progress_cancel_isAskedForOnce()
{
    WorkProgress work(lookAt());
    work.start(u"正在导入"_s);
    QSignalSpy cancelled(&work, &WorkProgress::cancelRequested);
    QVERIFY(showActive(&work));
    auto* button = work.findChild<ActionButton*>();
    button->click();
    button->click();
    QCOMPARE(cancelled.size(), 1);
    QCOMPARE(button->text(), u"正在停止…"_s);
    work.finish(u"已停止，前 100 人已导入"_s, Tone::Attention);
    QVERIFY(button->isHidden());
    work.start(u"正在导入"_s);
    QVERIFY(button->isVisible() && button->isEnabled());
}

void TestWidgets::search_keys_searchClearAndLeave()
{
    SearchBox box(lookAt(), u"搜索"_s);
    box.setKeyText(u"Ctrl+K"_s);
    QSignalSpy searched(&box, &SearchBox::searched);
    QSignalSpy left(&box, &SearchBox::left);
    QVERIFY(showActive(&box));
    box.setFocus();
    QTest::keyClicks(&box, u" 2106 "_s);
    QTest::keyClick(&box, Qt::Key_Return);
    QCOMPARE(searched.front().front().toString(), u"2106"_s);
    QTest::keyClick(&box, Qt::Key_Escape);
    QVERIFY(box.text().isEmpty());
    QCOMPARE(left.size(), 0);
    QTest::keyClick(&box, Qt::Key_Escape);
    QCOMPARE(left.size(), 1);
    QVERIFY(!box.grab().isNull());
}

void TestWidgets::phrases_chosen_areGiven()
{
    QuickPhrases phrases(lookAt(), u"常用："_s);
    QSignalSpy chosen(&phrases, &QuickPhrases::phraseChosen);
    phrases.setPhrases({u"同意"_s, u"材料不齐"_s});
    phrases.choose(2);
    phrases.choose(3); // there is no third
    phrases.choose(0);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.front().front().toString(), u"材料不齐"_s);
    const auto buttons = phrases.findChildren<ActionButton*>();
    QCOMPARE(buttons.size(), 2);
    QCOMPARE(buttons.front()->text(), u"1 同意"_s);
    buttons.front()->click();
    QCOMPARE(chosen.size(), 2);
    QStringList ten(10, u"补正材料"_s);
    phrases.setPhrases(ten);
    QCOMPARE(phrases.findChildren<ActionButton*>().size(), 9); // Alt+1 to Alt+9
    QVERIFY(phrases.heightForWidth(200) > 2 * phrases.heightForWidth(3000));
}

void TestWidgets::watermark_overAPage_letsClicksThrough()
{
    QWidget page;
    page.resize(300, 200);
    auto* button = new QPushButton(u"暂存"_s, &page);
    auto* mark = new Watermark(lookAt(), &page);
    QSignalSpy clicked(button, &QPushButton::clicked);
    QVERIFY(showActive(&page));
    const QImage before = page.grab().toImage();
    mark->setWords(u"陈思远 3 号窗口 2026-11-21 09:42"_s);
    QVERIFY(page.grab().toImage() != before);
    QTest::mouseClick(page.windowHandle(), Qt::LeftButton, {}, button->geometry().center());
    QCOMPARE(clicked.size(), 1);
    page.resize(500, 400);
    QCOMPARE(mark->size(), page.size());
}

void TestWidgets::elided_tooLong_isCutAndTold()
{
    ElidedLabel label(lookAt(), TextRole::Hint, u"满 5 年不满 10 年，最长 18 个月"_s);
    label.resize(label.sizeHint());
    QVERIFY(!label.isCut());
    QVERIFY(label.minimumSizeHint().width() < label.sizeHint().width() / 3);
    label.resize(60, 20);
    QVERIFY(label.isCut());
}

void TestWidgets::personCard_again_replacesEverything()
{
    PersonCard card(lookAt());
    PersonFacts facts{.name = u"王桂兰"_s,
        .summary = u"女 · 满族"_s,
        .photo = QPixmap(20, 30),
        .lines = {{u"人卡一致"_s, Tone::Good}},
        .sections = {{{}, {{u"住址"_s, u"七经街"_s}}}, {u"参保"_s, {{u"失业保险"_s, u"112 个月"_s}}}},
        .notices = {{u"提示"_s, u"可直接引用"_s, Tone::Attention}}};
    card.setFacts(facts);
    const auto says = [&](const QString& text) {
        for (auto* label : card.findChildren<QLabel*>())
            if (label->text() == text)
                return true;
        return false;
    };
    QVERIFY(says(u"七经街"_s) && says(u"参保"_s) && says(u"可直接引用"_s));
    facts = {.name = u"李成林"_s, .summary = {}, .photo = {}, .lines = {}, .sections = {}, .notices = {}};
    card.setFacts(facts);
    QVERIFY(says(u"李成林"_s));
    QVERIFY(!says(u"七经街"_s) && !says(u"人卡一致"_s) && !says(u"可直接引用"_s)); // nothing of the person before stays
}

void TestWidgets::emptyState_action_isThere()
{
    EmptyState empty(lookAt(), Glyph::IdCard, u"请放身份证"_s, u"把身份证放在读卡器上。"_s);
    QAction action(u"新建办件"_s);
    QSignalSpy triggered(&action, &QAction::triggered);
    empty.setAction(&action);
    QVERIFY(showActive(&empty));
    empty.findChild<ActionButton*>()->click();
    QCOMPARE(triggered.size(), 1);
}

// Every tr() and translate() text of look and kit stands in the list the translations are made from.
void TestWidgets::texts_ofTheKit_areAllInChinese()
{
    QFile list(kuaiban::test::inSource(u"translations/kit-zh.tsv"));
    QVERIFY(list.open(QIODevice::ReadOnly));
    QSet<QString> known;
    for (const QString& line : QString::fromUtf8(list.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        QCOMPARE(line.count(u'\t'), 1);
        QVERIFY2(!line.section(u'\t', 1).isEmpty(), qPrintable(line));
        known.insert(line.section(u'\t', 0, 0));
    }
    static const QRegularExpression text(u"\\b(?:tr\\(|translate\\(\"\\w+\", )\"((?:[^\"\\\\]|\\\\.)*)\""_s);
    QSet<QString> used;
    for (const QString& room : {u"look"_s, u"kit"_s}) {
        const QDir folder(kuaiban::test::inSource(u"app/counter/"_s + room));
        for (const QString& name : folder.entryList({u"*.cpp"_s, u"*.h"_s})) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            auto matches = text.globalMatch(QString::fromUtf8(file.readAll()));
            while (matches.hasNext())
                used.insert(matches.next().captured(1));
        }
    }
    QVERIFY(used.size() > 40);
    QCOMPARE((QStringList((used - known).values())), QStringList());
    QCOMPARE((QStringList((known - used).values())), QStringList());
}

void TestWidgets::bar_withLittleRoom_saysTheKeysInTheTips()
{
    QWidget window;
    auto* registry = new ActionRegistry(&window);
    auto* bar = new ActionBar(lookAt(), &window);
    QList<ActionButton*> others;
    for (const auto key : {Qt::Key_G, Qt::Key_H, Qt::Key_X}) {
        const QKeySequence keys(Qt::CTRL | Qt::SHIFT | key);
        others.append(bar->addLeft(
            *registry->add({.id = keys.toString(), .text = u"移交他人"_s, .key = keys, .context = {}, .hint = {}})));
    }
    auto* submit = bar->setPrimary(*registry->add({.id = u"s"_s, .text = u"提交"_s, .key = Qt::Key_F9, .context = {}}));
    const QSize whole = bar->sizeHint();
    bar->resize(whole);
    QVERIFY(showActive(&window));
    const int width = others.constFirst()->width();
    QVERIFY(bar->minimumSizeHint().width() < whole.width());
    bar->resize(bar->minimumSizeHint());
    QTRY_COMPARE(others.constFirst()->width(), width - others.constFirst()->keyRoom());
    for (const auto* button : std::as_const(others)) {
        QVERIFY(button->width() >= button->sizeHint().width()); // its words are whole
        QCOMPARE(button->toolTip(), button->keyText());
    }
    QCOMPARE(submit->width(), submit->sizeHint().width());
    bar->resize(whole);
    QTRY_COMPARE(others.constFirst()->width(), width);
    QCOMPARE(others.constFirst()->toolTip(), QString());
}

QTEST_MAIN(TestWidgets)
#include "test_widgets.moc"
