#include "modules/documents/FontSubset.h"
#include "modules/documents/Paginator.h"
#include "modules/documents/QrCode.h"
#include "modules/documents/Shaper.h"

#include <QtTest>

#include <hb.h>

using namespace kuaiban;
using namespace kuaiban::documents;
using namespace Qt::StringLiterals;

namespace {

Piece box(double height, bool keep = false, double before = 0)
{
    Piece piece;
    piece.height = height;
    piece.keepWithNext = keep;
    piece.before = before;
    return piece;
}

QList<int> counts(const std::vector<Page>& pages)
{
    QList<int> list;
    for (const auto& page : pages)
        list.append(int(page.size()));
    return list;
}

Template songTemplate()
{
    Template definition;
    definition.name = u"样张"_s;
    definition.fonts.insert(u"body"_s, {u"Noto Serif CJK SC"_s, 400});
    return definition;
}

} // namespace

class TestLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void paginate_nothing_isOneEmptyPage();
    void paginate_fullPage_begins_anotherOne();
    void paginate_keepWithNext_movesTogether();
    void paginate_chainLongerThanPage_isBroken();
    void paginate_spaceAbove_isDroppedAtTop();
    void paginate_tableRows_repeatTheHead();
    void paginate_pieceTallerThanPage_isRefused();
    void shape_justified_reachesTheEdge();
    void shape_firstLineIndent_isTwoCharacters();
    void shape_lineStart_isNeverClosingPunctuation();
    void shape_aligned_leavesTheSpaceAtTheLeft_data();
    void shape_aligned_leavesTheSpaceAtTheLeft();
    void qr_payload_hasTheThreeFinders();
    void qr_tooLong_isRefused();
    void subset_glyphs_areRenumbered();
    void subset_unusableFont_isRenderFailed();
};

void TestLayout::paginate_nothing_isOneEmptyPage()
{
    QCOMPARE(counts(paginate({}, 100, u"样张"_s).value()), QList<int>{0});
}

void TestLayout::paginate_fullPage_begins_anotherOne()
{
    const auto pages = paginate({box(60), box(40), box(1)}, 100, u"样张"_s).value();
    QCOMPARE(counts(pages), (QList<int>{2, 1}));
    QCOMPARE(pages[0][1].y, 60.0);
    QCOMPARE(pages[1][0].y, 0.0);
}

void TestLayout::paginate_keepWithNext_movesTogether()
{
    const auto pages = paginate({box(70), box(10, true), box(10, true), box(20)}, 100, u"样张"_s).value();
    QCOMPARE(counts(pages), (QList<int>{1, 3}));
}

void TestLayout::paginate_chainLongerThanPage_isBroken()
{
    std::vector<Piece> chain;
    for (int i = 0; i < 25; ++i)
        chain.push_back(box(10, true));
    const auto pages = paginate(std::move(chain), 100, u"样张"_s).value();
    QCOMPARE(pages.front().size(), size_t(10));
    size_t all = 0;
    for (const auto& page : pages)
        all += page.size();
    QCOMPARE(all, size_t(25));
}

void TestLayout::paginate_spaceAbove_isDroppedAtTop()
{
    Piece spacer = box(30);
    spacer.droppedAtTop = true;
    const auto pages =
        paginate({box(90, false, 15), spacer, box(50, false, 15), box(10, false, 5)}, 100, u"样张"_s).value();
    QCOMPARE(counts(pages), (QList<int>{1, 2}));
    QCOMPARE(pages[0][0].y, 0.0);
    QCOMPARE(pages[1][0].y, 0.0);
    QCOMPARE(pages[1][1].y, 55.0);
}

void TestLayout::paginate_tableRows_repeatTheHead()
{
    const auto head = std::make_shared<const Piece>(box(20));
    std::vector<Piece> rows{box(20, true)};
    for (int i = 0; i < 6; ++i) {
        rows.push_back(box(20));
        rows.back().head = head;
    }
    const auto pages = paginate(std::move(rows), 100, u"样张"_s).value();
    QCOMPARE(counts(pages), (QList<int>{5, 3}));
    QCOMPARE(pages[1][0].piece, head);
    QCOMPARE(pages[1][1].y, 20.0);
}

void TestLayout::paginate_pieceTallerThanPage_isRefused()
{
    std::vector<Piece> pieces{box(10), box(101)};
    pieces[1].block = 7;
    const auto pages = paginate(std::move(pieces), 100, u"样张"_s);
    QVERIFY(!pages);
    QVERIFY(pages.error().is("documents.does-not-fit"_L1));
    QCOMPARE(pages.error().fields.value("block"_L1).toInt(), 7);
}

