#include "MaterialPane.h"

#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/Field.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/kit/TextLabel.h"
#include "PageSheets.h"
#include "PaperWays.h"
#include "SeparatorSheets.h"

#include <QAction>
#include <QLineEdit>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;
using casework::CaseMaterial;

MaterialPane::MaterialPane(const PageContext& context, PageFeed& feed, QAction* scan, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_feed(feed)
    , m_panel(new Panel(context.look, tr("Papers")))
    , m_list(new MaterialList(context.look))
    , m_ways(new PaperWays(context.look))
    , m_capture(new ActionButton(context.look, ButtonRole::Secondary))
    , m_name(new QLineEdit)
    , m_pages(new PageSheets(context, feed, scan))
    , m_separators(new SeparatorSheets(context, this))
    , m_hint(new TextLabel(context.look, TextRole::Hint, {}, Tone::Secondary))
{
    setAcceptDrops(true);
    m_capture->hide();
    m_list->setAccessibleName(tr("Papers of this case"));
    m_list->setMaximumRowsShown(5);
    m_pages->setRows(1);
    m_hint->setWrapped(true);
    auto* name = new Field(context.look, tr("Add a paper"), m_name);
    name->setHint(tr("Name it, then Enter"));
    m_nameField = name;
    auto* separators = new IconButton(context.look, Glyph::Print, tr("Print separator sheets"));
    m_panel->addToTitle(separators, 5);
    m_panel->body()->addWidget(m_list);
    m_panel->body()->addWidget(m_ways);
    m_panel->body()->addWidget(m_capture);
    m_panel->body()->addWidget(m_nameField);
    m_panel->body()->addWidget(m_pages);
    m_panel->body()->addWidget(m_hint);
    m_panel->body()->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_panel);
    connect(m_name, &QLineEdit::returnPressed, this, &MaterialPane::addNamed);
    connect(m_list, &MaterialList::currentChangedTo, this, [this] { fillPages(); });
    connect(m_list, &MaterialList::rowChosen, this, [this] { nextWay(); });
    connect(m_capture, &QPushButton::clicked, this, &MaterialPane::capture);
    connect(m_ways, &PaperWays::wayChosen, this, &MaterialPane::chooseWay);
    connect(m_ways, &PaperWays::dueChosen, this, [this](const QString& dueOn) {
        if (auto* material = current(); material && material->dueOn != dueOn) {
            material->dueOn = dueOn;
            tell();
        }
    });
    connect(m_pages, &PageSheets::pagesChanged, this, &MaterialPane::setPages);
    connect(&m_pages->steps(), &PageSteps::said, this, &MaterialPane::said);
    connect(separators, &QAbstractButton::clicked, this, &MaterialPane::printSeparators);
    connect(m_separators, &SeparatorSheets::failed, this, &MaterialPane::failed);
    connect(m_separators, &SeparatorSheets::said, this, &MaterialPane::said);
    connect(&feed, &PageFeed::separated, this, &MaterialPane::saySeparated);
}

void MaterialPane::setItem(const ItemPtr& item)
{
    m_item = item;
    m_needs.clear();
    m_insist = false;
    m_nameField->setVisible(item && item->item.freeMaterials);
    fill();
}

void MaterialPane::setMaterials(const QString& draft, const QList<CaseMaterial>& materials)
{
    m_draft = draft;
    m_materials = materials;
    m_before.reset();
    m_insist = false;
    fill();
}

void MaterialPane::consider(const QJsonObject& values, const forms::FormContext& context)
{
    m_values = values;
    m_formContext = context;
    if (!m_item)
        return;
    m_needs = m_item->materials.needs(m_item->item, m_item->form, m_values, m_formContext, m_materials);
    takeShared();
    fill();
}

// What shared data stands for is taken so unless the clerk decided otherwise, and is open again when it does not.
void MaterialPane::takeShared()
{
    bool touched = false;
    for (const auto& need : std::as_const(m_needs)) {
        const QString id = need.material->id;
        const auto there = std::find_if(
            m_materials.begin(), m_materials.end(), [&](const CaseMaterial& material) { return material.id == id; });
        if (there == m_materials.end() && need.canShare) {
            m_materials.append(paperOf(*need.material, PaperWay::Shared, m_formContext.today));
            touched = true;
        } else if (there != m_materials.end() && there->state == "shared"_L1 && !need.canShare) {
            m_materials.erase(there);
            touched = true;
        }
    }
    if (!touched)
        return;
    m_needs = m_item->materials.needs(m_item->item, m_item->form, m_values, m_formContext, m_materials);
    Q_EMIT changed();
}

QString MaterialPane::insist()
{
    m_insist = true;
    fill();
    for (const auto& one : std::as_const(m_needs)) {
        if (one.isMissing()) {
            m_list->setCurrentId(one.material->id);
            return one.material->name.in(m_context.language);
        }
    }
    return {};
}

