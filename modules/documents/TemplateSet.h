#pragma once

#include "Template.h"

#include "modules/base/Result.h"

#include <map>

namespace kuaiban::documents {

// The templates a program can print, by id: those of its folder, replaced by newer versions that the feed brings as
// JSON. A value without any file kept open; readable from any thread while nobody adds.
class TemplateSet
{
public:
    // The newest version of an id stays. `documents.template-invalid` leaves the set as it was.
    Done add(QByteArrayView json);
    // Every *.json of the folder, in order of name; stops at the first mistake.
    Done addDirectory(const QString& path);

    const Template* find(const QString& id) const; // null when there is none; valid until the next add
    QStringList ids() const;                       // sorted

private:
    std::map<QString, Template> m_templates;
};

} // namespace kuaiban::documents
