#include "HubWorld.h"

#include "app/hub/api/Progress.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kuaiban;
using namespace kuaiban::test;

// What the QR code of a receipt opens, without an account.
class TestPublicProgress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void progress_withNumberAndCode_tellsStateAndNextStepOnly();
    void progress_inEnglish_namesTheStepInEnglish();
    void progress_ofASupplement_asksForTheMaterials();
    void progress_inABrowser_isAPage();
    void progress_wrong_isTheSame404_data();
    void progress_wrong_isTheSame404();
    void progress_askedTooOften_waits();

private:
    QString path(const QString& number, const QString& code = u"7K2M9Q"_s)
    {
        return u"/api/v1/public/progress?n=%1&c=%2"_s.arg(number, code);
    }

    std::unique_ptr<HubWorld> m_hub;
    Desk m_clerk;
    journal::Command m_opening;
    QString m_number;
};

void TestPublicProgress::init()
{
    m_hub = std::make_unique<HubWorld>();
    QVERIFY(m_hub->open());
    QVERIFY(m_hub->addAccount(u"chen"_s, {u"window-clerk"_s, u"dispatcher"_s}));
    QVERIFY(m_hub->addAccount(u"liu"_s, {u"reviewer"_s}));
    m_clerk = m_hub->desk(u"chen"_s);
    m_opening = m_hub->openCase(m_clerk);
    QCOMPARE(m_hub->say(m_clerk, m_opening), u"applied"_s);
    m_number = m_opening.body.value("number"_L1).toString();
}

void TestPublicProgress::progress_withNumberAndCode_tellsStateAndNextStepOnly()
{
    const auto reply = m_hub->ask("GET", path(m_number, u"7k2m9q"_s)); // typed by hand
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.json(), (QJsonObject{{u"state"_s, u"in-progress"_s}, {u"step"_s, u"分发"_s},
                               {u"next"_s, u"下一环节：审核，无需到场。"_s}}));
}

void TestPublicProgress::progress_inEnglish_namesTheStepInEnglish()
{
    const auto reply = m_hub->ask("GET", path(m_number), {}, "Accept-Language: en\r\n");
    QCOMPARE(reply.json().value("step"_L1).toString(), u"Dispatch"_s);
    QCOMPARE(reply.json().value("next"_L1).toString(), u"Next: Review; you need not come."_s);
}

void TestPublicProgress::progress_ofASupplement_asksForTheMaterials()
{
    const auto reviewer = m_hub->desk(u"liu"_s);
    const QString stream = m_opening.stream;
    QCOMPARE(m_hub->say(m_clerk, m_hub->onTask(m_clerk, stream, u"ClaimTask"_s)), u"applied"_s);
    QCOMPARE(
        m_hub->say(m_clerk, m_hub->onTask(m_clerk, stream, u"DispatchCase"_s, {{u"department"_s, u"养老保险科"_s}})),
        u"applied"_s);
    QCOMPARE(m_hub->say(reviewer, m_hub->onTask(reviewer, stream, u"ClaimTask"_s)), u"applied"_s);
    QCOMPARE(
        m_hub->say(reviewer,
            m_hub->onTask(reviewer, stream, u"RequestSupplement"_s,
                {{u"opinion"_s, u"缺少委托书"_s}, {u"deadline"_s, u"2030-12-05"_s},
                    {u"missing"_s, QJsonArray{QJsonObject{{u"name"_s, u"委托书"_s}, {u"reason"_s, u"没有签名"_s}}}}})),
        u"applied"_s);
    const auto progress = m_hub->ask("GET", path(m_number)).json();
    QCOMPARE(progress.value("state"_L1).toString(), u"supplement"_s);
    QVERIFY(progress.value("next"_L1).toString().contains(u"补齐材料"_s));
}

void TestPublicProgress::progress_inABrowser_isAPage()
{
    const auto reply = m_hub->ask("GET", path(m_number), {}, "Accept: text/html,application/xhtml+xml,*/*;q=0.8\r\n");
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.headers.value("content-type"), QByteArray("text/html; charset=utf-8"));
    QVERIFY(reply.headers.value("content-security-policy").contains("default-src 'none'"));
    const auto page = QString::fromUtf8(reply.body);
    for (const auto& words : {u"办理中"_s, u"分发"_s, m_number, u"width=device-width"_s})
        QVERIFY2(page.contains(words), qPrintable(words));
    QVERIFY(!page.contains(u"张𠮷秀"_s)); // nothing about the person
    QVERIFY(!page.contains("src="_L1) && !page.contains("href="_L1));
    const auto hostile = QString::fromUtf8(hub::progressPage(u"<script>"_s, {u"in-progress"_s, u"<b>"_s, {}}));
    QVERIFY(!hostile.contains("<script>"_L1) && !hostile.contains("<b>"_L1));
}

void TestPublicProgress::progress_wrong_isTheSame404_data()
{
    QTest::addColumn<QString>("query");
    QTest::newRow("wrong code") << u"n=NUMBER&c=AAAAAA"_s;
    QTest::newRow("unknown number") << u"n=2106032026112099999&c=7K2M9Q"_s;
    QTest::newRow("no code") << u"n=NUMBER"_s;
    QTest::newRow("a pattern instead of a code") << u"n=NUMBER&c=%25"_s;
    QTest::newRow("nothing") << QString();
}

void TestPublicProgress::progress_wrong_isTheSame404()
{
    QFETCH(QString, query);
    query.replace("NUMBER"_L1, m_number);
    const auto reply = m_hub->ask("GET", u"/api/v1/public/progress?"_s + query);
    QCOMPARE(reply.status, 404);
    auto json = reply.json();
    json.remove(u"instance"_s);
    QCOMPARE(json.value("code"_L1).toString(), u"hub.progress-unknown"_s);
    QCOMPARE(json.value("fields"_L1).toObject(), QJsonObject());
    const auto page = m_hub->ask("GET", u"/api/v1/public/progress?"_s + query, {}, "Accept: text/html\r\n");
    QCOMPARE(page.status, 404);
    QVERIFY(page.body.contains("没有查到"));
}

void TestPublicProgress::progress_askedTooOften_waits()
{
    HttpTestReply reply;
    for (int i = 0; i < 15 && reply.status != 429; ++i)
        reply = m_hub->ask("GET", path(m_number, u"AAAAAA"_s));
    QCOMPARE(reply.code(), u"http.too-many-requests"_s);
    m_hub->clock.advance(60'000);
    QCOMPARE(m_hub->ask("GET", path(m_number)).status, 200);
}

QTEST_GUILESS_MAIN(TestPublicProgress)
#include "test_PublicProgress.moc"
