#pragma once

#include "app/counter/shell/Page.h"
#include "PersonSections.h"

#include <QTimer>

class QStackedWidget;
class QVBoxLayout;

namespace kuaiban::counter {

class ActionBar;
class EmptyState;
class KeyboardFlow;
class KeyValueList;
class MaterialList;
class MessageBar;
class PageHeader;
class Panel;
class ReasonPane;
class TextLabel;

// 个人全景: what the register knows of one person, what whoever deals with the person must look at, the cases and the
// course of life. Masked; with the right to it full values are shown for a reason that is journalled, and only for some
// minutes.
class PersonPage final : public Page
{
    Q_OBJECT

public:
    explicit PersonPage(PageContext& context, QWidget* parent = nullptr);

    void opened() override;
    void show(const QString& subject) override; // id in the register

private:
    void buildPanes();
    void buildActions();
    void load();
    void take(const Result<QJsonObject>& answer, bool revealed);
    void present();
    void showSections(const QVector<PersonSection>& sections);
    void reveal(const QString& reason);
    void askReason(bool asking);
    void hideValues();
    void enableActions();

    CodeWords* m_words;
    QHash<QString, ItemPtr> m_items;
    QString m_person;
    std::optional<registry::PersonRecord> m_masked;
    std::optional<registry::PersonRecord> m_full; // while it is revealed
    QList<PersonCase> m_cases;
    bool m_mayReveal;
    bool m_busy = false;
    QTimer m_shown; // until full values go again
    PageHeader* m_header;
    MessageBar* m_message;
    EmptyState* m_empty;
    QStackedWidget* m_stack;
    QWidget* m_panes;
    QVBoxLayout* m_sections = nullptr;
    QVBoxLayout* m_warnings = nullptr;
    Panel* m_registerPanel = nullptr;
    MaterialList* m_caseList;
    TextLabel* m_noCases = nullptr;
    KeyValueList* m_life;
    QStackedWidget* m_left;
    ReasonPane* m_reason;
    ActionBar* m_bar;
    KeyboardFlow* m_flow; // its main button is that of what is in front
    QAction* m_reveal = nullptr;
    QAction* m_hide = nullptr;
};

} // namespace kuaiban::counter
