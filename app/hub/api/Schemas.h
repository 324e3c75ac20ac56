#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

// Words for writing JSON schemas (draft 2020-12) in one line each.
namespace kuaiban::hub::schema {

struct Property
{
    QString name; // with "?" at its end when it may be missing
    QJsonObject type;
};

QJsonObject text(const QString& description = {});
QJsonObject integer(const QString& description = {});
QJsonObject flag(const QString& description = {});
QJsonObject anyObject(const QString& description = {});
QJsonObject reference(const QString& name);
QJsonObject listOf(const QJsonObject& items);
QJsonObject object(const QList<Property>& properties, const QString& description = {});

} // namespace kuaiban::hub::schema
