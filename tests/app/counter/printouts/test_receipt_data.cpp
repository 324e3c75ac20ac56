#include "app/counter/printouts/CasePapers.h"
#include "app/counter/printouts/ReceiptData.h"
#include "modules/documents/DocumentRenderer.h"
#include "modules/documents/TemplateSet.h"
#include "tests/support/casework/CaseWorld.h"
#include "tests/support/places/Places.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::casework;
using namespace kuaiban::counter;

// What the papers say of a case at each of its ends, and which paper that is.
class TestReceiptData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void ticket_isThereWhereThereIsOne();
    void result_namesAmountsInCapitals();
    void denial_namesReasonAndRemedies();
    void collectedCard_printsItsSlip_data();
    void collectedCard_printsItsSlip();

private:
    std::shared_ptr<const PreparedItem> item(const QString& id);
    QString printed(const QString& templateId, const QJsonObject& data);

    test::CaseWorld m_world;
};

void TestReceiptData::initTestCase()
{
    QVERIFY(m_world.open());
}

std::shared_ptr<const PreparedItem> TestReceiptData::item(const QString& id)
{
    return m_world.shelf.currentItem(*m_world.connection, id).value_or(nullptr);
}

QString TestReceiptData::printed(const QString& templateId, const QJsonObject& data)
{
    documents::TemplateSet set;
    if (!set.addDirectory(test::inSource(u"resources/templates")))
        return {};
    documents::DocumentRenderer renderer;
    const auto text = renderer.printedText(*set.find(templateId), data);
    QString words = text ? *text : logLine(text.error());
    return words.remove(QRegularExpression(u"\\s"_s)); // where lines end is the layout's business
}

namespace {

Case closedCase(Phase phase)
{
    Case state;
    state.phase = phase;
    state.number = u"2106032026112200017"_s;
    state.office = u"宽平市政务服务中心"_s;
    state.window = u"3"_s;
    state.openedByName = u"王丽"_s;
    state.openedAt = 1'795'224'727'000;
    state.closedAt = state.openedAt + 86'400'000;
    state.queryCode = u"7K3Q9A"_s;
    state.parties = {{u"applicant"_s, QJsonObject{{u"name"_s, u"邵长河"_s}, {u"idNo"_s, u"210603196606150194"_s}}}};
    return state;
}

} // namespace

void TestReceiptData::ticket_isThereWhereThereIsOne()
{
    const auto retirement = item(u"retirement"_s);
    QVERIFY(retirement);
    auto state = closedCase(Phase::InProgress);
    const auto data = [&] { return receiptData(state, *retirement, QUrl(u"https://hall.example"_s), {}); };
    QVERIFY(!data().contains("ticket"_L1));
    state.ticket = u"A012"_s;
    QCOMPARE(data().value("ticket"_L1).toString(), u"A012"_s);
}

void TestReceiptData::result_namesAmountsInCapitals()
{
    const auto retirement = item(u"retirement"_s);
    QVERIFY(retirement);
    auto state = closedCase(Phase::Completed);
    state.scenario = u"due"_s;
    state.values = {{u"retiresIn"_s, u"2026-11"_s}, {u"totalMonths"_s, 509}, {u"monthlyPension"_s, 497'279},
        {u"fromMonth"_s, u"2026-12"_s}, {u"bank"_s, u"虚构银行"_s}};
    QCOMPARE(papersOf({state, retirement}), (QList<CasePaper>{{CasePaper::Kind::Pages, u"result-notice"_s}}));
    const auto text = printed(u"result-notice"_s, receiptData(state, *retirement, QUrl(u"https://hall.example"_s), {}));
    for (const auto& part :
        {u"4,972.79元（大写：肆仟玖佰柒拾贰元柒角玖分）"_s, u"2026年12月"_s, u"509"_s, u"准予通过"_s})
        QVERIFY2(text.contains(part), qPrintable(text));
}

void TestReceiptData::denial_namesReasonAndRemedies()
{
    const auto retirement = item(u"retirement"_s);
    auto state = closedCase(Phase::Refused);
    state.scenario = u"due"_s;
    state.closingReason = u"人事档案记载的出生日期与身份证不一致。"_s;
    QCOMPARE(papersOf({state, retirement}), (QList<CasePaper>{{CasePaper::Kind::Pages, u"denial-decision"_s}}));
    const auto text =
        printed(u"denial-decision"_s, receiptData(state, *retirement, QUrl(u"https://hall.example"_s), {}));
    for (const auto& part : {state.closingReason, u"不予通过"_s, u"行政复议"_s, u"《中华人民共和国社会保险法》"_s})
        QVERIFY2(text.contains(part), qPrintable(text));
}

void TestReceiptData::collectedCard_printsItsSlip_data()
{
    QTest::addColumn<bool>("wantsElectronicCard");
    QTest::addColumn<QString>("said");
    QTest::newRow("with the electronic card") << true << u"本人已申请签发电子社会保障卡"_s;
    QTest::newRow("without") << false << u"需要电子社会保障卡的"_s;
}

void TestReceiptData::collectedCard_printsItsSlip()
{
    QFETCH(bool, wantsElectronicCard);
    QFETCH(QString, said);
    const auto card = item(u"card-application"_s);
    QVERIFY(card);
    auto state = closedCase(Phase::Completed);
    state.scenario = u"first"_s;
    state.values = {{u"newCard"_s, u"A10000017"_s}, {u"bank"_s, u"虚构银行"_s}, {u"expiresOn"_s, u"2036-11-20"_s},
        {u"eCard"_s, wantsElectronicCard}};
    QCOMPARE(papersOf({state, card}), (QList<CasePaper>{{CasePaper::Kind::Pages, u"result-notice"_s}}));
    state.collection = {{{u"name"_s, u"林素梅"_s}}, state.closedAt, u"王丽"_s, {u"社会保障卡"_s}, {}};
    QCOMPARE(papersOf({state, card}), (QList<CasePaper>{{CasePaper::Kind::Pages, u"card-slip"_s}}));
    const auto text = printed(u"card-slip"_s, receiptData(state, *card, QUrl(u"https://hall.example"_s), {}));
    for (const auto& part : {said, u"A10000017"_s, u"2036年11月20日"_s, u"林素梅"_s, u"社会保障卡"_s})
        QVERIFY2(text.contains(part), qPrintable(text));
}

QTEST_MAIN(TestReceiptData)
#include "test_receipt_data.moc"
