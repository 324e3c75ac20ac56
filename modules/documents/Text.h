#pragma once

#include "modules/base/Result.h"

#include <QStringList>

#include <vector>

namespace kuaiban::documents {

// A text of a template with its placeholders:
//   {field}         required: printing stops when the data has no value for it
//   {field?}        optional: stands for nothing when there is no value
//   {field:format}  the value is brought into a form first; with a question mark: {field?:format}
//   {{ and }}       a brace itself
// Formats: date (2026年11月21日), datetime (2026年11月21日 09:32), yuan (integer fen as 1,638.00), capital (integer fen
// as 壹仟陆佰叁拾捌元整). date and datetime take RFC 3339 with offset, a plain YYYY-MM-DD, or UTC milliseconds; shown
// is legal time.
class Text
{
public:
    enum class Format { Plain, Date, DateTime, Yuan, Capital };
    struct Segment
    {
        QString literal; // or:
        QString field;
        bool optional = false;
        Format format = Format::Plain;
        friend bool operator==(const Segment&, const Segment&) = default;
    };

    // On failure the error is the broken rule as a sentence.
    static tl::expected<Text, QString> parse(const QString& source);

    const std::vector<Segment>& segments() const { return m_segments; }
    bool isEmpty() const { return m_segments.empty(); }

private:
    std::vector<Segment> m_segments;
};

// Lower-case letters, digits and _, beginning with a letter.
bool isFieldName(QStringView name);

} // namespace kuaiban::documents
