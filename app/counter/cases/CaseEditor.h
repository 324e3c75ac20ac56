#pragma once

#include "app/counter/casefile/CodeWords.h"
#include "app/counter/papers/PageFeed.h"
#include "CaseEdits.h"

#include <QTimer>

namespace kuaiban::counter {

class CaseNotices;
class EarlierPapers;
class FormPane;
class KeyValueList;
class MaterialPane;
class Panel;

// A case that is back at the window, to be gone on with: what was asked for at the left, its form in the middle, its
// papers at the right. What is changed becomes commands within two seconds, so that nothing is lost; sending the case
// on is the page's business.
class CaseEditor final : public QWidget
{
    Q_OBJECT

public:
    CaseEditor(
        const PageContext& context, const CodeWords& words, PageFeed& feed, QAction* scan, QWidget* parent = nullptr);
    ~CaseEditor() override; // what was typed last is still sent

    void open(const casework::Case& state, const ItemPtr& item);
    void close();
    QString stream() const { return m_case.id; }
    bool isDirty() const;
    bool isFaulty() const; // something was typed that cannot be kept as it is
    // Sends what was changed; saved() or failed() follows, saved() also when there was nothing to send.
    void save();
    // Shows every problem of the form and what papers are missing; true if the case could go on.
    bool check();
    QString firstProblem() const; // what stands in the way, in words
    void scan(ScanWay way);
    void focusForm();

Q_SIGNALS:
    void edited();
    void saved(const kuaiban::casework::Case& state);
    void failed(const kuaiban::Error& error);
    void said(const QString& text, kuaiban::counter::Tone tone);

private:
    QList<CaseCommand> commands() const;
    QSet<QString> faults() const;
    void sendNext(QList<CaseCommand> commands);
    void showAsked();
    void change();
    void consider();
    void connectPapers();

    const PageContext& m_context;
    const CodeWords& m_words;
    PageFeed& m_feed;
    casework::Case m_case; // as it was saved last
    ItemPtr m_item;
    bool m_filling = false;
    bool m_sending = false;
    bool m_again = false; // changed while the commands before were on their way
    QTimer m_timer;
    QString m_missing; // the first paper that is missing
    Panel* m_asked;
    CaseNotices* m_notices;
    KeyValueList* m_people;
    Panel* m_center;
    FormPane* m_form;
    MaterialPane* m_papers;
    EarlierPapers* m_earlier;
};

} // namespace kuaiban::counter
