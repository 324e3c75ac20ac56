#pragma once

#include "modules/documents/DocumentRenderer.h"

#include <QFuture>
#include <QThread>

#include <memory>

namespace kuaiban::counter {

// Renders papers in a thread of its own: opening the fonts takes longer than a window may stand still.
class DocumentPress
{
public:
    DocumentPress();
    ~DocumentPress();
    Q_DISABLE_COPY_MOVE(DocumentPress)

    // The PDF of a template given as its bytes. Errors: those of the documents room.
    QFuture<Result<QByteArray>> print(
        const QByteArray& definition, const QJsonObject& data, const documents::PdfMeta& meta);

private:
    QThread m_thread;
    QObject* m_context;                                      // lives in the thread
    std::unique_ptr<documents::DocumentRenderer> m_renderer; // made, used and destroyed there
};

} // namespace kuaiban::counter
