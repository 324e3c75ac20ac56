#pragma once

#include "app/counter/kit/EntryView.h"
#include "app/counter/syncing/WorkPane.h"
#include "modules/casework/HeldWork.h"

namespace kuaiban::counter {

class CodeWords;
class FormReadout;

// One piece of held work in a list: whose matter, by whom, since when.
Entry entryOf(const casework::HeldWork& work, const QHash<QString, QString>& items);

// What somebody did on one case, what it says, and why it is held. Names and numbers are masked.
class HeldPane final : public WorkPane
{
    Q_OBJECT

public:
    explicit HeldPane(const PageContext& page, QWidget* parent = nullptr);

    void show(const casework::HeldWork& work, const QHash<QString, QString>& items);

private:
    void read();
    QString fieldNote(const QString& path, const QJsonValue& value) const;
    QString noteOf(const casework::HeldCommand& command) const;

    casework::HeldWork m_work;
    QString m_matter; // its name
    ItemPtr m_item;   // of the case; null until it is here, or when this counter does not know it
    CodeWords* m_words;
    FormReadout* m_form; // of a case that the work would open
};

} // namespace kuaiban::counter
