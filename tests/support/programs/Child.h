#pragma once

#include <QJsonObject>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

#include <sys/types.h>

namespace kuaiban::test {

// A program in a process that can be killed, spoken to by lines of JSON on its standard input and output. Used by one
// thread at a time, whichever. What it writes to standard error goes to a file, or where ours goes.
class Child
{
public:
    Child() = default;
    ~Child();
    Q_DISABLE_COPY_MOVE(Child)

    bool start(const QString& program, const QStringList& arguments, const QString& log,
        const QHash<QString, QString>& environment = {});
    bool isRunning();
    bool say(const QJsonObject& request);
    bool write(const QByteArray& line); // as it is, an end of line is added
    // The next line; an empty object when none comes in time or the process is gone.
    QJsonObject answer(int patienceMs);
    void kill();                               // at once, as by a power cut
    bool end(int patienceMs);                  // asked to end; whether it did
    std::optional<int> finish(int patienceMs); // told that nothing more comes; with what it ended by itself
    bool failWrites(bool fail); // every write of it to a file fails from now on; false: that could not be done

private:
    bool isOver(int* status = nullptr); // and no process any more
    void closeAll();

    pid_t m_process = -1;
    int m_in = -1;
    int m_out = -1;
    QByteArray m_buffer;
};

} // namespace kuaiban::test
