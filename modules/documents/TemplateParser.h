#pragma once

#include "Template.h"

namespace kuaiban::documents {

// Reads a template of the form Template.h describes. A mistake is `documents.template-invalid` and names the template,
// the block (from 1; 0 is the head) and the rule. Any thread.
Result<Template> parseTemplate(QByteArrayView json);

} // namespace kuaiban::documents
