#pragma once

#include <QStackedWidget>

namespace kuaiban::counter {

class KeyboardFlow;

// The place beside a page's list: what is chosen there is read, or a form stands in its stead. A form's main button is
// that of the page as long as the form is in front; when it goes, the keyboard returns to the list. A page that is not
// in front itself gets no keyboard.
class ReadingStack final : public QStackedWidget
{
    Q_OBJECT

public:
    // Keys go through `page` as long as it is in front; `list` gets the keyboard back.
    ReadingStack(QWidget* page, QWidget* list);

    void addReading(QWidget* pane);
    void addForm(QWidget* pane); // an OutcomePane, or anything else that is filled in
    bool isReading() const { return m_reading.contains(currentWidget()); }
    void show(QWidget* pane);

private:
    QWidget* m_list;
    KeyboardFlow* m_flow;
    QList<QWidget*> m_reading;
};

} // namespace kuaiban::counter
