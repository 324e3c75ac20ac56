#pragma once

#include "app/counter/equipment/DeviceSet.h"
#include "app/counter/kit/StatusLight.h"

#include <QHash>

class QComboBox;

namespace kuaiban::counter {

class ActionButton;
class Field;
class TextLabel;

// Chooses the devices of this machine: what was found can be picked, anything else typed as an address. Every choice is
// tried at once, and what the device answers stands below it.
class DevicePanel final : public QWidget
{
    Q_OBJECT

public:
    using Addresses = QHash<QString, QString>; // family of the profile → device URI, empty for none

    explicit DevicePanel(const Look& look, QWidget* parent = nullptr);

    void begin();
    // Offers what is there; where nothing is chosen yet and only one thing fits, it is chosen.
    void offer(const FoundDevices& found);
    void showState(DeviceFamily family, const LightState& state);
    Addresses addresses() const;

Q_SIGNALS:
    void changed(); // the addresses are to be tried
    void lookRequested();
    void finished();

private:
    struct Choice
    {
        DeviceFamily family;
        QComboBox* box;
        Field* field;
    };

    QString address(const Choice& choice) const;
    void tellIfChanged();

    QList<Choice> m_choices;
    Addresses m_told;
    TextLabel* m_found;
    ActionButton* m_again;
    ActionButton* m_done;
};

} // namespace kuaiban::counter
