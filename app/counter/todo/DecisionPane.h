#pragma once

#include "app/counter/shell/Page.h"

class QComboBox;
class QLineEdit;

namespace kuaiban::counter {

class ColleagueField;
class Field;
class WorkForm;
class QuickPhrases;
class SupplementForm;
class TextArea;
class TextLabel;

// What the reviewer is about to do; each asks for something of its own.
enum class DecisionMode {
    Decide, // approve, dispatch or refuse: an opinion; work on the case: what its step asks for
    Return, // to which step
    Supplement,
    HandOver, // by the holder
    Transfer, // by a supervisor
    Grab,
    Void,
    Release, // a possible duplicate
    Merge    // a duplicate
};

// The foot of the case: the opinion with its common phrases, and in place whatever an outcome needs beside it.
class DecisionPane final : public QWidget
{
    Q_OBJECT

public:
    explicit DecisionPane(const PageContext& context, QWidget* parent = nullptr);

    // Another case: mode Decide, empty opinion.
    void setCase(const casework::Case& state, const ItemPtr& item);
    void setOpinionShown(bool shown);
    void begin(DecisionMode mode);
    DecisionMode mode() const { return m_mode; }
    // Whether the mode has all it needs; `opinion` also asks for words. What is missing gets its word and the keyboard.
    bool check(bool opinion);
    // What the command of the mode carries beside the task.
    QJsonObject body() const;
    QString opinion() const;
    QString department() const;
    // What was filled in at this step of the flow: path → value.
    QJsonObject work() const;
    void choosePhrase(int number); // 1 to 9
    static QStringList phrases();
    void focusOpinion();

Q_SIGNALS:
    void failed(const kuaiban::Error& error);
    void keyboardLost(); // it was in a field that is no longer asked for

private:
    void fillSteps();
    QString titleOf(DecisionMode mode) const;
    bool asksReason() const;
    const flow::Step* step() const;
    void showWork(const flow::Step* step);

    const PageContext& m_context;
    casework::Case m_case;
    ItemPtr m_item;
    DecisionMode m_mode = DecisionMode::Decide;
    bool m_opinionShown = false;
    TextLabel* m_title;
    QComboBox* m_step;
    Field* m_stepField;
    SupplementForm* m_supplement;
    ColleagueField* m_colleague;
    WorkForm* m_work;
    QLineEdit* m_department;
    Field* m_departmentField;
    TextArea* m_opinion;
    Field* m_opinionField;
    QuickPhrases* m_phrases;
};

} // namespace kuaiban::counter
