#include "ItemSheet.h"

#include "app/counter/kit/KeyValueList.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/kit/TextLabel.h"

#include <algorithm>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

ItemSheet::ItemSheet(const PageContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
}

void ItemSheet::heading(const QString& text)
{
    m_lines->addSpacing(6);
    m_lines->addWidget(new TextLabel(m_context.look, TextRole::Strong, text));
}

void ItemSheet::line(const QString& text, Tone tone)
{
    auto* label = new TextLabel(m_context.look, TextRole::Label, text, tone);
    label->setWrapped(true);
    m_lines->addWidget(label);
}

void ItemSheet::setItem(const ItemPtr& item, const QList<ItemPtr>& items)
{
    delete m_content;
    m_content = nullptr;
    if (!item)
        return;
    m_content = new QWidget;
    m_lines = new QVBoxLayout(m_content);
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(4);
    const auto& what = item->item;
    const QString& language = m_context.language;
    auto* name = new TextLabel(m_context.look, TextRole::Heading, what.name.in(language));
    name->setWrapped(true);
    m_lines->addWidget(name);
    line(what.summary.in(language), Tone::Secondary);
    auto* facts = new KeyValueList(m_context.look);
    facts->setRows(
        {{tr("Time limit"), what.workingDays > 0 ? tr("%n working day(s)", nullptr, what.workingDays) : tr("at once")},
            {tr("Code"), what.code}});
    m_lines->addWidget(facts);
    if (!what.conditions.isEmpty())
        heading(tr("Conditions"));
    for (const auto& condition : what.conditions)
        line(u"· "_s + condition.in(language));
    if (!what.materials.isEmpty())
        heading(tr("Papers"));
    for (const auto& material : what.materials) {
        const QString terms = paperTerms(what, material);
        line(u"· "_s + material.name.in(language) + (terms.isEmpty() ? QString() : u"（"_s + terms + u"）"_s));
    }
    if (!what.linkedItems.isEmpty())
        heading(tr("Looked for first"));
    for (const auto& id : what.linkedItems) {
        const auto linked =
            std::find_if(items.begin(), items.end(), [&](const ItemPtr& other) { return other->item.id == id; });
        line(u"· "_s + (linked == items.end() ? id : (*linked)->item.name.in(language)));
    }
    if (const QString basis = what.legalBasis.in(language); !basis.isEmpty()) {
        heading(tr("Legal basis"));
        line(basis, Tone::Secondary);
    }
    m_lines->addStretch();
    m_column->addWidget(m_content);
}

QString paperTerms(const catalogue::Item& item, const catalogue::Material& material)
{
    QStringList terms;
    const auto group = std::count_if(item.materials.begin(), item.materials.end(),
        [&](const catalogue::Material& other) { return !material.oneOf.isEmpty() && other.oneOf == material.oneOf; });
    if (material.requiredWhen == "false"_L1)
        terms.append(ItemSheet::tr("optional"));
    else if (group > 1)
        terms.append(ItemSheet::tr("one of %n", nullptr, int(group)));
    else if (material.requiredWhen != "true"_L1)
        terms.append(ItemSheet::tr("in some cases"));
    if (material.deferDays > 0)
        terms.append(ItemSheet::tr("may follow within %n day(s)", nullptr, material.deferDays));
    if (material.commitment)
        terms.append(ItemSheet::tr("a commitment will do"));
    if (!material.sharedWhen.isEmpty())
        terms.append(ItemSheet::tr("not needed when shared data has it"));
    return terms.join(u"，"_s);
}

} // namespace kuaiban::counter