const casework::MaterialNeed* MaterialPane::need(const QString& id) const
{
    const auto found =
        std::find_if(m_needs.begin(), m_needs.end(), [&](const auto& one) { return one.material->id == id; });
    return found == m_needs.end() ? nullptr : &*found;
}

CaseMaterial* MaterialPane::line(const QString& id, bool make)
{
    const auto found =
        std::find_if(m_materials.begin(), m_materials.end(), [&](const auto& material) { return material.id == id; });
    if (found != m_materials.end())
        return &*found;
    const auto* asked = make ? need(id) : nullptr;
    if (!asked)
        return nullptr;
    m_materials.append(paperOf(*asked->material, waysOf(*asked).constFirst(), m_formContext.today));
    return &m_materials.last();
}

CaseMaterial* MaterialPane::current(bool make)
{
    return line(m_list->currentId(), make);
}

void MaterialPane::addNamed()
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty())
        return;
    CaseMaterial material;
    material.id = m_context.session.ids().next();
    material.name = name;
    material.form = u"original"_s;
    material.state = u"supplied"_s;
    m_materials.append(material);
    m_name->clear();
    fill();
    m_list->setCurrentId(material.id);
    Q_EMIT changed();
}

void MaterialPane::reuse(const QString& material, const QList<casework::Page>& pages, const QString& from)
{
    const auto* asked = need(material);
    if (!asked)
        return;
    if (pages.isEmpty()) {
        Q_EMIT said(tr("No earlier case holds this paper."), Tone::Attention);
        return;
    }
    remember(material);
    m_list->setCurrentId(material);
    auto* line = current(true);
    setWay(line, *asked->material, PaperWay::Reused, m_formContext.today);
    line->pages = pages;
    m_before->after = pages;
    tell();
    m_pages->steps().forget();
    Q_EMIT said(tr("Taken from case %1").arg(from), Tone::Good);
}

void MaterialPane::nextWay()
{
    const auto* asked = need(m_list->currentId());
    if (!asked)
        return;
    const auto ways = waysOf(*asked);
    const auto* there = current();
    const auto at = there ? ways.indexOf(wayOf(*there)) : -1;
    if (at + 1 == ways.size() && there && there->pages.isEmpty()) { // after the last way: not there
        m_materials.removeIf([&](const CaseMaterial& material) { return material.id == asked->material->id; });
        tell();
        return;
    }
    chooseWay(ways.at((at + 1) % ways.size()));
}

void MaterialPane::chooseWay(PaperWay way)
{
    const auto* asked = need(m_list->currentId());
    if (!asked)
        return;
    const auto* there = current();
    if (way == PaperWay::Reused && !(there && wayOf(*there) == way)) {
        Q_EMIT said(tr("Looking for an earlier case …"), Tone::Secondary);
        Q_EMIT reuseWanted(asked->material->id);
        return;
    }
    if (there && wayOf(*there) == way && there->pages.isEmpty()) // pressed once more: not there after all
        m_materials.removeIf([&](const CaseMaterial& material) { return material.id == asked->material->id; });
    else
        setWay(current(true), *asked->material, way, m_formContext.today);
    tell();
}

void MaterialPane::setPages(const QList<casework::Page>& pages)
{
    if (auto* material = current()) {
        material->pages = pages;
        tell();
    }
}

void MaterialPane::removeLine()
{
    const QString id = m_list->currentId();
    if (id.isEmpty() || !current())
        return;
    remember(id);
    m_materials.removeIf([&](const CaseMaterial& material) { return material.id == id; });
    tell();
    m_pages->steps().forget();
    Q_EMIT said(tr("The paper was removed. Ctrl+Z brings it back."), Tone::Secondary);
}

void MaterialPane::remember(const QString& id)
{
    m_before = Before{id, m_materials, {}};
}

void MaterialPane::undo()
{
    if (m_pages->steps().canUndo()) {
        m_pages->steps().undo();
        return;
    }
    if (!m_before)
        return;
    const auto before = *std::exchange(m_before, {});
    QList<casework::Page> later; // which came to the line since
    if (const auto* now = line(before.id))
        std::copy_if(now->pages.begin(), now->pages.end(), std::back_inserter(later),
            [&](const casework::Page& page) { return !before.after.contains(page); });
    const auto was = std::find_if(before.materials.begin(), before.materials.end(),
        [&](const CaseMaterial& material) { return material.id == before.id; });
    m_materials.removeIf([&](const CaseMaterial& material) { return material.id == before.id; });
    if (was != before.materials.end())
        m_materials.insert(std::min(was - before.materials.begin(), m_materials.size()), *was);
    if (auto* now = line(before.id, !later.isEmpty()))
        now->pages.append(later);
    tell();
    m_pages->steps().forget();
}

void MaterialPane::tell()
{
    if (m_item)
        m_needs = m_item->materials.needs(m_item->item, m_item->form, m_values, m_formContext, m_materials);
    fill();
    Q_EMIT changed();
}

} // namespace kuaiban::counter
