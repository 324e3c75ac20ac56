#include "TaskSheet.h"

#include "app/counter/kit/Field.h"
#include "app/counter/shell/Words.h"
#include "DeviceWords.h"

#include <QComboBox>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

TaskSheet::TaskSheet(const Look& look, QWidget* window)
    : ChoiceSheet(look, tr("Devices by task"), tr("Work like this"), window)
{
    for (const auto& task : Profile::windowTasks()) {
        auto* box = new QComboBox;
        auto* field = new Field(look, taskName(task.name), box);
        body()->addWidget(field);
        m_rows.append({task, field, box});
    }
}

void TaskSheet::ask(const DeviceSet& devices)
{
    m_before = devices.tasks();
    for (const auto& row : std::as_const(m_rows)) {
        row.box->clear();
        row.box->addItem(usualDevices(row.task.name), QString());
        QStringList missing;
        for (const auto& key : row.task.families) {
            const auto family = static_cast<DeviceFamily>(Profile::families().indexOf(key));
            row.box->addItem(deviceForTask(row.task.name, family), key);
            if (!devices.has(family))
                missing.append(familyName(family));
        }
        row.box->setCurrentIndex(qMax(0, row.box->findData(m_before.value(row.task.name))));
        row.field->setHint(
            missing.isEmpty() ? QString() : tr("Not set up at this window: %1").arg(missing.join(tr(", "))));
    }
    open();
    m_rows.constFirst().box->setFocus();
}

void TaskSheet::take()
{
    QHash<QString, QString> chosen;
    for (const auto& row : std::as_const(m_rows)) {
        if (const QString family = row.box->currentData().toString(); !family.isEmpty())
            chosen.insert(row.task.name, family);
    }
    close();
    if (chosen != m_before)
        Q_EMIT tasksChosen(chosen);
}

} // namespace kuaiban::counter
