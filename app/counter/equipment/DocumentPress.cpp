#include "DocumentPress.h"

#include "modules/documents/TemplateParser.h"

#include <QPromise>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

DocumentPress::DocumentPress()
    : m_context(new QObject)
{
    m_thread.setObjectName(u"documents"_s);
    m_context->moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(m_context, [this] { m_renderer = std::make_unique<documents::DocumentRenderer>(); });
}

DocumentPress::~DocumentPress()
{
    QMetaObject::invokeMethod(
        m_context, [this] { m_renderer.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
    delete m_context;
}

QFuture<Result<QByteArray>> DocumentPress::print(
    const QByteArray& definition, const QJsonObject& data, const documents::PdfMeta& meta)
{
    auto promise = std::make_shared<QPromise<Result<QByteArray>>>();
    promise->start();
    QMetaObject::invokeMethod(m_context, [this, promise, definition, data, meta] {
        const auto parsed = documents::parseTemplate(definition);
        promise->addResult(
            parsed ? m_renderer->renderPdf(*parsed, data, meta) : Result<QByteArray>(fail(parsed.error())));
        promise->finish();
    });
    return promise->future();
}

} // namespace kuaiban::counter
