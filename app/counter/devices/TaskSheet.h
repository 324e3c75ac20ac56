#pragma once

#include "app/counter/equipment/DeviceSet.h"
#include "ChoiceSheet.h"

class QComboBox;

namespace kuaiban::counter {

class Field;

// 任务与设备: which device this window takes for work that two of its devices can do.
class TaskSheet final : public ChoiceSheet
{
    Q_OBJECT

public:
    TaskSheet(const Look& look, QWidget* window);

    void ask(const DeviceSet& devices);

Q_SIGNALS:
    void tasksChosen(const QHash<QString, QString>& tasks); // others than before; see Profile::tasks

protected:
    void take() override;

private:
    struct Row
    {
        WindowTask task;
        Field* field;
        QComboBox* box;
    };

    QList<Row> m_rows;
    QHash<QString, QString> m_before;
};

} // namespace kuaiban::counter
