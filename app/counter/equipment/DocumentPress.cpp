#include "DocumentPress.h"

#include "modules/base/InMainThread.h"
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

template<class T, class Make>
QFuture<Result<T>> DocumentPress::press(const QByteArray& definition, Make make)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    QMetaObject::invokeMethod(m_context, [this, promise, definition, make = std::move(make)] {
        const auto parsed = documents::parseTemplate(definition);
        promise->addResult(parsed ? make(*m_renderer, *parsed) : Result<T>(fail(parsed.error())));
        promise->finish();
    });
    return inMainThread(promise->future());
}

QFuture<Result<PressedPage>> DocumentPress::pressPage(
    const QByteArray& definition, const QJsonObject& data, const documents::PdfMeta& meta)
{
    return press<PressedPage>(definition,
        [data, meta](documents::DocumentRenderer& renderer, const documents::Template& paper) -> Result<PressedPage> {
            auto named = meta;
            named.title = u"%1 %2"_s.arg(paper.name, meta.title);
            KB_TRY(auto pdf, renderer.renderPdf(paper, data, named));
            return PressedPage{paper.name, std::move(pdf), paper.category, paper.oneSided};
        });
}

QFuture<Result<PressedSlip>> DocumentPress::pressSlip(
    const QByteArray& definition, const QJsonObject& data, int widthColumns)
{
    return press<PressedSlip>(definition,
        [data, widthColumns](
            documents::DocumentRenderer& renderer, const documents::Template& paper) -> Result<PressedSlip> {
            KB_TRY(auto receipt, renderer.renderReceipt(paper, data, widthColumns));
            return PressedSlip{paper.name, std::move(receipt)};
        });
}

} // namespace kuaiban::counter
