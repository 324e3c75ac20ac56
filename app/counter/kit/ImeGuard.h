#pragma once

#include <QObject>
#include <QPointer>

class QCoreApplication;

namespace kuaiban::counter {

// While an input method composes, Enter, Esc, digits and the keys that page through its candidates belong to it: they
// start no action, leave no field and answer no question. Most input methods swallow these keys themselves; those that
// let them through are why this stands in the way. One for the application.
class ImeGuard final : public QObject
{
    Q_OBJECT

public:
    explicit ImeGuard(QCoreApplication* application);

    bool isComposing() const { return !m_composer.isNull(); }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QPointer<QObject> m_composer; // the widget with unfinished text
};

} // namespace kuaiban::counter
