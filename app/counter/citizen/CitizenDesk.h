#pragma once

#include "app/counter/casefile/CodeWords.h"
#include "app/counter/shell/Page.h"
#include "CitizenScreen.h"

namespace kuaiban::counter {

// Asks the citizen at this window: to check his case and sign on the second screen, to evaluate the service there or on
// the keypad. There is one for all pages, as there is one citizen. Nothing waits for him: whoever asks anew, takes the
// question back, or lays down the next card ends what was asked before. One question at a time; each answer names what
// it was asked for. GUI thread.
class CitizenDesk final : public QObject
{
    Q_OBJECT

public:
    enum class Doing { Nothing, Reading, Evaluating };

    explicit CitizenDesk(const PageContext& context, QObject* parent = nullptr);
    ~CitizenDesk() override;

    // Whether he can be shown something; else the clerk's own screen has to do.
    bool hasScreen() const { return m_screen != nullptr; }
    Doing doing() const { return m_doing; }

    // Needs hasScreen(). One of confirmed, objected and away answers, unless it is taken back.
    void confirm(const CitizenCase& facts);
    // On the screen, else on the keypad, else not at all. What he says is recorded in the case `stream`.
    void evaluate(const QString& stream);
    void takeBack();

Q_SIGNALS:
    void doingChanged();
    void confirmed(const QString& id, const QImage& signature); // null where none was asked for
    void objected(const QString& id);                           // something is wrong
    void away(const QString& id); // he left, the monitor went, or he is asked something else
    void nextCame();              // somebody laid down a card: what was asked before is over
    // Without the grade: he still stands there, and nobody shall be asked why.
    void evaluated(const QString& stream);
    void failed(const QString& stream, const kuaiban::Error& error);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void placeScreen(); // as the monitor comes and goes
    void greetNext();
    void giveWay(); // takes back, and tells who waits for a reader
    void askKeypad();
    void finish(); // nothing is asked any more
    void record(int grade, const QStringList& reasons, const QString& via);

    const PageContext& m_context;
    CodeWords* m_words;
    std::unique_ptr<CitizenScreen> m_screen;
    Doing m_doing = Doing::Nothing;
    QString m_subject;           // what is asked about: a draft or a case
    std::optional<int> m_ticket; // of the keypad
};

} // namespace kuaiban::counter
