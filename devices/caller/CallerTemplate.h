#pragma once

#include <QJsonObject>
#include <QMap>
#include <QStringList>

namespace kuaiban::devices {

// What stands for {window}, {ticket} and {clerk} in the paths and bodies of a profile.
using CallWords = QMap<QString, QString>;

// The names in braces, in the order in which they appear; for a body those in its texts, however deep.
QStringList placeholdersIn(const QString& text);
QStringList placeholdersIn(const QJsonObject& body);

// Values are percent-encoded, so that no value becomes part of the path's structure.
QString filledPath(const QString& path, const CallWords& words);
QJsonObject filledBody(const QJsonObject& body, const CallWords& words);

} // namespace kuaiban::devices
