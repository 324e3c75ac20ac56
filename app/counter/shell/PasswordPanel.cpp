#include "PasswordPanel.h"

#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/Field.h"
#include "app/counter/kit/Panel.h"
#include "Words.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

PasswordPanel::PasswordPanel(const PageContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_present(new QLineEdit)
    , m_fresh(new QLineEdit)
    , m_again(new QLineEdit)
    , m_change(new ActionButton(context.look, ButtonRole::Secondary, tr("Change the password")))
{
    auto* panel = new Panel(context.look, tr("Password"));
    auto* fields = new QWidget;
    auto* rows = new QVBoxLayout(fields);
    rows->setContentsMargins(0, 0, 0, 0);
    m_presentField = addField(fields, tr("Present password"), m_present);
    m_freshField = addField(fields, tr("New password"), m_fresh);
    m_againField = addField(fields, tr("New password once more"), m_again);
    m_freshField->setHint(tr("At least 8 characters, letters and digits"));
    panel->body()->addWidget(fields);
    panel->body()->addWidget(m_change, 0, Qt::AlignLeft);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(panel);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connect(m_change, &QPushButton::clicked, this, &PasswordPanel::change);
    connect(m_again, &QLineEdit::returnPressed, this, &PasswordPanel::change);
}

Field* PasswordPanel::addField(QWidget* into, const QString& label, QLineEdit* line)
{
    line->setEchoMode(QLineEdit::Password);
    line->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    auto* field = new Field(m_context.look, label, line);
    into->layout()->addWidget(field);
    connect(line, &QLineEdit::textEdited, field, &Field::setNormal);
    return field;
}

void PasswordPanel::change()
{
    if (m_present->text().isEmpty()) {
        m_presentField->setError(tr("Say the present one"));
        m_present->setFocus();
        return;
    }
    if (m_fresh->text().isEmpty() || m_fresh->text() != m_again->text()) {
        m_againField->setError(tr("The two are not the same"));
        m_again->setFocus();
        return;
    }
    m_change->setEnabled(false);
    m_context.session.changePassword(m_present->text(), m_fresh->text())
        .then(this, [this, fresh = m_fresh->text()](const Result<void>& done) {
            m_change->setEnabled(true);
            if (!done) {
                Q_EMIT told(messageFor(done.error(), m_context.manual, m_context.language));
                return;
            }
            for (auto* line : {m_present, m_fresh, m_again})
                line->clear();
            Q_EMIT changed(fresh);
            Q_EMIT told({Tone::Good, tr("The password is changed."), {}, {}, {}});
        });
}

} // namespace kuaiban::counter
