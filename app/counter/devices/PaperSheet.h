#pragma once

#include "app/counter/equipment/PageDesk.h"
#include "app/counter/kit/Overlay.h"
#include "devices/base/Discovery.h"

#include <stop_token>

class QComboBox;
class QGridLayout;
class QSpinBox;

namespace kuaiban::counter {

class TextLabel;

// 文书用纸: which printer and tray this window takes for each category of papers, on which sides, how often. Enter
// takes it, Esc leaves all as it was.
class PaperSheet final : public Overlay
{
    Q_OBJECT

public:
    PaperSheet(const Look& look, QWidget* window);
    ~PaperSheet() override;

    // `printer`: the window's own, for rules that name none.
    void ask(const QHash<QString, PaperRule>& rules, const QString& printer, const QList<devices::FoundDevice>& others);

Q_SIGNALS:
    void rulesChosen(const QHash<QString, kuaiban::counter::PaperRule>& rules); // others than before

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Row
    {
        QString category;
        QComboBox* printer;
        QComboBox* tray;
        QComboBox* sides;
        QSpinBox* copies;
    };

    void addRow(QGridLayout* grid, const QString& category);
    void fill(const Row& row, const PaperRule& rule, const QList<devices::FoundDevice>& others);
    void askPrinter(const QString& printer);
    void offerAbilities(const QString& printer, const devices::PageAbilities& abilities);
    QString printerOf(const Row& row) const;
    QHash<QString, PaperRule> rules() const;
    void take();

    QList<Row> m_rows;
    QHash<QString, PaperRule> m_before;
    QString m_printer;
    QHash<QString, devices::PageAbilities> m_abilities; // by printer, of those that were asked
    TextLabel* m_hint;
    std::stop_source m_asking;
};

} // namespace kuaiban::counter
