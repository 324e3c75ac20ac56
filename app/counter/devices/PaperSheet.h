#pragma once

#include "app/counter/equipment/PageDesk.h"
#include "ChoiceSheet.h"
#include "devices/base/Discovery.h"

#include <stop_token>

class QComboBox;
class QGridLayout;
class QSpinBox;

namespace kuaiban::counter {

// 文书用纸: which printer and tray this window takes for each category of papers, on which sides, how often.
class PaperSheet final : public ChoiceSheet
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
    void take() override;

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

    QList<Row> m_rows;
    QHash<QString, PaperRule> m_before;
    QString m_printer;
    QHash<QString, devices::PageAbilities> m_abilities; // by printer, of those that were asked
    std::stop_source m_asking;
};

} // namespace kuaiban::counter
