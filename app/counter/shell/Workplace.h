#pragma once

#include "app/counter/kit/NavigationRail.h"
#include "Page.h"

class QStackedWidget;

namespace kuaiban::counter {

class BottomStrip;
class CheatSheet;
class HelpSheet;
class SearchBox;
class TopStrip;
class Watermark;

// What a signed-in user sees: navigation, strips and the pages. Pages are added by the composition, bottom-up.
class Workplace final : public QWidget
{
    Q_OBJECT

public:
    explicit Workplace(PageContext& context, QWidget* parent = nullptr);
    ~Workplace() override;

    // Adds a page; a hidden one is reached by other ways than the navigation.
    void addPage(Page* page, Glyph glyph, const QString& word, const QKeySequence& key = {});
    void addHiddenPage(Page* page, const QString& word);
    void openPage(const QString& id, const QString& subject = {});
    SearchBox* search() const; // of the top strip
    const QVector<NavigationItem>& pages() const { return m_items; }
    QString word(const QString& page) const { return m_words.value(page); }
    void finish(); // all pages are in: shows the first

Q_SIGNALS:
    void signOutRequested();
    void lockRequested();

protected:
    bool focusNextPrevChild(bool next) override;

private:
    void buildActions();
    void showTime();
    void showDevices();
    void showSync(const sync::SyncState& state);
    QStringList postNames() const;
    void connectPage(Page* page, const QString& word);

    PageContext& m_context;
    TopStrip* m_top;
    BottomStrip* m_bottom;
    NavigationRail* m_rail;
    QStackedWidget* m_stack;
    Watermark* m_mark; // all pages show personal data
    CheatSheet* m_cheatSheet;
    HelpSheet* m_help;
    QVector<NavigationItem> m_items;
    QHash<QString, Page*> m_pages;
    QHash<QString, QString> m_words; // of all pages
    QTimer m_clock;
};

} // namespace kuaiban::counter
