#include "MaterialPane.h"

#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/Field.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/kit/TextLabel.h"
#include "PageSheets.h"
#include "PaperWays.h"

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
    connect(m_pages, &PageSheets::turnWanted, this, &MaterialPane::turn);
    connect(m_pages, &PageSheets::rescanWanted, this, &MaterialPane::rescan);
    connect(m_pages, &PageSheets::pageChosen, this, &MaterialPane::pageChosen);
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
    m_before.clear();
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

CaseMaterial* MaterialPane::current(bool make)
{
    const QString id = m_list->currentId();
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

bool MaterialPane::isReady()
{
    if (!m_name->text().trimmed().isEmpty())
        addNamed();
    if (m_list->currentId().isEmpty() && m_list->model()->rowCount() > 0)
        m_list->setCurrentIndex(m_list->model()->index(0, 0));
    if (!m_list->currentId().isEmpty())
        return true;
    Q_EMIT said(tr("Name the paper first, then scan."), Tone::Attention);
    focusPapers();
    return false;
}

void MaterialPane::scan(bool feeder)
{
    if (m_feed.isScanning() || !isReady())
        return;
    m_feed.scan({m_draft, {}, m_list->currentId(), {}}, feeder);
    Q_EMIT said(tr("Scanning …"), Tone::Secondary);
}

void MaterialPane::rescan()
{
    const auto* page = m_pages->current();
    if (!page) {
        Q_EMIT said(tr("Select the page first."), Tone::Attention);
        return;
    }
    if (m_feed.isScanning())
        return;
    m_feed.scan({m_draft, {}, m_list->currentId(), page->digest}, false);
    Q_EMIT said(tr("Scanning the page again …"), Tone::Secondary);
}

void MaterialPane::turn(int degrees)
{
    if (const auto* page = m_pages->current())
        m_feed.turn({m_draft, {}, m_list->currentId(), {}}, *page, degrees);
    else
        Q_EMIT said(tr("Select the page first."), Tone::Attention);
}

void MaterialPane::removeBlank()
{
    const auto* material = current();
    const auto kept = m_pages->withoutBlank();
    if (!material || kept.size() == material->pages.size()) {
        Q_EMIT said(tr("This paper has no blank page."), Tone::Secondary);
        return;
    }
    setPages(kept);
}

void MaterialPane::addPage(const PaperPlace& place, const casework::Page& page)
{
    const QString before = m_list->currentId();
    m_list->setCurrentId(place.paper); // also when the clerk has gone on to another line: there the page is seen
    auto* material = m_list->currentId() == place.paper ? current(true) : nullptr;
    if (!material) // the line is gone: the page must not be
        return;
    putPage(&material->pages, place, page);
    // A paper that lies on the scanner has come after all.
    const auto* asked = need(place.paper);
    if (asked && (material->state == "deferred"_L1 || material->state == "shared"_L1))
        setWay(material, *asked->material, waysOf(*asked).constFirst(), m_formContext.today);
    tell();
    if (place.paper != before && !before.isEmpty())
        m_list->setCurrentId(before);
    const auto warnings = m_feed.warnings(page.digest);
    if (m_feed.isBlank(page.digest))
        Q_EMIT said(tr("The page is blank: is the paper the right way round?"), Tone::Attention);
    else if (warnings.contains(u"blurred"_s) || warnings.contains(u"dark"_s) || warnings.contains(u"pale"_s))
        Q_EMIT said(tr("The page is hard to read: scan it again while the paper is here."), Tone::Attention);
    else if (warnings.contains(u"large"_s))
        Q_EMIT said(tr("The page is kept, but over 600 KB: uploading takes longer."), Tone::Attention);
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
    m_before = m_materials;
    m_list->setCurrentId(material);
    auto* line = current(true);
    setWay(line, *asked->material, PaperWay::Reused, m_formContext.today);
    line->pages = pages;
    tell();
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
    const auto before = m_materials;
    auto* material = current(); // after the copy: a pointer taken before would lead into both
    if (!material)
        return;
    const auto fewer = material->pages.size() - pages.size();
    if (fewer > 0)
        m_before = before;
    material->pages = pages;
    tell();
    if (fewer > 0)
        Q_EMIT said(tr("%n page(s) removed. Ctrl+Z brings them back.", nullptr, int(fewer)), Tone::Secondary);
}

void MaterialPane::removeLine()
{
    const QString id = m_list->currentId();
    if (id.isEmpty() || !current())
        return;
    m_before = m_materials;
    m_materials.removeIf([&](const CaseMaterial& material) { return material.id == id; });
    tell();
    Q_EMIT said(tr("The paper was removed. Ctrl+Z brings it back."), Tone::Secondary);
}

void MaterialPane::undo()
{
    if (m_before.isEmpty())
        return;
    m_materials = m_before;
    m_before.clear();
    tell();
}

void MaterialPane::tell()
{
    if (m_item)
        m_needs = m_item->materials.needs(m_item->item, m_item->form, m_values, m_formContext, m_materials);
    fill();
    Q_EMIT changed();
}

} // namespace kuaiban::counter
