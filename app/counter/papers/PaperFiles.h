#pragma once

#include "app/counter/session/Session.h"

#include <QImage>

namespace kuaiban::counter {

// The scanned pages of one case: fetched one after another when the case is opened, so that the next page is there
// before it is asked for, and those that have not reached the hub are known. UI thread; decoding happens elsewhere.
class PaperFiles final : public QObject
{
    Q_OBJECT

public:
    explicit PaperFiles(Session& session, QObject* parent = nullptr);

    void begin(const QStringList& digests); // forgets the case before
    void hurry(const QString& digest);      // the reader looks at this one now
    QByteArray bytes(const QString& digest) const { return m_files.value(digest); }
    const QSet<QString>& missing() const { return m_missing; }
    // Why it could not be had, if it was tried.
    std::optional<Error> problem(const QString& digest) const { return m_problems.value(digest); }

Q_SIGNALS:
    void arrived(const QString& digest);
    void unavailable(const QString& digest, const kuaiban::Error& error);
    void missingChanged();

private:
    void fetchNext();
    void take(const QString& digest, const Result<QByteArray>& bytes);

    Session& m_session;
    QStringList m_waiting;
    QString m_running;
    QHash<QString, QByteArray> m_files;
    QHash<QString, std::optional<Error>> m_problems;
    QSet<QString> m_missing;
    int m_round = 0;
};

// One page to look at: an image, or page `pdfPage` of a PDF.
QImage decodePage(const QByteArray& bytes, const QString& media, int pdfPage);
// How many pages a file has; 1 for images and for what cannot be read.
int pagesIn(const QByteArray& bytes, const QString& media);

} // namespace kuaiban::counter
