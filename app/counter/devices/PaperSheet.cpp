#include "PaperSheet.h"

#include "app/counter/kit/TextLabel.h"
#include "DeviceWords.h"
#include "modules/base/InMainThread.h"
#include "modules/documents/DocumentCategory.h"

#include <QComboBox>
#include <QGridLayout>
#include <QSpinBox>
#include <QtConcurrent>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;
using devices::PaperSides;

namespace {

constexpr int MostCopies = 9;
constexpr int CopiesWidth = 72;
constexpr int LeastCharacters = 20; // of an address or a tray that is seen without opening the box

// What is set up is not taken away because the printer is off.
void choose(QComboBox* box, const QString& value, const QString& words)
{
    if (box->findData(value) < 0)
        box->addItem(words, value);
    box->setCurrentIndex(box->findData(value));
}

} // namespace

PaperSheet::PaperSheet(const Look& look, QWidget* window)
    : ChoiceSheet(look, tr("Papers and trays"), tr("Print like this"), window)
{
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(Metrics::panelGap);
    int column = 0;
    for (const auto& title : {tr("Papers"), tr("Printer"), tr("Tray"), tr("Sides"), tr("Copies")})
        grid->addWidget(new TextLabel(look, TextRole::Label, title, Tone::Secondary), 0, column++);
    for (const auto& category : documents::documentCategories())
        addRow(grid, category);
    body()->addLayout(grid);
}

PaperSheet::~PaperSheet()
{
    m_asking.request_stop();
}

void PaperSheet::addRow(QGridLayout* grid, const QString& category)
{
    const Row row{category, new QComboBox, new QComboBox, new QComboBox, new QSpinBox};
    const int line = grid->rowCount();
    const QString name = categoryName(category);
    grid->addWidget(new TextLabel(look(), TextRole::Body, name), line, 0);
    for (auto* box : {row.printer, row.tray, row.sides}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(LeastCharacters);
    }
    row.copies->setRange(1, MostCopies);
    row.copies->setMinimumWidth(static_cast<int>(CopiesWidth * look().settings().textScale));
    const std::initializer_list<std::pair<QWidget*, QString>> cells{
        {row.printer, tr("Printer")}, {row.tray, tr("Tray")}, {row.sides, tr("Sides")}, {row.copies, tr("Copies")}};
    int column = 1;
    for (const auto& [cell, title] : cells) {
        grid->addWidget(cell, line, column++);
        // A box speaks what is chosen in it; what it is for is told by a label, and the eye has row and column.
        auto* spoken = new TextLabel(look(), TextRole::Label, u"%1, %2"_s.arg(name, title));
        grid->addWidget(spoken, line, 0);
        spoken->setBuddy(cell);
        spoken->hide();
    }
    row.sides->addItem(tr("As the printer is set up"), QVariant::fromValue(PaperSides::Printer));
    row.sides->addItem(tr("One side"), QVariant::fromValue(PaperSides::One));
    row.sides->addItem(tr("Both, long edge"), QVariant::fromValue(PaperSides::LongEdge));
    row.sides->addItem(tr("Both, short edge"), QVariant::fromValue(PaperSides::ShortEdge));
    connect(row.printer, &QComboBox::currentIndexChanged, this, [this, row] { askPrinter(printerOf(row)); });
    m_rows.append(row);
}

void PaperSheet::ask(
    const QHash<QString, PaperRule>& rules, const QString& printer, const QList<devices::FoundDevice>& others)
{
    m_before = rules;
    m_printer = printer;
    m_abilities.clear();
    for (const auto& row : std::as_const(m_rows))
        fill(row, rules.value(row.category), others);
    open();
    m_rows.constFirst().printer->setFocus();
    for (const auto& row : std::as_const(m_rows))
        askPrinter(printerOf(row));
}

void PaperSheet::fill(const Row& row, const PaperRule& rule, const QList<devices::FoundDevice>& others)
{
    const QSignalBlocker quiet(row.printer);
    row.printer->clear();
    row.printer->addItem(tr("The window's printer"), QString());
    for (const auto& other : others) {
        if (other.uri != m_printer)
            row.printer->addItem(other.title, other.uri);
    }
    choose(row.printer, rule.printer, rule.printer);
    row.tray->clear();
    row.tray->addItem(tr("The printer chooses"), QString());
    choose(row.tray, rule.tray, trayName(rule.tray));
    row.sides->setCurrentIndex(row.sides->findData(QVariant::fromValue(rule.sides)));
    row.copies->setValue(rule.copies);
}

QString PaperSheet::printerOf(const Row& row) const
{
    const QString own = row.printer->currentData().toString();
    return own.isEmpty() ? m_printer : own;
}

void PaperSheet::askPrinter(const QString& printer)
{
    if (m_abilities.contains(printer)) {
        offerAbilities(printer, m_abilities.value(printer));
        return;
    }
    m_abilities.insert(printer, {});
    inMainThread(QtConcurrent::run([printer, stop = m_asking.get_token()] {
        return pageAbilities(printer, stop);
    })).then(this, [this, printer](const devices::PageAbilities& abilities) { offerAbilities(printer, abilities); });
}

// The tray that is chosen stays, also when the printer does not know it: whoever sees it may correct it.
void PaperSheet::offerAbilities(const QString& printer, const devices::PageAbilities& abilities)
{
    m_abilities.insert(printer, abilities);
    for (const auto& row : std::as_const(m_rows)) {
        if (printerOf(row) != printer)
            continue;
        const QString chosen = row.tray->currentData().toString();
        row.tray->clear();
        row.tray->addItem(tr("The printer chooses"), QString());
        for (const auto& tray : abilities.trays)
            row.tray->addItem(trayName(tray), tray);
        choose(row.tray, chosen, trayName(chosen));
    }
}

QHash<QString, PaperRule> PaperSheet::rules() const
{
    QHash<QString, PaperRule> chosen;
    for (const auto& row : m_rows) {
        const PaperRule rule{row.printer->currentData().toString(), row.tray->currentData().toString(),
            row.sides->currentData().value<PaperSides>(), row.copies->value()};
        if (rule != PaperRule())
            chosen.insert(row.category, rule);
    }
    return chosen;
}

void PaperSheet::take()
{
    const auto chosen = rules();
    close();
    if (chosen != m_before)
        Q_EMIT rulesChosen(chosen);
}

} // namespace kuaiban::counter
