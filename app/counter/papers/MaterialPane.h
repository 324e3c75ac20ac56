#pragma once

#include "PageFeed.h"
#include "PaperChecklist.h"

#include <QPointer>

class QLineEdit;

namespace kuaiban::counter {

class PageSheets;
class PaperWays;
class SeparatorSheets;
class ActionButton;
class SignatureSheet;
class Panel;
class TextLabel;

// The right column: the papers of the case. What the item asks for follows the form; a scan goes to the selected line;
// the clerk names further papers himself where the item allows it. Pages also come as files that are dropped here.
class MaterialPane final : public QWidget
{
    Q_OBJECT

public:
    MaterialPane(const PageContext& context, PageFeed& feed, QAction* scan, QWidget* parent = nullptr);

    void setItem(const ItemPtr& item);
    // The papers of a case; `draft` is the draft or stream that pages are brought in for.
    void setMaterials(const QString& draft, const QList<casework::CaseMaterial>& materials);
    const QList<casework::CaseMaterial>& materials() const { return m_materials; }
    // What the item asks for with these values. Lines that shared data stand for are taken so by themselves.
    void consider(const QJsonObject& values, const forms::FormContext& context);
    const QList<casework::MaterialNeed>& needs() const { return m_needs; }
    // Marks what is missing and goes there; the first one's name, empty if nothing is missing.
    QString insist();

    void scan(ScanWay way);
    void rescan(); // the selected page
    void turn(int degrees);
    void removeBlank();
    void workOnPages(); // of the selected line, at the workbench
    void printSeparators();
    void nextWay();
    // Takes what is captured at the counter for the selected line: the photograph of the person, a signature.
    void capture();
    void addPage(const PaperPlace& place, const casework::Page& page);
    // Pages of an earlier case for a line; none: nothing was found.
    void reuse(const QString& material, const QList<casework::Page>& pages, const QString& from);
    void undo(); // takes back what was done to the pages or lines last
    void focusPapers();

Q_SIGNALS:
    void changed();
    void failed(const kuaiban::Error& error);
    void said(const QString& text, kuaiban::counter::Tone tone);
    void reuseWanted(const QString& material);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void addNamed();
    void fill();
    void fillPages();
    QString hint() const;
    void takeShared();
    void chooseWay(PaperWay way);
    casework::CaseMaterial* line(const QString& id, bool make = false);
    casework::CaseMaterial* current(bool make = false);
    QList<PaperLine> lines() const; // of the list, in its order
    QString selectedSheet();        // empty: none, and it is said
    void saySeparated(const QList<PaperShare>& shares);
    const casework::MaterialNeed* need(const QString& id) const;
    bool isReady(); // a line is selected to which pages can go
    void tell();    // changed, and shown
    void setPages(const QList<casework::Page>& pages);
    void removeLine();
    void remember(const QString& id); // the line, before something is done to it that can be taken back
    void takeFiles(const QStringList& paths);
    void askForPhotograph();
    void askForSignature();

    const PageContext& m_context;
    PageFeed& m_feed;
    ItemPtr m_item;
    QString m_draft;
    QList<casework::CaseMaterial> m_materials;
    struct Before
    {
        QString id; // of the line that was removed or taken from an earlier case
        QList<casework::CaseMaterial> materials;
        QList<casework::Page> after; // what the line held then
    };
    std::optional<Before> m_before;
    QList<casework::MaterialNeed> m_needs;
    QJsonObject m_values;
    forms::FormContext m_formContext;
    bool m_insist = false;
    Panel* m_panel;
    MaterialList* m_list;
    PaperWays* m_ways;
    ActionButton* m_capture;
    QPointer<SignatureSheet> m_signature; // lives in the window
    PaperPlace m_captured;                // the line it is for
    QWidget* m_nameField;
    QLineEdit* m_name;
    PageSheets* m_pages;
    SeparatorSheets* m_separators;
    TextLabel* m_hint;
};

} // namespace kuaiban::counter
