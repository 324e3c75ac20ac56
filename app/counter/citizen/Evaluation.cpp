#include "Evaluation.h"

#include "CitizenDesk.h"

#include <QAction>

namespace kuaiban::counter {

Evaluation::Evaluation(CitizenDesk& desk, QAction* unask, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_unask(unask)
    , m_name(unask->text())
{
    connect(&m_desk, &CitizenDesk::doingChanged, this, &Evaluation::show);
    connect(&m_desk, &CitizenDesk::evaluated, this, [this](const QString& stream) {
        m_asked.remove(stream);
        if (m_desk.doing() != CitizenDesk::Doing::Nothing)
            return; // somebody else is asked already
        m_unask->setText(tr("The citizen has evaluated"));
        m_unask->setEnabled(false);
        m_unask->setVisible(true);
    });
    connect(&m_desk, &CitizenDesk::failed, this, [this](const QString& stream, const Error& error) {
        if (m_asked.remove(stream))
            Q_EMIT failed(error);
    });
    connect(&m_desk, &CitizenDesk::nextCame, this, &Evaluation::show);
    show();
}

void Evaluation::ask(const QString& stream)
{
    m_asked.insert(stream);
    m_desk.evaluate(stream);
}

void Evaluation::show()
{
    const bool evaluates = m_desk.doing() == CitizenDesk::Doing::Evaluating;
    m_unask->setText(evaluates ? tr("The citizen is evaluating: take back") : m_name);
    m_unask->setEnabled(evaluates);
    m_unask->setVisible(evaluates);
}

} // namespace kuaiban::counter
