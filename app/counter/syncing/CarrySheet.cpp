#include "CarrySheet.h"

#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/Field.h"
#include "app/counter/kit/MessageBar.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/kit/TextLabel.h"
#include "modules/base/Clock.h"
#include "modules/carried/CarriedErrors.h"

#include <QFileDialog>
#include <QLineEdit>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;
using carried::Work;

namespace {

constexpr int SheetWidth = 560;

QLineEdit* passwordEdit()
{
    auto* edit = new QLineEdit;
    edit->setEchoMode(QLineEdit::Password);
    edit->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    return edit;
}

} // namespace

CarrySheet::CarrySheet(const PageContext& context, Way way, QWidget* window)
    : Overlay(context.look, window)
    , m_context(context)
    , m_way(way)
    , m_path(new QLineEdit)
    , m_password(passwordEdit())
    , m_again(passwordEdit())
    , m_pathField(new Field(context.look, tr("File"), m_path))
    , m_passwordField(new Field(context.look, tr("Password of the file"), m_password))
    , m_againField(new Field(context.look, tr("Password once more"), m_again))
    , m_message(new MessageBar(context.look))
    , m_choose(new ActionButton(context.look, ButtonRole::Secondary, tr("Choose …")))
    , m_act(new ActionButton(context.look, ButtonRole::Primary, way == Way::Out ? tr("Put it in") : tr("Take it in")))
{
    const bool out = way == Way::Out;
    const QString title = out ? tr("Work into a file") : tr("Work from a file");
    sheet()->setTitle(title);
    setAccessibleName(title);
    sheet()->setMinimumWidth(static_cast<int>(SheetWidth * context.look.settings().textScale));
    auto* advice = new TextLabel(context.look, TextRole::Body,
        out ? tr("All that waits here is put into the file, for a supervisor to take in on a machine that reaches the "
                 "centre. It also stays here.")
            : tr("What another counter put into a file goes to the centre from here, in the name of whoever did it."));
    advice->setWordWrap(true);
    auto* place = new QHBoxLayout;
    place->addWidget(m_pathField, 1);
    place->addWidget(m_choose, 0, Qt::AlignVCenter);
    auto* foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(m_act);
    m_act->setKeyText(tr("Enter"));
    auto* body = sheet()->body();
    body->addWidget(advice);
    body->addLayout(place);
    body->addWidget(m_passwordField);
    body->addWidget(m_againField);
    m_againField->setVisible(out);
    if (out)
        m_passwordField->setHint(tr("%1 characters or more; tell it by telephone").arg(Work::LeastPassword));
    body->addWidget(m_message);
    body->addLayout(foot);
    connect(m_choose, &QPushButton::clicked, this, &CarrySheet::choose);
    connect(m_act, &QPushButton::clicked, this, &CarrySheet::act);
    connect(m_path, &QLineEdit::returnPressed, m_password, [this] { m_password->setFocus(); });
    connect(m_password, &QLineEdit::returnPressed, this, [this, out] {
        if (out)
            m_again->setFocus();
        else
            act();
    });
    connect(m_again, &QLineEdit::returnPressed, this, &CarrySheet::act);
    for (const auto& [edit, field] :
        {std::pair(m_path, m_pathField), {m_password, m_passwordField}, {m_again, m_againField}})
        connect(edit, &QLineEdit::textEdited, field, &Field::setNormal);
    connect(this, &Overlay::closed, this, &CarrySheet::empty);
}

void CarrySheet::ask()
{
    if (!std::exchange(m_unseen, false) && !m_waiting)
        m_message->clear();
    if (m_way == Way::Out) {
        const auto name = u"kuaiban-%1-%2.kbw"_s.arg(
            m_context.session.user().window, legalTime(m_context.session.clock().nowMs()).toString(u"yyyyMMdd-HHmm"_s));
        m_path->setText(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + u'/' + name);
    }
    open();
    (m_way == Way::Out ? m_password : m_path)->setFocus();
}

void CarrySheet::choose()
{
    const bool out = m_way == Way::Out;
    auto* dialog = new QFileDialog(window(), sheet()->accessibleName(), m_path->text(), tr("Kuaiban work (*.kbw)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(out ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    dialog->setFileMode(out ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
    dialog->setDefaultSuffix(u"kbw"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        m_path->setText(path);
        m_pathField->setNormal();
        m_password->setFocus();
    });
    dialog->open();
}

bool CarrySheet::isComplete()
{
    const auto refuse = [](Field* field, QLineEdit* edit, const QString& words) {
        field->setError(words);
        edit->setFocus();
        return false;
    };
    if (m_path->text().trimmed().isEmpty())
        return refuse(m_pathField, m_path, tr("Say which file"));
    if (m_password->text().isEmpty())
        return refuse(m_passwordField, m_password, tr("The file needs a password"));
    if (m_way == Way::Out && m_password->text() != m_again->text())
        return refuse(m_againField, m_again, tr("Not the same as the line above"));
    return true;
}

void CarrySheet::act()
{
    if (m_waiting || !isComplete())
        return;
    const QString path = m_path->text().trimmed();
    const QString password = m_password->text();
    auto& session = m_context.session;
    setWaiting(true);
    if (m_way == Way::Out) {
        session.exportWork(path, password).then(this, [this](const Result<int>& entries) {
            if (entries)
                tellWritten(*entries);
            else
                finish(messageFor(entries.error(), m_context.manual, m_context.language), false);
        });
        return;
    }
    session.importWork(path, password).then(this, [this](const Result<sync::CarriedOutcome>& outcome) {
        if (outcome)
            tellBrought(*outcome);
        else
            finish(messageFor(outcome.error(), m_context.manual, m_context.language), false);
    });
}

void CarrySheet::tellWritten(int entries)
{
    finish({Tone::Good, tr("%n entry(ies) and their papers are in the file.", nullptr, entries), {},
               tr("They also stay here and go by themselves once the network is back."), {}, {}},
        true);
}

void CarrySheet::tellBrought(const sync::CarriedOutcome& outcome)
{
    QStringList lines;
    const auto add = [&](int count, const QString& words) {
        if (count > 0)
            lines.append(words.arg(count));
    };
    add(outcome.known, tr("known already: %1"));
    add(outcome.held, tr("for a supervisor to rule on: %1"));
    add(outcome.refused, tr("not taken, its counter will be told: %1"));
    add(outcome.waiting, tr("still missing what comes before: %1"));
    add(static_cast<int>(outcome.files), tr("papers on their way from here: %1"));
    const bool whole = outcome.refused == 0 && outcome.waiting == 0;
    finish({whole ? Tone::Good : Tone::Attention,
               tr("%n entry(ies) of %1 are at the centre now.", nullptr, outcome.applied).arg(outcome.name), {},
               lines.join(tr("; ")), {}, {}},
        true);
}

void CarrySheet::finish(const Message& message, bool done)
{
    setWaiting(false);
    m_unseen = !isVisible();
    m_message->say(message);
    if (done) {
        empty();
        Q_EMIT carried();
    }
    if (isVisible())
        (done ? m_path : m_password)->setFocus();
}

void CarrySheet::setWaiting(bool waiting)
{
    m_waiting = waiting;
    for (QWidget* part : QList<QWidget*>{m_path, m_password, m_again, m_choose, m_act})
        part->setEnabled(!waiting);
    if (waiting)
        m_message->say({Tone::Secondary, m_way == Way::Out ? tr("Writing …") : tr("Reading …"), {}, {}, {}, {}});
}

void CarrySheet::empty()
{
    m_password->setText({});
    m_again->setText({});
}

} // namespace kuaiban::counter
