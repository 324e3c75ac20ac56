#pragma once

#include "app/counter/shell/Page.h"
#include "Sheet.h"

#include <QAbstractTableModel>

class QTableView;

namespace kuaiban::counter {

class Panel;
class TextLabel;

// The lines of a sheet, with what is wrong in each cell.
class SheetModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role { ProblemRole = Qt::UserRole + 1 };

    explicit SheetModel(const Look& look, QObject* parent = nullptr);
    void setSheet(const Sheet& sheet);
    void setProblems(const QHash<std::pair<int, QString>, QString>& problems);
    QModelIndex firstProblem() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Look m_look;
    Sheet m_sheet;
    QHash<std::pair<int, QString>, QString> m_problems;
};

// Many accounts or organisations at once: the lines of a sheet are checked by the hub, cell by cell; nothing is opened
// while one is wrong. First passwords of accounts are told once and can be kept as a file.
class ImportPane final : public QWidget
{
    Q_OBJECT

public:
    ImportPane(const PageContext& context, SheetOf of, QWidget* parent = nullptr);

    const SheetKind& kind() const { return m_kind; }

    void load(const QByteArray& bytes, const QString& file); // reads and checks
    bool isReady() const { return m_isSound && !m_busy; }
    bool isDone() const { return !m_made.isEmpty(); }
    bool isBusy() const { return m_busy; }
    bool isKept() const { return m_kept; } // the first passwords were written to a file
    void setKept()
    {
        m_kept = true;
        Q_EMIT changed();
    }
    void run();
    QByteArray passwords() const; // CSV
    void clear();

Q_SIGNALS:
    void failed(const kuaiban::Error& error);
    void changed();

private:
    void ask(bool checkOnly);
    QString doneWords(int made) const;
    void show(const ImportResult& result);
    void takeKeyboard();
    void tell(const QString& words, Tone tone = Tone::Secondary);

    const PageContext& m_context;
    SheetOf m_of;
    SheetKind m_kind;
    Sheet m_sheet;
    QList<ImportResult::Made> m_made;
    bool m_isSound = false;
    bool m_busy = false;
    bool m_kept = false;
    int m_asked = 0; // an answer to an earlier sheet is too late
    Panel* m_panel;
    TextLabel* m_words;
    SheetModel* m_model;
    QTableView* m_table;
};

} // namespace kuaiban::counter
