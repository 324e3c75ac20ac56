#pragma once

#include "app/counter/look/Look.h"
#include "CodeSource.h"

#include <QPointer>
#include <QWidget>

#include <memory>

class QLineEdit;

namespace kuaiban::counter {

class CodePopup;

// Picks a row of a code table by typing its code, its words or its pinyin initials. Down opens the list, Enter or Tab
// takes the marked row and goes on, Esc gives the old value back. What matches nothing stays in the field to be
// corrected.
class CodePicker final : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(bool readOnly READ isReadOnly WRITE setReadOnly)

public:
    CodePicker(const Look& look, std::shared_ptr<const CodeSource> source, QWidget* parent = nullptr);
    ~CodePicker() override;

    void setCode(const QString& code); // a code the table does not know is shown as it is
    QString code() const { return m_chosen.code; }
    QString text() const { return m_chosen.text; }
    bool isResolved() const;       // false while the field holds words that stand for no row
    void setCodeShown(bool shown); // "02  劳动合同期满" (default) or the words alone
    void setPlaceholderText(const QString& text);
    void setReadOnly(bool readOnly);
    bool isReadOnly() const;
    bool isOpen() const;
    void refresh(); // the source has other rows now
    QLineEdit* line() const { return m_line; }

Q_SIGNALS:
    void chosen(const QString& code); // by the user; empty when cleared
    void leftUnresolved(const QString& typed);
    void left(); // lost the keyboard to another field; after the two above

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool handleKey(int key, Qt::KeyboardModifiers modifiers);
    void search(const QString& typed);
    void open(const QString& typed);
    void close();
    void take(const CodeItem& item);
    void leave(Qt::FocusReason reason);
    void settle();
    void showChosen();
    QString shown(const CodeItem& item) const;

    Look m_look;
    std::shared_ptr<const CodeSource> m_source;
    QLineEdit* m_line;
    QPointer<CodePopup> m_popup; // lives in the window; made at first need
    CodeItem m_chosen;
    bool m_codeShown = true;
    bool m_typing = false;
};

} // namespace kuaiban::counter
