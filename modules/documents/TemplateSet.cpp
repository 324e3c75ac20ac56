#include "TemplateSet.h"

#include "DocumentsErrors.h"
#include "TemplateParser.h"

#include <QDir>
#include <QFile>

namespace kuaiban::documents {

using namespace Qt::StringLiterals;

Done TemplateSet::add(QByteArrayView json)
{
    KB_TRY(auto parsed, parseTemplate(json));
    const auto existing = m_templates.find(parsed.id);
    if (existing != m_templates.end() && existing->second.version > parsed.version)
        return {};
    const auto id = parsed.id;
    m_templates.insert_or_assign(id, std::move(parsed));
    return {};
}

Done TemplateSet::addDirectory(const QString& path)
{
    const QDir directory(path);
    for (const auto& name : directory.entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        QFile file(directory.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return fail(templateInvalid(name, 0, u"the file cannot be read"_s));
        KB_CHECK(add(file.readAll()));
    }
    return {};
}

const Template* TemplateSet::find(const QString& id) const
{
    const auto it = m_templates.find(id);
    return it == m_templates.end() ? nullptr : &it->second;
}

QStringList TemplateSet::ids() const
{
    QStringList list;
    for (const auto& [id, definition] : m_templates)
        list.append(id);
    return list;
}

} // namespace kuaiban::documents