void TestLayout::shape_justified_reachesTheEdge()
{
    FontSet fonts({});
    const auto definition = songTemplate();
    Shaper shaper(fonts, definition);
    const TextStyle style{u"body"_s, 12, Align::Justify, Ink::Black};
    // 20.5 characters wide: every full line must be widened by half a character.
    const auto lines = shaper.shape(u"经"_s.repeated(45), style, 12 * 20.5);
    QCOMPARE(lines.size(), size_t(3));
    QCOMPARE(lines[0].width, 12 * 20.5);
    QCOMPARE(lines[1].width, 12 * 20.5);
    QCOMPARE(lines[2].width, 12 * 5.0);
    const auto& glyphs = lines[0].runs.front().glyphs;
    QVERIFY(qAbs(glyphs.back().x + 12 - 12 * 20.5) < 0.01);
}

void TestLayout::shape_firstLineIndent_isTwoCharacters()
{
    FontSet fonts({});
    const auto definition = songTemplate();
    Shaper shaper(fonts, definition);
    const auto lines = shaper.shape(u"经"_s.repeated(30), {u"body"_s, 10, Align::Justify, Ink::Black}, 200, 20);
    QCOMPARE(lines[0].x, 20.0);
    QCOMPARE(lines[0].text.size(), 18);
    QCOMPARE(lines[1].x, 0.0);
}

void TestLayout::shape_lineStart_isNeverClosingPunctuation()
{
    FontSet fonts({});
    const auto definition = songTemplate();
    Shaper shaper(fonts, definition);
    const auto lines =
        shaper.shape(u"申请材料不齐全，不符合规定形式。"_s, {u"body"_s, 10, Align::Justify, Ink::Black}, 70);
    QCOMPARE(lines.size(), size_t(3));
    for (const auto& line : lines)
        QVERIFY2(!u"，。"_s.contains(line.text.front()), qPrintable(line.text));
}

void TestLayout::shape_aligned_leavesTheSpaceAtTheLeft_data()
{
    QTest::addColumn<Align>("align");
    QTest::addColumn<double>("x");
    QTest::addRow("left") << Align::Left << 0.0;
    QTest::addRow("centre") << Align::Center << 30.0;
    QTest::addRow("right") << Align::Right << 60.0;
}

void TestLayout::shape_aligned_leavesTheSpaceAtTheLeft()
{
    QFETCH(Align, align);
    QFETCH(double, x);
    FontSet fonts({});
    const auto definition = songTemplate();
    Shaper shaper(fonts, definition);
    const auto lines = shaper.shape(u"回执"_s, {u"body"_s, 20, align, Ink::Black}, 100);
    QCOMPARE(lines.front().x, x);
}

void TestLayout::qr_payload_hasTheThreeFinders()
{
    const auto code = makeQrCode("https://hall.example/p?n=2201042026112100017&c=7K3Q9A");
    QVERIFY(code);
    QCOMPARE(code->modules.size(), qsizetype(code->side) * code->side);
    QCOMPARE((code->side - 17) % 4, 0);
    const auto black = [&](int row, int column) { return code->modules.at(qsizetype(row) * code->side + column) == 1; };
    const int far = code->side - 7;
    for (const auto& [top, left] : {std::pair(0, 0), std::pair(0, far), std::pair(far, 0)}) {
        QVERIFY(black(top, left) && black(top + 6, left + 6) && black(top + 3, left + 3));
        QVERIFY(!black(top + 1, left + 1) && !black(top + 5, left + 5));
    }
    QVERIFY(makeQrCode("另一个").value().modules != code->modules);
}

void TestLayout::qr_tooLong_isRefused()
{
    const auto code = makeQrCode(QByteArray(3000, 'x'));
    QVERIFY(!code);
    QVERIFY(code.error().is("documents.qr-too-long"_L1));
    QCOMPARE(code.error().fields.value("bytes"_L1).toInt(), 3000);
}

void TestLayout::subset_glyphs_areRenumbered()
{
    FontSet fonts({});
    const auto definition = songTemplate();
    Shaper shaper(fonts, definition);
    const auto line = shaper.line(u"受理"_s, {u"body"_s, 12, Align::Left, Ink::Black});
    const auto& run = line.runs.front();
    const std::set<quint32> used{run.glyphs[0].id, run.glyphs[1].id};
    const auto subset = FontSubset::make(fonts.bareFace(run.face), used);
    QVERIFY(subset);
    QVERIFY(subset->glyph(run.glyphs[0].id) != subset->glyph(run.glyphs[1].id));
    QVERIFY(subset->glyph(run.glyphs[0].id) <= 2);
}

void TestLayout::subset_unusableFont_isRenderFailed()
{
    const auto subset = FontSubset::make(hb_face_get_empty(), {1, 2});
    QVERIFY(!subset);
    QVERIFY(subset.error().is("documents.render-failed"_L1));
}

QTEST_GUILESS_MAIN(TestLayout)
#include "test_layout.moc"
