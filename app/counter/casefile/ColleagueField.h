#pragma once

#include "app/counter/shell/Page.h"

class QVBoxLayout;

namespace kuaiban::counter {

class CodePicker;
class Field;

// Chooses a colleague by name or account among those the hub says may do the work.
class ColleagueField final : public QWidget
{
    Q_OBJECT

public:
    explicit ColleagueField(const PageContext& context, QWidget* parent = nullptr);

    // Asks the hub who has the right, and leaves out these accounts (whoever made the case never checks it).
    void load(const QString& right, const QSet<QString>& without);
    QString account() const;
    QString name() const;
    void clear() { offer({}, {}); }
    void focusEditor();
    void setError(const QString& text);

Q_SIGNALS:
    void failed(const kuaiban::Error& error);

private:
    void offer(const QList<Colleague>& colleagues, const QSet<QString>& without);

    const PageContext& m_context;
    QVBoxLayout* m_column;
    Field* m_field = nullptr;
    CodePicker* m_picker = nullptr;
    QHash<QString, QString> m_names;
    int m_round = 0;
};

} // namespace kuaiban::counter
