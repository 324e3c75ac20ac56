#pragma once

#include "EditorFactory.h"
#include "FieldWords.h"
#include "FormSheet.h"

#include <QSet>

namespace kuaiban::counter {

class Field;
class FormGrid;
class TableEditor;

// A form on the screen: an editor for every field of its definition, filled from card and register, checked while
// typing. Editors are made once and only shown anew; what somebody is typing in keeps its place. Knows nothing of
// cases. Puts no scroll bar around itself: its owner does (ScrollPane).
class FormView : public QWidget
{
    Q_OBJECT

public:
    struct Needs
    {
        EditorNeeds editors;
        const FailureManual& manual;
    };

    explicit FormView(const Needs& needs, QWidget* parent = nullptr);

    // Shows another form, or the same one with other values; `today` is the legal day on which it is judged. Editors
    // are made anew only for another definition.
    void setForm(
        const forms::FormDefinition& definition, const QJsonObject& values, const QJsonObject& origins, QDate today);
    void clear();
    // What the form reads beside its own fields. Fills from it what is empty or was filled before; typed values stay,
    // and are marked where they differ. An empty card or register means that nothing is known yet. A form that is read
    // only is not filled. Codes are checked against the shelf unless the context knows better.
    void setContext(const forms::FormContext& context);
    void prefill(const QJsonObject& card, const QJsonObject& registered); // these two of the context
    void setRegistered(const QJsonObject& registered);                    // the register's answer came late
    void setReadOnly(bool readOnly);
    // Shows only the sections filled in at this step of a flow, and minds only their problems.
    void setStep(const QString& step);

    // Everything entered, hidden fields included, with the derived values as shown: what a draft keeps.
    QJsonObject values() const { return m_sheet.values(); }
    const QJsonObject& origins() const { return m_sheet.origins(); }
    // Visible values, problems, what is required: what a case is made of.
    const forms::FormState& state() const { return m_sheet.state(); }

    // Shows every problem, also of fields nobody touched yet; the first one gets the keyboard. True if nothing blocks.
    bool check();
    QString firstProblem() const;        // label of the first field in the way, empty if none
    void focusFirst();                   // the first field still to be filled in, else the first one
    bool focusPath(const QString& path); // "phone", "periods.rows.r1.months"; false when it is not to be seen

Q_SIGNALS:
    void edited(); // by hand

private:
    // How a field or cell looks and what stands under it.
    struct FieldLook
    {
        FieldState state = FieldState::Normal;
        QString text;
        friend bool operator==(const FieldLook&, const FieldLook&) = default;
    };
    struct Entry
    {
        const forms::Field* definition;
        int section;
        Field* card;
        ValueEditor* editor;
        TableEditor* table; // the same, for tables
        bool isVisible = true;
        bool isRequired = false;
        bool isReadOnly = false;
        FieldLook look = {};
    };

    void build(const forms::FormDefinition& definition);
    void addField(const forms::Field& definition, int section);
    void take(const QString& path, const QJsonValue& value);
    void leave(const QString& path);
    void fill();
    void evaluate(); // and shows what changed
    void present();
    bool isShown(const Entry& entry) const;
    bool isVisibilityShown() const;
    void showVisibility();
    void keepInPlace(const std::function<void()>& change);
    void showField(Entry& entry);
    void showCells(const Entry& entry);
    void wear(Entry& entry, const FieldLook& look);
    FieldLook lookOf(const Entry& entry) const;
    FieldLook lookOfTable(const Entry& entry) const;
    FieldLook lookAtRest(const forms::Field& field) const; // when there is nothing to complain of
    bool isToBeTold(const forms::Field& field, const QString& path) const;
    const Entry* entryAt(const QString& path) const;
    QWidget* targetAt(const QString& path) const;
    const forms::Problem* firstBlock() const;

    Needs m_needs;
    FieldWords m_words;
    FormSheet m_sheet;
    std::optional<forms::FormDefinition> m_built;
    FormGrid* m_grid = nullptr;
    QList<Entry> m_entries;
    QHash<QString, qsizetype> m_byId;
    QHash<QString, const forms::Problem*> m_problems; // the one to tell of each path
    QSet<QString> m_touched;
    bool m_showAll = false;
    bool m_showing = false;
    bool m_readOnly = false;
    QString m_step;          // empty: every section
    bool m_unfilled = false; // somebody was typing where card or register had something to say
};

} // namespace kuaiban::counter
