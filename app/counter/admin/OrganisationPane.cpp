#include "OrganisationPane.h"

#include "app/counter/forms/AreaPicker.h"
#include "app/counter/kit/CodePicker.h"
#include "app/counter/kit/Field.h"
#include "modules/base/FailureManual.h"
#include "OrganisationSource.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;
using identity::Organisation;

namespace {

// Carries the context of the texts below.
struct KindTexts
{
    Q_DECLARE_TR_FUNCTIONS(OrganisationKind)
};

} // namespace

QString organisationKindName(const QString& kind)
{
    if (kind == "human-resources"_L1)
        return KindTexts::tr("Human resources and social security");
    if (kind == "finance"_L1)
        return KindTexts::tr("Finance");
    if (kind == "department"_L1)
        return KindTexts::tr("Department in charge");
    if (kind == "township"_L1)
        return KindTexts::tr("Township or street");
    return kind == "village"_L1 ? KindTexts::tr("Village or community") : kind;
}

OrganisationPane::OrganisationPane(
    const PageContext& page, Asks asks, std::shared_ptr<OrganisationSource> organisations, QWidget* parent)
    : OutcomePane(page, asks == Asks::New ? tr("New organisation") : tr("Change the organisation"),
          tr("Its name is printed on receipts; accounts and windows carry it from the next sign-in on."),
          asks == Asks::New ? tr("Open the organisation") : tr("Save"), parent)
    , m_organisations(std::move(organisations))
    , m_name(new QLineEdit)
    , m_kind(new QComboBox)
    , m_area(areaPicker(look(), *page.codes))
    , m_parent(new CodePicker(look(), m_organisations))
    , m_code(new QLineEdit)
    , m_contact(new QLineEdit)
    , m_phone(new QLineEdit)
    , m_idle(new QSpinBox)
{
    m_name->setMaxLength(Organisation::LongestName);
    for (const auto& kind : Organisation::kinds())
        m_kind->addItem(organisationKindName(kind), kind);
    m_parent->setCodeShown(false);
    m_parent->setPlaceholderText(tr("Name or initials; empty: none"));
    m_idle->setRange(0, Organisation::MostIdleMinutes);
    m_idle->setSpecialValueText(tr("as the one above says"));
    addRow({addField(u"name"_s, tr("Name"), m_name, true)});
    addRow({addField(u"kind"_s, tr("Kind"), m_kind, true), addField(u"area"_s, tr("Area"), m_area, true)});
    addRow({addField(u"parent"_s, tr("Above it"), m_parent)});
    addRow({addField(u"code"_s, tr("Credit code"), m_code),
        addField(u"idleMinutes"_s, tr("Windows lock after minutes"), m_idle)});
    addRow({addField(u"contact"_s, tr("Contact"), m_contact), addField(u"phone"_s, tr("Phone"), m_phone)});
    m_fields.value(u"code"_s)->setHint(tr("18 characters"));
    fields()->addStretch();
}

Field* OrganisationPane::addField(const QString& name, const QString& label, QWidget* editor, bool required)
{
    auto* field = new Field(look(), label, editor);
    field->setRequired(required);
    m_fields.insert(name, field);
    return field;
}

void OrganisationPane::addRow(std::initializer_list<Field*> row)
{
    auto* line = new QHBoxLayout;
    line->setSpacing(12);
    for (auto* field : row)
        line->addWidget(field, 1);
    fields()->addLayout(line);
}

void OrganisationPane::show(const Organisation& one)
{
    m_shown = one;
    m_name->setText(one.name);
    m_kind->setCurrentIndex(m_kind->findData(one.kind));
    m_area->setCode(one.area);
    m_parent->refresh(); // the organisations may be others than when it was last in front
    m_parent->setCode(one.parent);
    m_code->setText(one.code);
    m_contact->setText(one.contact);
    m_phone->setText(one.phone);
    m_idle->setValue(one.idleMinutes);
    for (auto* field : std::as_const(m_fields))
        field->setNormal();
    complain({});
}

bool OrganisationPane::isBegun() const
{
    return m_name->text().trimmed() != m_shown.name;
}

void OrganisationPane::begin()
{
    m_name->setFocus();
    m_name->selectAll();
}

bool OrganisationPane::complainOf(const Error& error)
{
    static const QHash<QString, QString> places{{u"identity.organisation-name"_s, u"name"_s},
        {u"identity.organisation-taken"_s, u"name"_s}, {u"identity.organisation-kind"_s, u"kind"_s},
        {u"identity.organisation-area"_s, u"area"_s}, {u"identity.organisation-parent"_s, u"parent"_s},
        {u"identity.organisation-idle"_s, u"idleMinutes"_s}, {u"codes.credit-length"_s, u"code"_s},
        {u"codes.credit-characters"_s, u"code"_s}, {u"codes.credit-region"_s, u"code"_s}};
    auto* field = m_fields.value(places.value(error.code));
    if (!field)
        return false;
    field->setError(context().manual.text(error, context().language).what);
    if (field->isVisible())
        field->editor()->setFocus();
    return true;
}

bool OrganisationPane::isMissing(const QString& name, bool missing)
{
    if (missing) {
        auto* field = m_fields.value(name);
        field->setError(tr("To be filled in"));
        field->editor()->setFocus();
    }
    return missing;
}

void OrganisationPane::finish()
{
    complain({});
    for (auto* field : std::as_const(m_fields))
        field->setNormal();
    auto one = m_shown;
    one.name = m_name->text().trimmed();
    one.kind = m_kind->currentData().toString();
    one.area = m_area->code();
    one.parent = m_parent->code();
    one.code = m_code->text().trimmed().toUpper();
    one.contact = m_contact->text().trimmed();
    one.phone = m_phone->text().trimmed();
    one.idleMinutes = m_idle->value();
    if (isMissing(u"name"_s, one.name.isEmpty()) || isMissing(u"kind"_s, one.kind.isEmpty()) ||
        isMissing(u"area"_s, one.area.isEmpty()))
        return;
    if (!m_parent->isResolved()) { // words that stand for no organisation are no "none"
        m_fields.value(u"parent"_s)->setError(tr("There is no such organisation"));
        m_parent->setFocus();
        return;
    }
    Q_EMIT confirmed(one);
}

} // namespace kuaiban::counter
