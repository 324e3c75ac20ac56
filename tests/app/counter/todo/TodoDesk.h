#pragma once

#include "app/counter/casefile/CaseSheet.h"
#include "app/counter/kit/EntryView.h"
#include "app/counter/kit/Field.h"
#include "app/counter/kit/TextArea.h"
#include "app/counter/todo/TodoPage.h"
#include "tests/support/counter/CounterSeat.h"
#include "tests/support/counter/Keyboard.h"

#include <QLineEdit>

namespace kuaiban::test {

// Somebody who dispatches or reviews, at the page of what waits.
class TodoDesk
{
public:
    explicit TodoDesk(CounterMachine& machine)
        : seat(machine)
    {}

    bool sitDown(const QString& login)
    {
        if (!seat.signIn(login))
            return false;
        page = seat.add<counter::TodoPage>();
        queueView = page->findChild<counter::EntryView*>();
        for (auto* area : page->findChildren<counter::TextArea*>()) {
            if (spokenName(area) == QStringLiteral("Opinion"))
                opinion = area;
        }
        return seat.show() && queueView && opinion;
    }

    QStringList queue() const // the streams, from top to bottom
    {
        QStringList streams;
        for (int row = 0; row < queueView->model()->rowCount(); ++row)
            streams.append(queueView->model()->index(row, 0).data(counter::EntryIdRole).toString());
        return streams;
    }
    // The case stands in the middle and can be worked on.
    bool isOpen(const QString& stream)
    {
        return shows(page->findChild<counter::CaseSheet*>(), seat.machine().hall().state(stream).number);
    }
    counter::Field* frame(const QString& label) const
    {
        for (auto* field : page->findChildren<counter::Field*>()) {
            if (field->isVisible() && field->label() == label)
                return field;
        }
        return nullptr;
    }

    CounterSeat seat;
    counter::TodoPage* page = nullptr;
    counter::EntryView* queueView = nullptr;
    counter::TextArea* opinion = nullptr;
};

} // namespace kuaiban::test
