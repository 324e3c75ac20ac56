#include "SheetFiles.h"

#include "AdminErrors.h"
#include "Sheet.h"

#include <QFileDialog>

namespace kuaiban::counter {

SheetFiles::SheetFiles(QWidget* page)
    : QObject(page)
    , m_page(page)
{}

void SheetFiles::choose(
    const QString& title, const std::function<void(const QByteArray& bytes, const QString& name)>& then)
{
    auto* dialog = new QFileDialog(m_page->window(), title, {}, tr("Sheets (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this, then](const QString& path) {
        const QString name = QFileInfo(path).fileName();
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            then(file.readAll(), name);
        else
            Q_EMIT failed(sheetUnreadable(name));
    });
    dialog->open();
}

void SheetFiles::keep(
    const QString& title, const QString& name, const QByteArray& bytes, const std::function<void()>& then)
{
    auto* dialog = new QFileDialog(m_page->window(), title, name, tr("Sheets (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, [this, bytes, then](const QString& path) {
        if (const auto done = Sheet::keep(path, bytes); !done) {
            Q_EMIT failed(done.error());
            return;
        }
        Q_EMIT kept(QFileInfo(path).fileName());
        if (then)
            then();
    });
    dialog->open();
}

} // namespace kuaiban::counter
