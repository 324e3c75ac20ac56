#include "PublishPane.h"

#include "app/counter/forms/AreaPicker.h"
#include "app/counter/kit/CodePicker.h"
#include "app/counter/kit/DateField.h"
#include "app/counter/kit/Field.h"
#include "app/counter/kit/TextArea.h"
#include "modules/announcements/AnnouncementStream.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int TextLines = 7;

} // namespace

PublishPane::PublishPane(const PageContext& page, QWidget* parent)
    : OutcomePane(page, tr("New announcement"),
          tr("Everybody of the area and below receives it, also who is offline now; who took note of it is shown."),
          tr("Publish"), parent)
    , m_area(areaPicker(look(), *page.codes))
    , m_title(new QLineEdit)
    , m_text(new TextArea(look(), TextLines))
    , m_until(new DateField)
    , m_important(new QCheckBox(tr("Important: stands first on the workbench until it was noted")))
    , m_areaField(addField(tr("Area"), m_area))
    , m_titleField(addField(tr("Title"), m_title))
    , m_textField(addField(tr("Text"), m_text))
    , m_untilField(addField(tr("Holds until"), m_until))
{
    m_untilField->setRequired(false);
    m_untilField->setHint(tr("The last day; empty: no end"));
    m_title->setMaxLength(announcements::LongestTitle);
    fields()->addWidget(m_important);
    fields()->addStretch();
    clear();
}

Field* PublishPane::addField(const QString& label, QWidget* editor)
{
    auto* field = new Field(look(), label, editor);
    field->setRequired(true);
    fields()->addWidget(field);
    return field;
}

void PublishPane::clear()
{
    m_id = context().session.ids().next();
    m_area->setCode(context().session.user().area);
    m_title->clear();
    m_text->clear();
    m_until->setDate({});
    m_important->setChecked(false);
    for (auto* field : {m_areaField, m_titleField, m_textField, m_untilField})
        field->setNormal();
    complain({});
}

void PublishPane::begin()
{
    m_until->setRange(legalDate(context().session.clock().nowMs()), {});
    m_title->setFocus();
}

bool PublishPane::isMissing(Field* field, const QString& value, int most)
{
    if (!value.isEmpty() && value.size() <= most) {
        field->setNormal();
        return false;
    }
    field->setError(value.isEmpty() ? tr("To be filled in") : tr("%1 characters at most").arg(most));
    field->editor()->setFocus();
    return true;
}

void PublishPane::finish()
{
    complain({});
    const QString title = m_title->text().trimmed();
    const QString text = m_text->toPlainText().trimmed();
    constexpr int longestCode = 12;
    if (isMissing(m_areaField, m_area->code(), longestCode) ||
        isMissing(m_titleField, title, announcements::LongestTitle) ||
        isMissing(m_textField, text, announcements::LongestText))
        return;
    const auto problem = m_until->problem();
    if (problem != DateProblem::None && problem != DateProblem::Empty) {
        m_untilField->setError(m_until->problemText());
        m_until->setFocus();
        return;
    }
    m_untilField->setNormal();
    const auto until = m_until->date();
    Q_EMIT confirmed(m_id, {{u"area"_s, m_area->code()}, {u"title"_s, title}, {u"text"_s, text},
                               {u"important"_s, m_important->isChecked()},
                               {u"until"_s, until ? until->toString(Qt::ISODate) : QString()}});
}

} // namespace kuaiban::counter
