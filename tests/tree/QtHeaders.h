#pragma once

#include <QHash>
#include <QString>

namespace kuaiban::tree {

// Which Qt module a header belongs to, after the headers that are installed.
class QtHeaders
{
public:
    QtHeaders();

    // "QtGui" for QImage, qimage.h and QtGui/QImage; empty for what is not Qt's.
    QString moduleOf(const QString& include) const;
    bool isEmpty() const { return m_modules.isEmpty(); }

private:
    QHash<QString, QString> m_modules;
};

} // namespace kuaiban::tree
