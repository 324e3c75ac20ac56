#pragma once

#include "app/counter/look/Look.h"

#include <QTabBar>

namespace kuaiban::counter {

// A case that is open at this window; the name stands first because the clerk thinks of the person.
struct OpenCase
{
    QString id;
    QString citizen;
    QString item;
    bool unsaved = false;
};

// The open cases above the page: one goes for a photocopy, the next one comes. Ctrl+Tab is an action of the shell and
// calls step().
class CaseStrip final : public QTabBar
{
    Q_OBJECT

public:
    explicit CaseStrip(const Look& look, QWidget* parent = nullptr);

    void setCases(const QVector<OpenCase>& cases, const QString& currentId);
    QString currentId() const;
    void step(int by); // round and round

Q_SIGNALS:
    void caseChosen(const QString& id); // by the user
    void closeRequested(const QString& id);

protected:
    QSize tabSizeHint(int index) const override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    Look m_look;
    QVector<OpenCase> m_cases;
    bool m_filling = false;
};

} // namespace kuaiban::counter
