#pragma once

#include "app/counter/kit/Overlay.h"
#include "PageSteps.h"

#include <optional>

class QHBoxLayout;
class QScrollArea;

namespace kuaiban::counter {

class ActionButton;
class PageCanvas;
class TextLabel;
class ThumbnailStrip;

// 扫描工作台: the pages of one paper over everything, one of them large, and what can be done to it; every tool has a
// key. While a page is cropped the arrows move the edges of the box, Enter takes it and Esc leaves it.
class PageWorkbench final : public Overlay
{
    Q_OBJECT

public:
    PageWorkbench(const PageContext& context, PageFeed& feed, PageSteps& steps, QWidget* window);

    void show(const QString& sheet, const QString& title); // the first one for an unknown sheet

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Tool
    {
        int key = 0;
        Qt::KeyboardModifiers held;
        std::function<void()> run;
    };

    QWidget* makeTools();
    QWidget* makeFoot();
    ActionButton* addTool(Glyph glyph, const QString& text, QKeyCombination key, const std::function<void()>& run);
    void fill();
    void showSheet();
    void load(const casework::Page& page);
    void showNotes();
    void showUndo();
    void say(const QString& text, Tone tone);
    void tell(const Error& error);
    void fitRoom();
    QString current() const;
    void step(int by);
    void moveBy(int by);
    void joinCards();
    void beginCrop();
    void endCrop(bool take);
    bool handleKey(const QKeyEvent& event);
    bool handleCropKey(const QKeyEvent& event);

    const PageContext& m_context;
    PageFeed& m_feed;
    PageSteps& m_steps;
    QString m_digest;             // of the page that is shown or comes
    std::optional<double> m_skew; // degrees by which it lies crooked, once it is known
    QList<Tool> m_keys;
    QVBoxLayout* m_tools = nullptr;
    ThumbnailStrip* m_strip;
    QScrollArea* m_scroll;
    PageCanvas* m_canvas;
    TextLabel* m_advice;
    TextLabel* m_said;
    QWidget* m_cropButtons = nullptr;
    ActionButton* m_undo = nullptr;
};

} // namespace kuaiban::counter
