#include "ColleagueField.h"

#include "app/counter/kit/CodePicker.h"
#include "app/counter/kit/Field.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

ColleagueField::ColleagueField(const PageContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    offer({}, {});
}

void ColleagueField::load(const QString& right, const QSet<QString>& without)
{
    offer({}, {});
    m_field->setHint(tr("Looking who can take it …"));
    const QByteArray name = right.toLatin1();
    m_context.session.colleagues(QLatin1StringView(name))
        .then(this, [this, without, round = ++m_round](const Result<QList<Colleague>>& colleagues) {
            if (round != m_round)
                return;
            if (!colleagues) {
                m_field->setError(tr("Colleagues are known only while connected"));
                Q_EMIT failed(colleagues.error());
                return;
            }
            offer(*colleagues, without);
            focusEditor();
        });
}

// The picker takes its source when it is made, so another list means another picker.
void ColleagueField::offer(const QList<Colleague>& colleagues, const QSet<QString>& without)
{
    delete m_field;
    m_names.clear();
    QVector<CodeItem> items;
    for (const auto& colleague : colleagues) {
        if (without.contains(colleague.account) || colleague.account == m_context.session.user().account)
            continue;
        const auto post = m_context.posts.value(colleague.post);
        const QString word = m_context.language == "en"_L1 ? post.nameEn : post.nameZh;
        m_names.insert(colleague.account, colleague.name);
        items.append({colleague.account, word.isEmpty() ? colleague.name : u"%1 · %2"_s.arg(colleague.name, word), {}});
    }
    m_picker = new CodePicker(m_context.look, std::make_shared<CodeList>(items));
    m_picker->setCodeShown(false);
    m_field = new Field(m_context.look, tr("Colleague"), m_picker, this);
    m_field->setRequired(true);
    m_field->setHint(items.isEmpty() ? tr("Nobody else may do this step here") : tr("Name; Down shows all"));
    m_column->addWidget(m_field);
}

QString ColleagueField::account() const
{
    return m_picker->isResolved() ? m_picker->code() : QString();
}

QString ColleagueField::name() const
{
    return m_names.value(account());
}

void ColleagueField::focusEditor()
{
    m_picker->line()->setFocus();
}

void ColleagueField::setError(const QString& text)
{
    m_field->setError(text);
}

} // namespace kuaiban::counter
