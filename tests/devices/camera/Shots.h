#pragma once

#include <QBuffer>
#include <QDir>
#include <QImage>
#include <QTemporaryDir>

namespace kuaiban::test {

// A folder of pictures that a camera shall see one after another.
class Shots
{
public:
    explicit Shots(const QList<QImage>& pictures = {})
    {
        for (const auto& picture : pictures)
            add(picture);
    }

    void add(const QImage& picture)
    {
        const auto name = QStringLiteral("%1.bmp").arg(m_count++, 3, 10, QLatin1Char('0'));
        if (!picture.save(file(name)))
            qFatal("cannot write %s", qPrintable(file(name)));
    }
    QString path() const { return m_folder.path(); }
    QString file(const QString& name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
    int m_count = 0;
};

inline QByteArray jpegOf(const QImage& picture)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "jpeg", 80);
    return bytes;
}

} // namespace kuaiban::test
