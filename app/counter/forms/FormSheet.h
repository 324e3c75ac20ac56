#pragma once

#include "modules/forms/FormEvaluation.h"

#include <functional>

namespace kuaiban::counter {

// A form being filled in, without a screen: what was typed, what card and register gave, and what the form makes of it.
// A value that somebody typed is never overwritten by card or register, one that they filled in follows them.
class FormSheet
{
public:
    // `origins`: path → "card", "register", "params" or "typed", as a draft or case kept them.
    void begin(const forms::FormDefinition& definition, const QJsonObject& values, const QJsonObject& origins);
    void clear();
    bool isOpen() const { return m_definition.has_value(); }
    const forms::FormDefinition& definition() const { return *m_definition; } // only while open

    // The world around the form: the legal day on which it is judged, card, register and settings. An empty card or
    // register means that nothing is known yet, not that there is nothing. A context that knows no codes keeps the one
    // that did.
    void setContext(const forms::FormContext& context);
    const forms::FormContext& context() const { return m_context; }

    // Fills what nobody typed from the facts, except where `isBusy` says that somebody is about to. A value that came
    // from a card or register that no longer says so goes.
    void fill(const std::function<bool(const QString& field)>& isBusy = {});
    // By hand: a field, a whole table or a cell ("periods.rows.r1.months"). Undefined empties it.
    void write(const QString& path, const QJsonValue& value);
    // Takes out rows of tables in which nobody entered anything; true if there were any.
    bool dropEmptyRows();
    void evaluate();

    const forms::FormState& state() const { return m_state; }
    // Everything that was entered, hidden fields included, so that nothing is lost by a tick; with the derived values
    // as they are shown.
    QJsonObject values() const;
    const QJsonObject& origins() const { return m_origins; }
    // What stands in a field: derived values are taken from the state, all others as entered.
    QJsonValue shown(const forms::Field& field) const;

    // What card or register say otherwise than the field does.
    struct Contradiction
    {
        QString origin; // "card" or "register"
        QJsonValue value;
    };
    std::optional<Contradiction> contradiction(const forms::Field& field) const;

private:
    bool mayFill(const forms::Field& field) const;
    void fillField(const forms::Field& field, const QJsonObject& world);
    void claimTable(const QString& table);
    QJsonObject world() const;

    std::optional<forms::FormDefinition> m_definition;
    QJsonObject m_values;
    QJsonObject m_origins;
    forms::FormContext m_context;
    forms::FormState m_state;
};

} // namespace kuaiban::counter
