#pragma once

#include "CitizenViews.h"

#include <QTimer>

#include <chrono>

class QScreen;
class QStackedLayout;

namespace kuaiban::counter {

// The window that faces the citizen, the one other top-level window of the counter. It shows one thing at a time, never
// takes the keyboard from the clerk, and forgets what it showed when nobody touches it.
class CitizenScreen final : public QWidget
{
    Q_OBJECT

public:
    struct Limits
    {
        std::chrono::milliseconds reading = std::chrono::seconds(60); // without a touch
        std::chrono::milliseconds evaluating = std::chrono::seconds(30);
        std::chrono::milliseconds thanks = std::chrono::seconds(5);
    };

    CitizenScreen(PaletteKind palette, const CitizenPlace& place, Limits limits);

    // Fills this monitor, or stands on it as a window of its own.
    void showOn(QScreen* screen, bool asWindow);

    void idle(); // nothing of anybody is left
    void confirm(const CitizenCase& facts);
    void evaluate(const codes::CodeTable* reasons); // the table is copied
    void thank();                                   // then idle
    // Ends what is asked. A face that was pressed already counts: evaluated() follows.
    void takeBack();

Q_SIGNALS:
    void confirmed(const QImage& signature); // null where none was asked for
    void objected();                         // something is wrong
    void evaluated(int grade, const QStringList& reasons);
    void left(); // nobody touched it; nothing was said

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    using Maker = std::function<QWidget*()>;

    void present(Maker maker, std::chrono::milliseconds limit);
    void build();
    void buildAgain(); // what is presented, in another language or size, with what the citizen did there so far
    void rest();       // nobody touched it for a while
    void takeGrade();

    PaletteKind m_palette;
    CitizenPlace m_place;
    Limits m_limits;
    CitizenWords m_words;
    Look m_look;
    Maker m_maker;
    QStackedLayout* m_stack;
    QWidget* m_view = nullptr;
    ActionButton* m_language = nullptr;
    QTimer m_timer;
};

} // namespace kuaiban::counter
