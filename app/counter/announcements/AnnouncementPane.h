#pragma once

#include "app/counter/shell/Page.h"
#include "modules/announcements/Announcements.h"

namespace kuaiban::counter {

class MaterialList;
class Panel;
class ScrollPane;
class TextLabel;

// One announcement as it is read; for who published it, also who took note.
class AnnouncementPane final : public QWidget
{
    Q_OBJECT

public:
    explicit AnnouncementPane(const PageContext& context, QWidget* parent = nullptr);

    void show(const announcements::Announcement& announcement);
    void scroll(int pages); // down, or up when negative
    // Only with announcements one manages.
    void showReaders(const announcements::Announcement& announcement, const QList<announcements::Reader>& readers);

private:
    const PageContext& m_context;
    Panel* m_panel;
    ScrollPane* m_scroll;
    TextLabel* m_title;
    TextLabel* m_origin;
    TextLabel* m_state;
    TextLabel* m_text;
    Panel* m_readersPanel;
    MaterialList* m_readers;
};

// "withdrawn", "over", "noted …" or "to be noted", and how it is coloured.
std::pair<QString, Tone> stateOf(const announcements::Announcement& announcement, QDate today);

} // namespace kuaiban::counter
