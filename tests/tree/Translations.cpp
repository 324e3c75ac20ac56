#include "Translations.h"

#include <QRegularExpression>
#include <QXmlStreamReader>

namespace kuaiban::tree {

using namespace Qt::StringLiterals;

namespace {

struct Message
{
    QString source;
    QString comment;
    QString type;
    QStringList forms;
    qint64 line = 0;
};

Message readMessage(QXmlStreamReader& xml)
{
    Message message;
    message.line = xml.lineNumber();
    while (xml.readNextStartElement()) {
        const auto name = xml.name();
        if (name == "source"_L1) {
            message.source = xml.readElementText();
        } else if (name == "comment"_L1) {
            message.comment = xml.readElementText();
        } else if (name == "translation"_L1) {
            message.type = xml.attributes().value("type"_L1).toString();
            QString own;
            while (!xml.atEnd() && xml.readNext() != QXmlStreamReader::EndElement) {
                if (xml.isStartElement())
                    message.forms << xml.readElementText(); // numerusform
                else if (xml.isCharacters())
                    own += xml.text();
            }
            if (message.forms.isEmpty())
                message.forms << own;
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

QSet<QString> placesIn(const QString& text)
{
    static const QRegularExpression place(uR"(%L?(\d+|n))"_s);
    QSet<QString> found;
    auto matches = place.globalMatch(text);
    while (matches.hasNext())
        found.insert(matches.next().captured(1));
    return found;
}

} // namespace

Translations::Translations(const QString& path, const QString& text)
{
    QXmlStreamReader xml(text);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1) {
            context = xml.readElementText();
        } else if (xml.name() == "message"_L1) {
            const auto message = readMessage(xml);
            if (message.type == "vanished"_L1 || message.type == "obsolete"_L1)
                continue;
            m_sources.insert(u"%1: %2 (%3)"_s.arg(context, message.source, message.comment));
            const auto where = u"%1:%2"_s.arg(path).arg(message.line);
            if (message.type == "unfinished"_L1)
                m_gaps.append({where, u"unfinished"_s, message.source});
            for (const auto& form : message.forms) {
                if (form.trimmed().isEmpty())
                    m_gaps.append({where, u"empty"_s, message.source});
                else if (placesIn(form) != placesIn(message.source))
                    m_gaps.append({where, u"places"_s, u"%1 → %2"_s.arg(message.source, form)});
            }
        }
    }
    if (xml.hasError())
        m_gaps.append({u"%1:%2"_s.arg(path).arg(xml.lineNumber()), u"xml"_s, xml.errorString()});
}

} // namespace kuaiban::tree
