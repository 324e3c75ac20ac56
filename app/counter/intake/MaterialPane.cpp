#include "MaterialPane.h"

#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/Field.h"
#include "app/counter/kit/MaterialList.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/kit/TextLabel.h"
#include "app/counter/kit/ThumbnailStrip.h"

#include <QAction>
#include <QLineEdit>
#include <QtConcurrentRun>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

namespace {

constexpr int ThumbWidth = 240; // pixels; enough for two columns at 200 %

} // namespace

MaterialPane::MaterialPane(const PageContext& context, QAction* scan, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_panel(new Panel(context.look, tr("Papers")))
    , m_list(new MaterialList(context.look))
    , m_name(new QLineEdit)
    , m_pages(new ThumbnailStrip(context.look))
    , m_hint(new TextLabel(context.look, TextRole::Hint, {}, Tone::Secondary))
{
    m_list->setAccessibleName(tr("Papers of this case"));
    m_list->setMaximumRowsShown(5);
    m_pages->setAccessibleName(tr("Scanned pages"));
    m_pages->setMaximumRowsShown(2);
    m_pages->setAddText(tr("+ Scan F4"));
    m_hint->setWrapped(true);
    auto* name = new Field(context.look, tr("Add a paper"), m_name);
    name->setHint(tr("Name it, then Enter"));
    m_panel->body()->addWidget(m_list);
    m_panel->body()->addWidget(name);
    m_panel->body()->addWidget(m_pages);
    m_panel->body()->addWidget(m_hint);
    m_panel->body()->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_panel);
    connect(m_name, &QLineEdit::returnPressed, this, &MaterialPane::addNamed);
    connect(m_list, &MaterialList::currentChangedTo, this, [this] { fillPages(); });
    connect(m_pages, &ThumbnailStrip::addRequested, scan, &QAction::trigger);
    connect(m_pages, &ThumbnailStrip::removeRequested, this, &MaterialPane::removePage);
    connect(m_pages, &ThumbnailStrip::moveRequested, this, &MaterialPane::movePage);
    auto& scanner = context.devices.scanner();
    connect(&scanner, &devices::ScanStation::pageScanned, this, [this](int ticket, const devices::ScannedPage& page) {
        if (ticket == m_ticket)
            takePage(page);
    });
    connect(&scanner, &devices::ScanStation::finished, this, [this](int ticket, int pages) {
        if (ticket == m_ticket) {
            m_ticket = 0;
            Q_EMIT said(tr("%n page(s) scanned", nullptr, pages), Tone::Good);
        }
    });
    connect(&scanner, &devices::ScanStation::failed, this, [this](int ticket, const Error& error) {
        if (ticket == m_ticket) {
            m_ticket = 0;
            Q_EMIT failed(error); // pages that came before stay
        }
    });
}

void MaterialPane::setItem(const ItemPtr& item)
{
    m_item = item;
    fill();
}

void MaterialPane::setMaterials(const QList<casework::CaseMaterial>& materials)
{
    m_materials = materials;
    fill();
}

void MaterialPane::focusName()
{
    m_name->setFocus();
}

void MaterialPane::addNamed()
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty())
        return;
    casework::CaseMaterial material;
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

casework::CaseMaterial* MaterialPane::current()
{
    const QString id = m_list->currentId();
    const auto found =
        std::find_if(m_materials.begin(), m_materials.end(), [&](const auto& material) { return material.id == id; });
    return found == m_materials.end() ? nullptr : &*found;
}

void MaterialPane::scan()
{
    if (isScanning())
        return;
    if (!m_name->text().trimmed().isEmpty())
        addNamed();
    if (m_materials.isEmpty()) {
        Q_EMIT said(tr("Name the paper first, then scan."), Tone::Attention);
        focusName();
        return;
    }
    if (!current())
        m_list->setCurrentId(m_materials.constFirst().id);
    m_target = m_list->currentId();
    m_ticket = m_context.devices.scanner().scan({devices::ScanSource::Flatbed, devices::ScanMode::Color, 300, 1});
    Q_EMIT said(tr("Scanning …"), Tone::Secondary);
}

void MaterialPane::takePage(const devices::ScannedPage& page)
{
    const QString media = page.format == "png"_L1 ? u"image/png"_s : u"image/jpeg"_s;
    casework::Page kept{{}, media, page.width, page.height, page.dpi, page.bytes.size()};
    const QString target = m_target;
    QtConcurrent::run(
        [bytes = page.bytes] { return QImage::fromData(bytes).scaledToWidth(ThumbWidth, Qt::SmoothTransformation); })
        .then(this,
            [this, bytes = page.bytes, kept, target, warnings = page.quality.warnings](const QImage& thumb) mutable {
                m_context.session.keepFile(bytes).then(
                    this, [this, thumb, kept, target, warnings](const Result<QString>& digest) mutable {
                        if (!digest) {
                            Q_EMIT failed(digest.error());
                            return;
                        }
                        kept.digest = *digest;
                        m_thumbs.insert(*digest, thumb);
                        for (auto& material : m_materials) {
                            if (material.id == target)
                                material.pages.append(kept);
                        }
                        fill();
                        if (warnings.contains(u"blurred"_s) || warnings.contains(u"dark"_s))
                            Q_EMIT said(tr("The page is hard to read: scan it again while the paper is here."),
                                Tone::Attention);
                        Q_EMIT changed();
                    });
            });
}

void MaterialPane::removePage(const QString& digest)
{
    if (auto* material = current()) {
        material->pages.removeIf([&](const casework::Page& page) { return page.digest == digest; });
        fill();
        Q_EMIT changed();
    }
}

void MaterialPane::movePage(const QString& digest, int toIndex)
{
    auto* material = current();
    if (!material || toIndex < 0 || toIndex >= material->pages.size())
        return;
    for (int i = 0; i < material->pages.size(); ++i) {
        if (material->pages.at(i).digest == digest) {
            material->pages.move(i, toIndex);
            fill();
            Q_EMIT changed();
            return;
        }
    }
}

void MaterialPane::fill()
{
    QVector<MaterialRow> rows;
    int complete = 0;
    for (const auto& material : std::as_const(m_materials)) {
        const bool scanned = !material.pages.isEmpty();
        complete += scanned ? 1 : 0;
        rows.append({material.id, material.name, scanned ? tr("scanned") : tr("not scanned yet"),
            scanned ? tr("%n page(s)", nullptr, static_cast<int>(material.pages.size())) : QString(),
            scanned ? MaterialState::Complete : MaterialState::Open});
    }
    m_list->setRows(rows);
    m_list->setVisible(!rows.isEmpty());
    m_panel->setCount(rows.isEmpty() ? QString() : u"%1 / %2"_s.arg(complete).arg(rows.size()));
    if (m_list->currentId().isEmpty() && !rows.isEmpty())
        m_list->setCurrentId(rows.constFirst().id);
    m_hint->setText(
        rows.isEmpty() ? tr("Papers are optional here. Name what the applicant hands in; F4 scans it.") : QString());
    fillPages();
}

void MaterialPane::fillPages()
{
    const auto* material = current();
    QVector<PageThumb> thumbs;
    if (material) {
        for (const auto& page : material->pages)
            thumbs.append({page.digest, m_thumbs.value(page.digest), {}, Tone::Normal});
    }
    m_pages->setPages(thumbs);
    m_pages->setVisible(material != nullptr);
}

} // namespace kuaiban::counter
