#pragma once

#include "modules/forms/FormField.h"

#include <QCoreApplication>

#include <memory>

namespace kuaiban::counter {

// How one kind of value is written in one line: from what people type to what a form keeps, and back.
class Notation
{
    Q_DECLARE_TR_FUNCTIONS(kuaiban::counter::Notation)

public:
    virtual ~Notation() = default;

    // The value as forms keep it (see FormDefinition.h); undefined for nothing. What cannot be read stays as typed, so
    // that nothing is lost and the evaluation of the form finds it.
    virtual QJsonValue read(const QString& typed) const = 0;
    virtual QString write(const QJsonValue& value) const;
    // What is wrong with the text, for the hint under the field; empty when nothing is.
    virtual QString problem(const QString& typed) const;
};

// For text, integer, money, decimal, date and month; other kinds are taken for text.
std::unique_ptr<Notation> notationFor(const forms::Field& field);

} // namespace kuaiban::counter
