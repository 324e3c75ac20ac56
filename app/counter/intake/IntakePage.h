#pragma once

#include "DraftBook.h"
#include "Receipts.h"

#include <QTimer>

class QStackedLayout;

namespace kuaiban::counter {

class ActionBar;
class CaseStrip;
class FormPane;
class ItemPane;
class MaterialPane;
class MessageBar;
class PageHeader;
class Panel;
class PersonPane;

// 受理: person at the left, form in the middle, papers at the right. Several cases may be open at once; each is a draft
// that is saved within two seconds of a change.
class IntakePage final : public Page
{
    Q_OBJECT

public:
    explicit IntakePage(PageContext& context, QWidget* parent = nullptr);
    ~IntakePage() override;

    void opened() override;
    void show(const QString& subject) override; // "new", or the id of a draft

private:
    void buildActions();
    void buildPanes();
    void loadDrafts();
    IntakeDraft& draft() { return m_book.current(); }
    void beginNew();
    void beginFresh();
    void switchTo(const QString& id);
    void showDraft();
    void showSteps();
    void showStrip();
    void putAside(); // before another case comes to the front
    void collect();  // what the panes hold goes into the draft
    void changed();
    void save();
    void takeCard(const devices::IdCard& card);
    void setParty(const QJsonObject& party);
    void askRegister();
    void chooseItem(const QString& id);
    void nextPane();
    void submit();
    void finishSubmit(const QString& id, const casework::Case& state, const ItemPtr& item);
    void preview();
    void say(const QString& text, Tone tone);

    DraftBook m_book;
    QList<ItemPtr> m_items;
    ItemPtr m_item;
    QString m_askedFor; // ID number the register was asked about
    bool m_submitting = false;
    bool m_showing = false;
    QTimer m_saveTimer;
    Receipts m_receipts;
    CaseStrip* m_strip;
    PageHeader* m_header;
    MessageBar* m_message;
    PersonPane* m_person;
    Panel* m_center;
    QStackedLayout* m_centerStack;
    ItemPane* m_itemPane;
    FormPane* m_form;
    MaterialPane* m_papers;
    ActionBar* m_bar;
    QAction* m_readCard = nullptr;
    QAction* m_type = nullptr;
    QAction* m_scan = nullptr;
    QAction* m_submit = nullptr;
    QAction* m_print = nullptr;
};

} // namespace kuaiban::counter
