#include "HostProcess.h"

#include "devices/base/Pause.h"
#include "ScannerErrors.h"

#include <QDeadlineTimer>
#include <QFile>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>

extern char** environ;

namespace kuaiban::devices {

namespace {

using std::chrono::milliseconds;

class SpawnActions
{
public:
    SpawnActions() { ::posix_spawn_file_actions_init(&m_actions); }
    ~SpawnActions() { ::posix_spawn_file_actions_destroy(&m_actions); }
    Q_DISABLE_COPY_MOVE(SpawnActions)
    posix_spawn_file_actions_t* get() { return &m_actions; }

private:
    posix_spawn_file_actions_t m_actions{};
};

QString endText(int status)
{
    return WIFSIGNALED(status) ? "signal %1"_L1.arg(QString::number(WTERMSIG(status)))
                               : "exit %1"_L1.arg(QString::number(WEXITSTATUS(status)));
}

} // namespace

Result<std::unique_ptr<HostProcess>> HostProcess::start(const QString& program, const QStringList& arguments)
{
    KB_TRY(auto ends, makeHostSockets());
    SpawnActions actions;
    ::posix_spawn_file_actions_adddup2(actions.get(), ends.second.get(), STDIN_FILENO);
    // Drivers of scanners like to print; what they print must not end up in the counter's own output.
    ::posix_spawn_file_actions_addopen(actions.get(), STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    QList<QByteArray> words{QFile::encodeName(program)};
    for (const auto& argument : arguments)
        words.append(argument.toUtf8());
    std::vector<char*> pointers;
    for (auto& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    pid_t pid = 0;
    const int error = ::posix_spawn(&pid, words.first().constData(), actions.get(), nullptr, pointers.data(), environ);
    if (error != 0)
        return fail(scannerDriverMissing("%1: %2"_L1.arg(program, QString::fromLocal8Bit(std::strerror(error)))));
    return std::unique_ptr<HostProcess>(new HostProcess(pid, std::move(ends.first)));
}

HostProcess::~HostProcess()
{
    end(milliseconds(200));
}

QString HostProcess::end(milliseconds grace)
{
    if (m_pid <= 0)
        return {};
    m_channel.close();
    const QDeadlineTimer deadline(grace);
    int status = 0;
    pid_t ended = ::waitpid(m_pid, &status, WNOHANG);
    while (ended == 0 && !deadline.hasExpired()) {
        pause({}, milliseconds(5));
        ended = ::waitpid(m_pid, &status, WNOHANG);
    }
    QString how = endText(status);
    if (ended == 0) {
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, &status, 0);
        how = u"killed"_s;
    }
    m_pid = 0;
    return how;
}

} // namespace kuaiban::devices
