#include "ImportPane.h"

#include "app/counter/kit/Panel.h"
#include "app/counter/kit/TextLabel.h"
#include "modules/base/FailureManual.h"

#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

SheetModel::SheetModel(const Look& look, QObject* parent)
    : QAbstractTableModel(parent)
    , m_look(look)
{}

void SheetModel::setSheet(const Sheet& sheet)
{
    beginResetModel();
    m_sheet = sheet;
    m_problems.clear();
    endResetModel();
}

void SheetModel::setProblems(const QHash<std::pair<int, QString>, QString>& problems)
{
    m_problems = problems;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

QModelIndex SheetModel::firstProblem() const
{
    for (int row = 0; row < rowCount(); ++row) {
        for (int column = 0; column < columnCount(); ++column) {
            if (m_problems.contains({row, m_sheet.kind.columns.value(column).id}))
                return index(row, column);
        }
    }
    return {};
}

int SheetModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_sheet.rows.size());
}

int SheetModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_sheet.kind.columns.size());
}

QVariant SheetModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const QString problem = m_problems.value({index.row(), m_sheet.kind.columns.value(index.column()).id});
    const QString cell = m_sheet.rows.at(index.row()).value(index.column());
    switch (role) {
    case Qt::DisplayRole: // an empty cell must be seen to be wrong
        return cell.isEmpty() && !problem.isEmpty() ? u"✕"_s : cell;
    case Qt::ToolTipRole:
    case ProblemRole:
        return problem;
    case Qt::AccessibleTextRole:
        return problem.isEmpty() ? cell : u"%1, %2"_s.arg(cell, problem);
    case Qt::BackgroundRole:
        return problem.isEmpty() ? QVariant() : QVariant(m_look.colours().badSoft);
    case Qt::ForegroundRole:
        return problem.isEmpty() ? QVariant() : QVariant(m_look.colours().bad);
    default:
        return {};
    }
}

QVariant SheetModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section + 2; // as the spreadsheet program counts, below the heads
    return m_sheet.kind.columns.value(section).name;
}

ImportPane::ImportPane(const PageContext& context, SheetOf of, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_of(of)
    , m_kind(of == SheetOf::Accounts ? accountSheet() : organisationSheet())
    , m_sheet{m_kind}
    , m_panel(new Panel(
          context.look, of == SheetOf::Accounts ? tr("Accounts from a sheet") : tr("Organisations from a sheet")))
    , m_words(new TextLabel(context.look, TextRole::Body))
    , m_model(new SheetModel(context.look, this))
    , m_table(new QTableView)
{
    m_model->setSheet(m_sheet);
    m_words->setWrapped(true);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Lines of the sheet"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_panel->body()->addWidget(m_words);
    m_panel->body()->addWidget(m_table, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_panel);
    // What is wrong with the cell one stands on is told in words, not only by colour.
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        const QString problem = index.data(SheetModel::ProblemRole).toString();
        if (!problem.isEmpty())
            tell(tr("Line %1, %2: %3")
                     .arg(QString::number(index.row() + 2), m_kind.columns.value(index.column()).name, problem),
                Tone::Bad);
    });
}

void ImportPane::tell(const QString& words, Tone tone)
{
    m_words->setTone(tone);
    m_words->setText(words);
}

void ImportPane::clear()
{
    m_sheet = {m_kind};
    ++m_asked;
    m_made.clear();
    m_kept = false;
    m_isSound = false;
    m_model->setSheet(m_sheet);
    tell({});
}

void ImportPane::load(const QByteArray& bytes, const QString& file)
{
    clear();
    const auto sheet = Sheet::read(m_kind, bytes, file);
    if (!sheet) {
        Q_EMIT failed(sheet.error());
        return;
    }
    m_sheet = *sheet;
    m_model->setSheet(m_sheet);
    m_panel->setCount(file);
    ask(true);
}

void ImportPane::run()
{
    if (isReady())
        ask(false);
}

void ImportPane::ask(bool checkOnly)
{
    m_busy = true;
    tell(checkOnly ? tr("Being checked …") : tr("Being opened …"));
    Q_EMIT changed();
    m_context.session.importSheet(m_of, m_sheet.toJson(), checkOnly)
        .then(this, [this, asked = m_asked](const Result<ImportResult>& result) {
            if (asked != m_asked)
                return;
            m_busy = false;
            if (result)
                show(*result);
            else
                Q_EMIT failed(result.error());
            Q_EMIT changed();
        });
}

QString ImportPane::doneWords(int made) const
{
    if (m_of == SheetOf::Accounts)
        return tr(
            "%n account(s) opened. Keep the list of first passwords now: they are told only once.", nullptr, made);
    return tr("%n organisation(s) opened.", nullptr, made);
}

void ImportPane::show(const ImportResult& result)
{
    QHash<std::pair<int, QString>, QString> problems;
    for (const auto& problem : result.problems) {
        const auto text = m_context.manual.text(problem.error, m_context.language);
        problems.insert({problem.row, problem.column}, u"%1 %2"_s.arg(text.what, text.remedy));
    }
    m_model->setProblems(problems);
    m_made = result.made;
    m_isSound = problems.isEmpty() && m_made.isEmpty() && !m_sheet.rows.isEmpty();
    if (!m_made.isEmpty()) {
        tell(doneWords(static_cast<int>(m_made.size())), Tone::Good);
    } else if (m_isSound) {
        tell(tr("%n line(s), all sound.", nullptr, static_cast<int>(m_sheet.rows.size())), Tone::Good);
        takeKeyboard();
    } else {
        tell(tr("%n cell(s) are wrong; nothing was opened.", nullptr, static_cast<int>(problems.size())), Tone::Bad);
        takeKeyboard();
        m_table->setCurrentIndex(m_model->firstProblem());
    }
}

// Only while it is in front: the answer may come when somebody types elsewhere.
void ImportPane::takeKeyboard()
{
    if (m_table->isVisible())
        m_table->setFocus();
}

QByteArray ImportPane::passwords() const
{
    QList<QStringList> lines{{u"登录名"_s, u"姓名"_s, u"单位"_s, u"初始密码"_s}};
    for (const auto& made : m_made)
        lines.append({made.login, made.name, made.office, made.password});
    return Sheet::written(lines);
}

} // namespace kuaiban::counter
