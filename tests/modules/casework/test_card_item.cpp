#include "tests/support/casework/CardCase.h"
#include "tests/support/casework/SampleMatter.h"

#include "modules/casework/CaseDecision.h"
#include "modules/casework/CaseEvolution.h"
#include "modules/casework/FormEnvironments.h"
#include "modules/registry/Persons.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::casework;
using namespace kuaiban::test;

// What is asked of those who apply for a social security card: the shipped item as data. Today is 2026-11-20.
class TestCardItem : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_world = std::make_unique<CardWorld>(); }
    void application_withSomethingWrong_isRefused_data();
    void application_withSomethingWrong_isRefused();
    void papers_followThePerson_data();
    void papers_followThePerson();
    void unknownPerson_hasNoCardToReplace();

private:
    std::unique_ptr<CardWorld> m_world;
};

void TestCardItem::application_withSomethingWrong_isRefused_data()
{
    QTest::addColumn<QString>("scenario");
    QTest::addColumn<QString>("cardState");
    QTest::addColumn<QJsonObject>("typed");
    QTest::addColumn<QString>("said");
    QTest::newRow("first card") << u"first"_s << QString() << QJsonObject() << u"accepted"_s;
    QTest::newRow("first card, but has one") << u"first"_s << u"40"_s << QJsonObject() << u"forms.check has-card"_s;
    QTest::newRow("first card after a cancelled one") << u"first"_s << u"60"_s << QJsonObject() << u"accepted"_s;
    QTest::newRow("lost and reported") << u"lost"_s << u"52"_s << QJsonObject() << u"accepted"_s;
    QTest::newRow("lost by word only") << u"lost"_s << u"51"_s << QJsonObject() << u"forms.check not-reported"_s;
    QTest::newRow("lost, never had one") << u"lost"_s << QString() << QJsonObject() << u"forms.check no-card"_s;
    QTest::newRow("lost, but waits at the window")
        << u"lost"_s << u"30"_s << QJsonObject() << u"forms.check card-pending"_s;
    QTest::newRow("first card, one is being made")
        << u"first"_s << u"20"_s << QJsonObject() << u"forms.check card-pending"_s;
    QTest::newRow("lost as damaged") << u"lost"_s << u"52"_s << QJsonObject{{u"reason"_s, u"damaged"_s}}
                                     << u"forms.check reason-lost"_s;
    QTest::newRow("exchange") << u"exchange"_s << u"40"_s
                              << QJsonObject{{u"reason"_s, u"damaged"_s}, {u"oldReturned"_s, true}} << u"accepted"_s;
    QTest::newRow("exchange, card kept") << u"exchange"_s << u"40"_s << QJsonObject{{u"reason"_s, u"damaged"_s}}
                                         << u"forms.required oldReturned"_s;
    QTest::newRow("made at once, by mail")
        << u"first"_s << QString()
        << QJsonObject{{u"way"_s, u"instant"_s}, {u"delivery"_s, u"mail"_s}, {u"mailTo"_s, u"示范路9号"_s}}
        << u"forms.check instant-mail"_s;
    QTest::newRow("by mail, nowhere") << u"first"_s << QString() << QJsonObject{{u"delivery"_s, u"mail"_s}}
                                      << u"forms.required mailTo"_s;
}

void TestCardItem::application_withSomethingWrong_isRefused()
{
    QFETCH(QString, scenario);
    QFETCH(QString, cardState);
    QFETCH(QJsonObject, typed);
    const auto application = m_world->draft(Woman, holder(Woman, cardState), scenario, typed);
    QTEST(refusalOf(*m_world, m_world->opening(application)), "said");
}

void TestCardItem::papers_followThePerson_data()
{
    QTest::addColumn<bool>("isChild");
    QTest::addColumn<QString>("scenario");
    QTest::addColumn<QStringList>("papers");
    QTest::newRow("grown-up") << false << u"first"_s << QStringList{u"identity"_s, u"photo"_s, u"application"_s};
    QTest::newRow("grown-up, exchange") << false << u"exchange"_s
                                        << QStringList{u"identity"_s, u"photo"_s, u"application"_s, u"old-card"_s};
    QTest::newRow("child of ten") << true << u"first"_s
                                  << QStringList{u"identity"_s, u"photo"_s, u"application"_s, u"household"_s,
                                         u"guardian-identity"_s};
}

void TestCardItem::papers_followThePerson()
{
    QFETCH(bool, isChild);
    QFETCH(QString, scenario);
    const auto& person = isChild ? Child : Woman;
    QStringList papers;
    const auto state = scenario == "first"_L1 ? QString() : u"40"_s;
    for (const auto& entry : m_world->draft(person, holder(person, state), scenario).materials)
        papers.append(entry.toObject().value("id"_L1).toString());
    QTEST(papers, "papers");
    QCOMPARE(m_world->item()->item.material(u"photo"_s)->capture, u"photo"_s);
    if (isChild) {
        QCOMPARE(refusalOf(*m_world, m_world->opening(m_world->draft(person, holder(person, {}), u"first"_s))),
            u"forms.required guardianName"_s);
    }
}

void TestCardItem::unknownPerson_hasNoCardToReplace()
{
    const auto stranger = itemDraft(*m_world->item(), Woman, nullptr, m_world->today(), u"lost"_s,
        {{u"promise"_s, true}, {u"way"_s, u"batch"_s}, {u"delivery"_s, u"window"_s}, {u"bank"_s, u"虚构银行"_s},
            {u"phone"_s, u"13900000001"_s}, {u"address"_s, u"示范路9号"_s}, {u"reason"_s, u"lost"_s}});
    QCOMPARE(refusalOf(*m_world, m_world->opening(stranger)), u"accepted"_s); // the desk could not ask
    QCOMPARE(m_world->say(m_world->opening(stranger)), u"refused forms.check"_s);
}

QTEST_GUILESS_MAIN(TestCardItem)
#include "test_card_item.moc"
