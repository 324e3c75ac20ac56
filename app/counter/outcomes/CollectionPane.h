#pragma once

#include "app/counter/casefile/CodeWords.h"
#include "app/counter/papers/PageFeed.h"
#include "OutcomePane.h"

#include <QPointer>

class QComboBox;
class QLineEdit;

namespace kuaiban::counter {

class ActionButton;
class Field;
class PageSheets;
class PartyForm;
class SignatureSheet;

// 领取: who took the result with him (a party of the case, or somebody else with relation and proof), which papers, and
// the page he signed.
class CollectionPane final : public OutcomePane
{
    Q_OBJECT

public:
    CollectionPane(
        const PageContext& context, const CodeWords& words, PageFeed& feed, QAction* scan, QWidget* parent = nullptr);

    void setCase(const casework::Case& state, const ItemPtr& item);
    void begin() override;
    void takeCard(const QJsonObject& party); // whoever collects laid a card on the reader
    // Where a scan goes now: a paper of the collector while one is wanted, else the signature.
    PaperPlace place() const;
    void addPage(const PaperPlace& place, const casework::Page& page);

Q_SIGNALS:
    void confirmed(const QJsonObject& collection); // the body of RecordCollection

protected:
    void finish() override;

private:
    void fillPeople();
    void showPerson();
    void askForSignature();
    void showSigned();
    QJsonObject collector() const;

    casework::Case m_case;
    QComboBox* m_who;
    PartyForm* m_other;
    QLineEdit* m_papers;
    Field* m_papersField;
    PageSheets* m_signature;
    QList<casework::Page> m_signed;
    QPointer<SignatureSheet> m_sheet; // lives in the window
    PageFeed& m_feed;
};

} // namespace kuaiban::counter
