#pragma once

#include <QJsonValue>
#include <QWidget>

namespace kuaiban::counter {

// What people type one value of a form with. Belongs to its widget and ends with it. UI thread.
class ValueEditor : public QObject
{
    Q_OBJECT

public:
    explicit ValueEditor(QWidget* widget)
        : QObject(widget)
        , m_widget(widget)
    {}

    QWidget* widget() const { return m_widget; }

    // As forms keep values; undefined when empty, and the text itself when it means nothing yet.
    virtual QJsonValue value() const = 0;
    // Shows a value without edited(). What is being typed and means the same stays as it is.
    virtual void show(const QJsonValue& value) = 0;
    virtual void setReadOnly(bool readOnly);
    // Whether something is being typed that no edited() has told of yet: an open composition, half a search word.
    virtual bool isBusy() const { return m_composing; }
    // In the editor's own words, when what was typed cannot be read at all; empty otherwise.
    virtual QString problem() const { return {}; }
    // What gets the keyboard for a path below the value, such as "rows.r1.months"; empty for the value itself.
    virtual QWidget* target(const QString& below) const;
    // Code tables came in since the editor was made.
    virtual void refresh() {}

Q_SIGNALS:
    // By hand. `below` is the path below the value, empty for the value itself.
    void edited(const QString& below, const QJsonValue& value);
    void left(const QString& below);

protected:
    // Knows of this widget's input method, and reports left() when it loses the keyboard to another one.
    void watch(QWidget* keyboard, bool tellsLeft = true);
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* m_widget;
    bool m_composing = false;
    bool m_tellsLeft = true;
};

} // namespace kuaiban::counter
