#pragma once

#include "modules/documents/DocumentRenderer.h"

#include <QFuture>
#include <QThread>

#include <memory>

namespace kuaiban::counter {

// A paper with the name its template gives it, and what the template says of the sheets it belongs on.
struct PressedPage
{
    QString name;
    QByteArray pdf;
    QString category = {}; // see documents::documentCategories; may be empty
    bool oneSided = false;
};
struct PressedSlip
{
    QString name;
    documents::Receipt receipt;
};

// Renders papers in a thread of its own: opening the fonts takes longer than a window may stand still.
class DocumentPress
{
public:
    DocumentPress();
    ~DocumentPress();
    Q_DISABLE_COPY_MOVE(DocumentPress)

    // The PDF of a template given as its bytes; the name of the template stands before the title that meta gives.
    // Errors: those of the documents room.
    QFuture<Result<PressedPage>> pressPage(
        const QByteArray& definition, const QJsonObject& data, const documents::PdfMeta& meta);
    // The lines of a slip template, for 48 or 32 columns.
    QFuture<Result<PressedSlip>> pressSlip(const QByteArray& definition, const QJsonObject& data, int widthColumns);

private:
    // Runs make(renderer, template) in the thread.
    template<class T, class Make>
    QFuture<Result<T>> press(const QByteArray& definition, Make make);

    QThread m_thread;
    QObject* m_context;                                      // lives in the thread
    std::unique_ptr<documents::DocumentRenderer> m_renderer; // made, used and destroyed there
};

} // namespace kuaiban::counter
