#pragma once

#include "app/counter/outcomes/OutcomePane.h"
#include "modules/identity/Organisations.h"

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace kuaiban::counter {

class CodePicker;
class Field;
class OrganisationSource;

// A new organisation, or one that is there anew: name, kind, area, what stands above it, whom to call, and when its
// windows lock themselves.
class OrganisationPane final : public OutcomePane
{
    Q_OBJECT

public:
    enum class Asks { New, Change };

    OrganisationPane(const PageContext& context, Asks asks, std::shared_ptr<OrganisationSource> organisations,
        QWidget* parent = nullptr);

    void show(const identity::Organisation& one); // what stands in the fields
    bool isBegun() const;                         // something was typed
    void begin() override;
    // What the hub refused; true if it stands at its field now.
    bool complainOf(const Error& error);

Q_SIGNALS:
    void confirmed(const kuaiban::identity::Organisation& organisation);

protected:
    void finish() override;

private:
    Field* addField(const QString& name, const QString& label, QWidget* editor, bool required = false);
    void addRow(std::initializer_list<Field*> row);
    bool isMissing(const QString& name, bool missing);

    identity::Organisation m_shown;
    std::shared_ptr<OrganisationSource> m_organisations;
    QLineEdit* m_name;
    QComboBox* m_kind;
    CodePicker* m_area;
    CodePicker* m_parent;
    QLineEdit* m_code;
    QLineEdit* m_contact;
    QLineEdit* m_phone;
    QSpinBox* m_idle;
    QHash<QString, Field*> m_fields; // as in Organisation
};

QString organisationKindName(const QString& kind); // on the screen

} // namespace kuaiban::counter
