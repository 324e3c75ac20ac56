#pragma once

#include "app/counter/citizen/CitizenDesk.h"
#include "app/counter/intake/IntakePage.h"
#include "app/counter/kit/ActionBar.h"
#include "app/counter/kit/CaseStrip.h"
#include "app/counter/kit/Field.h"
#include "app/counter/kit/MaterialList.h"
#include "app/counter/kit/PersonCard.h"
#include "app/counter/kit/TextArea.h"
#include "app/counter/kit/TextLabel.h"
#include "tests/support/counter/CounterSeat.h"
#include "tests/support/counter/Keyboard.h"

#include <QLineEdit>

namespace kuaiban::test {

// A clerk at the intake page of the free intake, and what the page shows.
class IntakeDesk
{
public:
    explicit IntakeDesk(CounterMachine& machine)
        : seat(machine)
    {}

    bool sitDown(const QString& login = QStringLiteral("chen"))
    {
        if (!seat.signIn(login))
            return false;
        m_before = seat.cases().size();
        addPage();
        return seat.show() && QTest::qWaitFor([this] { return ready(); });
    }
    void addPage()
    {
        citizen = new counter::CitizenDesk(seat.context(), &seat.workplace());
        page = seat.add<counter::IntakePage>(*citizen);
    }
    // The form of the one item that exists is there, or the choice of several.
    bool ready() const
    {
        const auto* matters = named<counter::MaterialList>(page, QStringLiteral("Matters"));
        return field(QStringLiteral("Matter")) || (matters && matters->model()->rowCount() > 1);
    }
    QLineEdit* matterSearch() const { return field(QStringLiteral("Matter: name, initials or code")); }

    bool readCard(const Card& card)
    {
        press(Qt::Key_F2);
        return QTest::qWaitFor([&] { return shows(card.name); });
    }
    // While the case of somebody else is in front: the page asks, the answer is a new case.
    bool beginCaseWith(const Card& card)
    {
        press(Qt::Key_F2);
        if (!QTest::qWaitFor([&] { return messageText().contains(card.name); }))
            return false;
        press(Qt::Key_1, Qt::AltModifier);
        return QTest::qWaitFor([&] { return shows(card.name); });
    }
    bool shows(const QString& words) const { return test::shows(page, words); }
    QLineEdit* field(const QString& label) const { return named<QLineEdit>(page, label); }
    QString value(const QString& label) const { return field(label) ? field(label)->text() : QString(); }
    counter::TextArea* details() const { return named<counter::TextArea>(page, QStringLiteral("Details")); }
    // The field around an editor, which knows its state and hint.
    counter::Field* frame(const QString& label) const
    {
        for (auto* found : page->findChildren<counter::Field*>()) {
            if (found->isVisible() && found->label() == label)
                return found;
        }
        return nullptr;
    }
    QString barText() const
    {
        auto* bar = page->findChild<counter::ActionBar*>();
        auto* text = bar ? bar->findChild<counter::ElidedLabel*>() : nullptr;
        return text ? text->text() : QString();
    }
    QString messageCode() const { return messageOn(page).code; }
    QString messageText() const { return messageOn(page).what; }
    counter::CaseStrip* strip() const { return page->findChild<counter::CaseStrip*>(); }

    // What one request needs, typed from the first field on: matter, office, details, phone.
    void typeRequest(const QString& matter, const QString& phone = QStringLiteral("13900000001"))
    {
        type(matter);
        press(Qt::Key_Return);
        press(Qt::Key_Return); // no office
        type(QStringLiteral("details of ") + matter);
        press(Qt::Key_Tab);
        type(phone);
        press(Qt::Key_Return);
    }
    // Submits what is in front; true once a case more is known.
    bool submit()
    {
        const auto before = taken().size();
        press(Qt::Key_F9);
        return QTest::qWaitFor([&] { return taken().size() == before + 1; });
    }
    // Cases since sitting down, newest first: a clerk of the hall has others from tests before.
    QList<sync::LocalCase> taken()
    {
        auto cases = seat.cases();
        cases.resize(std::max<qsizetype>(0, cases.size() - m_before));
        return cases;
    }

    CounterSeat seat;
    counter::IntakePage* page = nullptr;
    counter::CitizenDesk* citizen = nullptr;

private:
    qsizetype m_before = 0;
};

} // namespace kuaiban::test
