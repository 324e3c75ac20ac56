#pragma once

#include "tests/support/devices/PythonDouble.h"

#include <QTemporaryDir>

namespace kuaiban::test {

using namespace Qt::StringLiterals;

// A keypad of one of the shipped models that runs beside the test, at the end of a pseudo terminal or of a TCP port.
class KeypadDouble
{
public:
    enum class Line { Serial, Tcp };

    explicit KeypadDouble(const QString& model, Line line = Line::Serial)
        : m_model(model)
        , m_double(u"keypad_emulator.py"_s, {model, line == Line::Serial ? m_folder.filePath(u"tty"_s) : u"tcp"_s})
    {}

    QString uri() const
    {
        const auto greeting = m_double.greeting();
        if (greeting.contains("path"_L1))
            return "keypad:%1:serial:%2"_L1.arg(m_model, greeting.value("path"_L1).toString());
        return "keypad:%1:tcp:127.0.0.1:%2"_L1.arg(m_model, QString::number(greeting.value("port"_L1).toInt()));
    }
    bool obey(const QJsonObject& order) { return m_double.obey(order); }

private:
    QTemporaryDir m_folder;
    QString m_model;
    PythonDouble m_double;
};

} // namespace kuaiban::test
