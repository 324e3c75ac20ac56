#pragma once

#include "app/counter/outcomes/OutcomePane.h"
#include "modules/identity/Accounts.h"
#include "modules/identity/Organisations.h"

class QComboBox;
class QLineEdit;

namespace kuaiban::counter {

class CodePicker;
class Field;
class OrganisationSource;

// A new account, one that moves or is called otherwise, or a further post: who, where, which post.
class AccountPane final : public OutcomePane
{
    Q_OBJECT

public:
    enum class Asks { Account, Change, Post };

    AccountPane(const PageContext& context, Asks asks, QWidget* parent = nullptr);

    void setOrganisations(const ManagedOrganisations& managed); // to choose from
    void setPlace(const QString& area, const QString& office);  // what is likely
    void show(const identity::Account& account);                // what is changed
    void clear();
    void begin() override;
    // What the hub found wrong with a cell; true if it stands at its field now.
    bool complainOf(const QString& column, const QString& words);

Q_SIGNALS:
    // login, name, area, office and posts, as a line of a sheet; of a change name, area, office and organisation, of a
    // post area and posts.
    void confirmed(const QJsonObject& row);

protected:
    void finish() override;

private:
    void chooseLikelyOffice();
    Field* addField(const QString& column, const QString& label, QWidget* editor);
    bool isMissing(const QString& column, const QString& value);

    Asks m_asks;
    QLineEdit* m_login;
    QLineEdit* m_name;
    CodePicker* m_area;
    std::shared_ptr<OrganisationSource> m_organisations;
    CodePicker* m_office;
    QString m_likelyOffice; // its id or its name, until the organisations are there
    QComboBox* m_post;
    QHash<QString, Field*> m_fields;
};

// The posts in the language of the screen, the ids as data, in the order of their names.
void fillPosts(QComboBox* box, const PageContext& context);
QString postName(const QString& id, const PageContext& context);

} // namespace kuaiban::counter
