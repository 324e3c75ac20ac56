#pragma once

#include "DemoPeople.h"
#include "Families.h"
#include "SyntheticUnits.h"

namespace kuaiban::hub {

// A made-up population of Jilin, Dandong, Nantong and Yongkang: the same people for the same areas, seed, number and
// day, on every machine. Numbers are valid, names and units invented; phones and accounts are marked as synthetic.
// Comes household by household, so that any number fits into memory. One thread.
class SyntheticPopulation
{
public:
    struct Order
    {
        int persons = 50'000;
        quint64 seed = 1;
        QDate today; // legal day: decides what is old enough, expired or recent
    };
    // `areas` must outlive the object. Errors: seed.areas when the tree has no villages of the four regions;
    // base.json-field when the simulator's people cannot be read.
    static Result<std::unique_ptr<SyntheticPopulation>> make(const codes::AreaTree& areas, const Order& order);
    Q_DISABLE_COPY_MOVE(SyntheticPopulation)

    const QList<registry::Unit>& units() const { return m_units; }

    // The next people: first those of the simulator, then a household for each ethnic group and length of name, then by
    // chance. Empty when the ordered number is reached.
    QList<registry::PersonRecord> next();

private:
    SyntheticPopulation(const codes::AreaTree& areas, const Order& order);
    Done prepare();
    Done prepareDemo();
    Families::Head nextHead();

    // Ids that depend on the seed alone: time stands still, and randomness comes from the dice.
    class StillClock final : public Clock
    {
    public:
        explicit StillClock(QDate day)
            : m_ms(utcMs(day, QTime(0, 0)))
        {}
        qint64 nowMs() const override { return m_ms; }
        qint64 monotonicMs() const override { return m_ms; }

    private:
        qint64 m_ms;
    };
    class DiceBytes final : public RandomSource
    {
    public:
        explicit DiceBytes(Dice& dice)
            : m_dice(dice)
        {}
        QByteArray bytes(int count) override;

    private:
        Dice& m_dice;
    };

    Order m_order;
    Dice m_dice;
    StillClock m_clock;
    DiceBytes m_bytes;
    IdSource m_ids;
    Places m_places;
    SyntheticNumbers m_numbers;
    PeopleNames m_names;
    SyntheticUnits m_unitMaker;
    SyntheticCards m_cards;
    Families m_families;
    QList<registry::Unit> m_units;
    std::unique_ptr<Livelihoods> m_livelihoods; // needs the units
    QList<registry::PersonRecord> m_demo;
    QStringList m_ethnicitiesToShow;
    QList<int> m_lengthsToShow;
    int m_made = 0;
};

} // namespace kuaiban::hub
