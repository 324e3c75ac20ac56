#include "DemoPeople.h"

#include "modules/base/Json.h"
#include "modules/base/ObjectReader.h"

#include <QFile>
#include <QUuid>

#include <array>

static void initialiseSeedResource()
{
    Q_INIT_RESOURCE(seed_people); // a static library's resources are dropped by the linker unless someone asks for them
}

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

namespace {

enum class Life { Works, Dismissed, Retired };

// What the register knows of a person of the simulator; people without a line here work.
struct Story
{
    QLatin1StringView key;
    Life life;
    int months;               // of unemployment insurance, until retirement, or since work began
    int endedMonthsAgo;       // of the contract, or of work
    QLatin1StringView reason; // unemployment-reason
    bool cardExpired = false;
    // Of an earlier unemployment, when benefit was drawn for some of the months that were granted.
    int countedBefore = 0;
    int grantedBefore = 0;
    int drawnBefore = 0;
};
constexpr std::array Stories{
    Story{"wang-guilan"_L1, Life::Retired, 276, 67, {}, false},
    Story{"li-jianguo"_L1, Life::Retired, 312, 97, {}, false},
    Story{"zhang-xiumei"_L1, Life::Dismissed, 186, 1, "24"_L1, false}, // laid off: 24 months of benefit
    Story{"guan-lihua"_L1, Life::Dismissed, 38, 2, "11"_L1, false},    // contract ended: 12 months
    Story{"jin-mingzhe"_L1, Life::Dismissed, 74, 1, "31"_L1, false},   // resigned: no claim
    Story{"zhao-qiang"_L1, Life::Dismissed, 8, 3, "11"_L1, true}, // under twelve months: no claim; both cards expired
    Story{"shao-changhe"_L1, Life::Works, 430, 0, {}, false},     // reaches the age in November 2026
    Story{"lin-sumei"_L1, Life::Works, 250, 0, {}, false},        // reached it in September 2026
    Story{"tong-yanfei"_L1, Life::Works, 150, 0, {}, false},      // an office worker: too early, and too few months
    Story{"ma-guoqing"_L1, Life::Dismissed, 86, 1, "21"_L1, false, 60, 18, 7}, // 12 months for 26 paid since, 11 left
};

const auto IdKinds = QHash<QString, QString>{
    {u"resident"_s, u"01"_s}, {u"gat"_s, u"16"_s}, {u"foreigner2017"_s, u"07"_s}, {u"foreigner2023"_s, u"07"_s}};

Result<registry::Person> personFrom(const QJsonObject& json, const QString& path, const Places& places)
{
    ObjectReader reader(json, path);
    registry::Person person;
    const auto kind = reader.oneOf(u"kind"_s, IdKinds.keys());
    person.idKind = IdKinds.value(kind);
    person.name = reader.text(u"name"_s);
    person.idNo = reader.text(u"id_no"_s);
    person.sex = QString::number(reader.integer(u"sex_code"_s));
    if (kind == u"resident")
        person.ethnicity = QString::number(reader.integer(u"ethnicity_code"_s)).rightJustified(2, u'0');
    person.nationality = reader.textOr(u"nationality"_s, person.nationality);
    person.birth = reader.date(u"birth"_s);
    person.address = reader.textOr(u"address"_s);
    KB_CHECK(reader.finish());
    person.area = places.areaOfAddress(person.address);
    person.householdKind = kind == u"resident" ? u"10"_s : kind == u"gat" ? u"31"_s : u"40"_s;
    person.education = u"41"_s;
    person.marital = ageOn(person.birth, QDate(2026, 1, 1)) > 30 ? u"2"_s : u"1"_s;
    return person;
}

// What was granted in an earlier unemployment and stopped with new work.
registry::Benefit earlierBenefit(const registry::Person& person, const Story& story, QDate endedOn)
{
    constexpr qint64 MonthlyFen = 153'000;
    registry::Benefit benefit;
    benefit.id = QUuid::createUuidV5(QUuid(person.id), u"earlier benefit"_s).toString(QUuid::WithoutBraces);
    benefit.person = person.id;
    benefit.kind = u"210"_s;
    benefit.state = u"30"_s; // stopped, with months left
    benefit.reason = u"11"_s;
    const int monthsSince = story.months - story.countedBefore + story.drawnBefore;
    benefit.registeredOn = endedOn.addMonths(-monthsSince);
    benefit.fromMonth = QDate(benefit.registeredOn.year(), benefit.registeredOn.month(), 1);
    benefit.months = story.grantedBefore;
    benefit.drawnMonths = story.drawnBefore;
    benefit.countedMonths = story.countedBefore;
    benefit.stages = {{1, story.grantedBefore, MonthlyFen}};
    benefit.totalFen = story.grantedBefore * MonthlyFen;
    return benefit;
}

QByteArray compiledIn(const QString& name)
{
    QFile file(u":/seed/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the compiled-in people of the simulator are missing");
    return file.readAll();
}

} // namespace

Result<DemoPeople> DemoPeople::read(const Places& places, IdSource& ids)
{
    initialiseSeedResource();
    return parse({compiledIn(u"idcard-demo.json"_s), compiledIn(u"idcard-unemployed.json"_s),
                     compiledIn(u"idcard-retiring.json"_s)},
        places, ids);
}

Result<DemoPeople> DemoPeople::parse(const QList<QByteArray>& simulatorScripts, const Places& places, IdSource& ids)
{
    QJsonObject people;
    for (const auto& text : simulatorScripts) {
        KB_TRY(const auto script, parseObject(text));
        ObjectReader reader(script);
        const auto more = reader.object(u"persons"_s);
        KB_CHECK(reader.finish());
        for (const auto& key : more.keys())
            people.insert(key, more.value(key));
    }
    DemoPeople demo;
    for (const auto& key : people.keys()) { // sorted: the same order on every machine
        KB_TRY(auto person, personFrom(people.value(key).toObject(), u"persons.%1"_s.arg(key), places));
        person.id = ids.next();
        if (person.area.isEmpty()) // a foreigner's card has no address
            person.area = u"2106"_s;
        demo.m_keys.append(key);
        demo.m_persons.append(std::move(person));
    }
    return demo;
}

QList<registry::PersonRecord> DemoPeople::records(const Makers& makers, const registry::Unit& unit, QDate today) const
{
    QList<registry::PersonRecord> records;
    for (qsizetype i = 0; i < m_persons.size(); ++i) {
        registry::PersonRecord record;
        record.person = m_persons.at(i);
        record.person.phone = makers.numbers.mobilePhone();
        const auto* story =
            std::find_if(Stories.begin(), Stories.end(), [&](const Story& one) { return one.key == m_keys.at(i); });
        if (story == Stories.end()) {
            makers.livelihoods.employ(record, unit, qMax(record.person.birth.addYears(23), today.addYears(-5)));
        } else {
            const auto ended = today.addMonths(-story->endedMonthsAgo).addDays(-4);
            const auto first = ended.addMonths(1 - story->months);
            if (story->life == Life::Works)
                makers.livelihoods.employ(record, unit, first);
            else if (story->life == Life::Dismissed)
                makers.livelihoods.dismiss(record, unit, first, ended, story->reason, story->months);
            else
                makers.livelihoods.retire(record, first, ended);
            if (story->grantedBefore > 0)
                record.benefits.append(earlierBenefit(record.person, *story, ended));
        }
        if (story != Stories.end() && story->cardExpired)
            makers.cards.issueExpired(record);
        else
            makers.cards.issueUsable(record);
        records.append(std::move(record));
    }
    return records;
}

} // namespace kuaiban::hub
