#include "AccountPane.h"

#include "app/counter/forms/AreaPicker.h"
#include "app/counter/kit/CodePicker.h"
#include "app/counter/kit/Field.h"
#include "OrganisationSource.h"
#include "Sheet.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

QString postName(const QString& id, const PageContext& context)
{
    const auto post = context.posts.constFind(id);
    if (post == context.posts.constEnd())
        return id;
    return context.language == "en"_L1 ? post->nameEn : post->nameZh;
}

void fillPosts(QComboBox* box, const PageContext& context)
{
    QList<std::pair<QString, QString>> posts;
    for (auto post = context.posts.begin(); post != context.posts.end(); ++post)
        posts.append({postName(post.key(), context), post.key()});
    std::sort(posts.begin(), posts.end());
    for (const auto& [name, id] : posts)
        box->addItem(name, id);
    box->setCurrentIndex(-1);
}

AccountPane::AccountPane(const PageContext& page, Asks asks, QWidget* parent)
    : OutcomePane(page,
          asks == Asks::Account  ? tr("New account")
          : asks == Asks::Change ? tr("Change the account")
                                 : tr("Give a post"),
          asks == Asks::Account  ? tr("The first password is shown once: tell it to whoever gets the account.")
          : asks == Asks::Change ? tr("Posts stay as they are: give and withdraw them apart.")
                                 : tr("A post holds in an area and everything below it."),
          asks == Asks::Account  ? tr("Open the account")
          : asks == Asks::Change ? tr("Save")
                                 : tr("Give the post"),
          parent)
    , m_asks(asks)
    , m_login(new QLineEdit)
    , m_name(new QLineEdit)
    , m_area(areaPicker(look(), *page.codes))
    , m_organisations(std::make_shared<OrganisationSource>())
    , m_office(new CodePicker(look(), m_organisations))
    , m_post(new QComboBox)
{
    const bool isPerson = asks != Asks::Post;
    if (asks == Asks::Account)
        addField(u"login"_s, tr("Login"), m_login)->setHint(tr("Small letters and digits, such as pinyin"));
    if (isPerson) {
        addField(u"name"_s, tr("Full name"), m_name);
        addField(u"office"_s, tr("Organisation"), m_office)->setHint(tr("Its name is printed on receipts"));
    }
    addField(u"area"_s, tr("Area"), m_area);
    if (asks != Asks::Change)
        addField(u"posts"_s, tr("Post"), m_post);
    fillPosts(m_post, page);
    for (auto* unused : std::initializer_list<QWidget*>{m_login, m_name, m_office, m_post}) {
        if (!unused->parent())
            unused->setParent(this), unused->hide();
    }
    m_office->setCodeShown(false);
    m_office->setPlaceholderText(tr("Name or initials"));
    connect(m_office, &CodePicker::chosen, this, [this](const QString& id) {
        if (const auto* chosen = m_organisations->organisation(id))
            m_area->setCode(chosen->area);
    });
    fields()->addStretch();
}

Field* AccountPane::addField(const QString& column, const QString& label, QWidget* editor)
{
    auto* field = new Field(look(), label, editor);
    field->setRequired(true);
    fields()->addWidget(field);
    m_fields.insert(column, field);
    return field;
}

void AccountPane::setOrganisations(const ManagedOrganisations& managed)
{
    m_organisations->setOrganisations(managed);
    m_office->refresh();
    chooseLikelyOffice();
}

void AccountPane::setPlace(const QString& area, const QString& office)
{
    if (m_area->code().isEmpty())
        m_area->setCode(area);
    m_likelyOffice = office;
    chooseLikelyOffice();
}

void AccountPane::chooseLikelyOffice()
{
    if (!m_office->code().isEmpty() || !m_office->isResolved())
        return;
    const bool isId = m_organisations->organisation(m_likelyOffice);
    m_office->setCode(isId ? m_likelyOffice : m_organisations->idOf(m_likelyOffice));
}

void AccountPane::clear()
{
    m_login->clear();
    m_name->clear();
    m_area->setCode({});
    m_office->setCode({});
    m_post->setCurrentIndex(-1);
    for (auto* field : std::as_const(m_fields))
        field->setNormal();
    complain({});
}

void AccountPane::show(const identity::Account& account)
{
    clear();
    m_name->setText(account.name);
    m_area->setCode(account.area);
    m_likelyOffice = account.organisation.isEmpty() ? account.office : account.organisation;
    chooseLikelyOffice();
}

void AccountPane::begin()
{
    QWidget* const first = m_asks == Asks::Account  ? static_cast<QWidget*>(m_login)
                           : m_asks == Asks::Change ? static_cast<QWidget*>(m_name)
                                                    : m_post;
    first->setFocus();
}

bool AccountPane::complainOf(const QString& column, const QString& words)
{
    auto* field = m_fields.value(column);
    if (!field) {
        complain(words);
        return false;
    }
    field->setError(words);
    if (field->isVisible())
        field->editor()->setFocus();
    return true;
}

bool AccountPane::isMissing(const QString& column, const QString& value)
{
    auto* field = m_fields.value(column);
    if (!field)
        return false;
    if (value.isEmpty())
        complainOf(column, tr("To be filled in"));
    else
        field->setNormal();
    return value.isEmpty();
}

void AccountPane::finish()
{
    complain({});
    QJsonObject row{{u"area"_s, m_area->code()}};
    if (m_asks != Asks::Change)
        row.insert(u"posts"_s, m_post->currentData().toString());
    if (m_asks == Asks::Account)
        row.insert(u"login"_s, m_login->text().trimmed());
    if (m_asks != Asks::Post) {
        row.insert(u"name"_s, m_name->text().trimmed());
        const auto* office = m_organisations->organisation(m_office->code());
        row.insert(u"office"_s, office ? office->name : QString());
        row.insert(u"organisation"_s, m_office->code());
    }
    for (const auto& column : accountSheet().ids()) {
        if (row.contains(column) && isMissing(column, row.value(column).toString()))
            return;
    }
    Q_EMIT confirmed(row);
}

} // namespace kuaiban::counter
