#pragma once

#include "app/counter/kit/InkPad.h"
#include "CitizenCase.h"
#include "CitizenWords.h"
#include "modules/codes/CodeTable.h"

#include <QWidget>

class QVBoxLayout;

namespace kuaiban::counter {

class ActionButton;
class TextLabel;

// Whose window this is.
struct CitizenPlace
{
    QString hall;
    QString window; // its number
};

// A button for fingers: at least 64 px high, in the size of headings.
ActionButton* makeTouchButton(const Look& look, ButtonRole role, const QString& text);

// Nobody is asked anything: which window this is, and how to begin.
class IdleView final : public QWidget
{
    Q_OBJECT

public:
    IdleView(const Look& look, const CitizenWords& words, const CitizenPlace& place);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Look m_look;
};

// The data of the case, and a place to sign where the matter asks for it.
class ConfirmView final : public QWidget
{
    Q_OBJECT

public:
    ConfirmView(const Look& look, const CitizenWords& words, const CitizenCase& facts);

    void goOnFrom(const ConfirmView& before); // the same case in another language: what was written stays

Q_SIGNALS:
    void confirmed(const QImage& signature); // null where none was asked for
    void objected();                         // something is wrong

private:
    QWidget* makeRows(const QList<ConfirmRow>& rows);
    QVBoxLayout* makeSigning(const CitizenWords& words);

    Look m_look;
    InkPad* m_pad = nullptr;
    TextLabel* m_hint = nullptr;
};

// Five faces, then the reasons that go with the one that was pressed.
class EvaluateView final : public QWidget
{
    Q_OBJECT

public:
    // `reasons`: the code table evaluation-reason; null: nobody is asked for reasons.
    EvaluateView(const Look& look, const CitizenWords& words, const codes::CodeTable* reasons);

    int grade() const { return m_grade; }      // 0: none was pressed yet
    QStringList reasons() const;               // codes, in the order of the table
    void goOnFrom(const EvaluateView& before); // in another language or size: what was pressed stays

Q_SIGNALS:
    void finished();

private:
    void askFaces();
    void askReasons(int grade);
    void renew(); // an empty page

    Look m_look;
    const CitizenWords& m_words;
    QList<codes::CodeEntry> m_table;
    QWidget* m_content = nullptr;
    QVBoxLayout* m_column = nullptr; // of the content
    QHash<QString, ActionButton*> m_toggles;
    int m_grade = 0;
};

class ThanksView final : public QWidget
{
    Q_OBJECT

public:
    ThanksView(const Look& look, const QString& thanks, const QString& more);
};

} // namespace kuaiban::counter
