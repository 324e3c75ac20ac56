#pragma once

#include "app/counter/shell/Page.h"
#include "IntakeDraft.h"
#include "modules/forms/FormEvaluation.h"

#include <QTimer>

namespace kuaiban::counter {

class Field;
class FormGrid;

// The form of an item: editors made from its definition, checked while typing. Knows nothing of cases.
class FormPane final : public QWidget
{
    Q_OBJECT

public:
    explicit FormPane(const PageContext& context, QWidget* parent = nullptr);

    // Builds the editors anew and fills them.
    void setForm(const ItemPtr& item, const QJsonObject& values, const QJsonObject& origins);
    void clear();
    // Fills empty fields from card and register; typed values stay.
    void prefill(const QJsonObject& card, const QJsonObject& registered);

    const QJsonObject& values() const { return m_values; }
    const QJsonObject& origins() const { return m_origins; }
    // Shows every problem, also of fields nobody touched yet; the first one gets the keyboard. True if nothing blocks.
    bool check();
    QString firstProblem() const; // label of the first field in the way, empty if none
    void focusFirst();

Q_SIGNALS:
    void edited(); // by hand

private:
    void evaluate();
    void showField(const forms::Field& field);
    void write(const QString& id, const QString& text);
    QWidget* makeEditor(const forms::Field& field);
    QString textOfProblem(const forms::Problem& problem) const;
    QString originWords(const QString& origin) const;

    const PageContext& m_context;
    ItemPtr m_item;
    QJsonObject m_values;
    QJsonObject m_origins;
    forms::FormContext m_formContext;
    forms::FormState m_state;
    FormGrid* m_grid = nullptr;
    QHash<QString, Field*> m_fields;
    QSet<QString> m_touched;
    bool m_showAll = false;
    bool m_filling = false;
};

} // namespace kuaiban::counter
