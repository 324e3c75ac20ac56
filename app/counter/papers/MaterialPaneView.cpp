#include "MaterialPane.h"

#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/kit/TextLabel.h"
#include "PageSheets.h"
#include "PaperWays.h"
#include "SignatureSheet.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMimeData>

// What the papers look like, and files that are dropped on them.
namespace kuaiban::counter {

using namespace Qt::StringLiterals;

void MaterialPane::fill()
{
    const auto list = checklist(m_needs, m_materials, m_context.language, m_insist);
    m_list->setRows(list.rows);
    m_list->setVisible(!list.rows.isEmpty());
    m_panel->setCount(list.asked == 0 ? QString() : u"%1 / %2"_s.arg(list.done).arg(list.asked));
    if (m_list->currentId().isEmpty() && !list.rows.isEmpty())
        m_list->setCurrentId(list.rows.constFirst().id);
    m_hint->setText(hint());
    m_hint->setVisible(!m_hint->text().isEmpty());
    fillPages();
}

QString MaterialPane::hint() const
{
    if (!m_item)
        return tr("Once the matter is chosen, the papers it asks for stand here.");
    return m_list->model()->rowCount() == 0 && m_item->item.freeMaterials
               ? tr("Papers are optional here. Name what the applicant hands in; F4 scans it.")
               : QString();
}

void MaterialPane::fillPages()
{
    const auto* material = current();
    const auto* asked = need(m_list->currentId());
    m_pages->setPages({m_draft, {}, m_list->currentId(), {}}, m_list->currentIndex().data().toString(),
        material ? material->pages : QList<casework::Page>{});
    m_pages->setVisible(!m_list->currentId().isEmpty());
    m_ways->setVisible(asked != nullptr);
    const QString capture = asked ? asked->material->capture : QString();
    m_capture->setVisible(!capture.isEmpty());
    m_capture->setText(capture == "photo"_L1 ? tr("Photograph from a file …") : tr("Sign on the screen …"));
    if (!asked)
        return;
    m_ways->offer(waysOf(*asked), material ? std::optional(wayOf(*material)) : std::nullopt);
    if (material && material->state == "deferred"_L1) {
        const QDate today = m_formContext.today;
        m_ways->setDue(material->dueOn, today, today.addDays(asked->material->deferDays));
    }
}

void MaterialPane::focusPapers()
{
    if (m_nameField->isVisibleTo(this))
        m_name->setFocus();
    else
        m_list->setFocus();
}

void MaterialPane::dragEnterEvent(QDragEnterEvent* event)
{
    const auto urls = event->mimeData()->urls();
    const bool local =
        !urls.isEmpty() && std::all_of(urls.begin(), urls.end(), [](const QUrl& url) { return url.isLocalFile(); });
    if (local && m_item)
        event->acceptProposedAction();
}

void MaterialPane::dropEvent(QDropEvent* event)
{
    if (!isReady())
        return;
    QStringList paths;
    for (const auto& url : event->mimeData()->urls())
        paths.append(url.toLocalFile());
    takeFiles(paths);
    event->acceptProposedAction();
}

void MaterialPane::takeFiles(const QStringList& paths)
{
    const PaperPlace place{m_draft, {}, m_list->currentId(), {}};
    const auto* asked = need(place.paper);
    if (asked && asked->material->capture == "photo"_L1) {
        for (const auto& path : paths)
            m_feed.addPortrait(place, path);
    } else {
        m_feed.addFiles(place, paths);
    }
    Q_EMIT said(tr("Taking in %n file(s) …", nullptr, int(paths.size())), Tone::Secondary);
}

void MaterialPane::capture()
{
    const auto* asked = need(m_list->currentId());
    if (!asked || asked->material->capture.isEmpty()) {
        Q_EMIT said(tr("For this paper nothing is captured at the counter."), Tone::Attention);
        return;
    }
    m_captured = {m_draft, {}, m_list->currentId(), {}};
    if (asked->material->capture == "photo"_L1)
        askForPhotograph();
    else
        askForSignature();
}

void MaterialPane::askForPhotograph()
{
    auto* dialog = new QFileDialog(window(), tr("Photograph of the person"), {}, tr("Pictures (*.jpg *.jpeg *.png)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
        [this](const QString& path) { m_feed.addPortrait(m_captured, path); });
    dialog->open();
}

void MaterialPane::askForSignature()
{
    if (!m_signature) {
        m_signature = new SignatureSheet(m_context.look, window());
        connect(m_signature, &SignatureSheet::signedBy, this,
            [this](const QImage& signature) { m_feed.addDrawing(m_captured, signature); });
    }
    const auto* asked = need(m_captured.paper);
    const QString who = m_formContext.params.value("subject"_L1).toObject().value("name"_L1).toString();
    m_signature->ask(who, asked->material->name.in(m_context.language));
}

void MaterialPane::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete && m_list->hasFocus())
        removeLine();
    else
        QWidget::keyPressEvent(event);
}

} // namespace kuaiban::counter
