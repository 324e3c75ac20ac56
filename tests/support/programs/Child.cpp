#include "Child.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QJsonDocument>

#include <cerrno>
#include <csignal>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace kuaiban::test {

using namespace Qt::StringLiterals;

Child::~Child()
{
    kill();
}

bool Child::start(const QString& program, const QStringList& arguments, const QString& log,
    const QHash<QString, QString>& environment)
{
    kill();
    // All is prepared before the fork: afterwards only what is safe in a process of many threads may be called.
    std::vector<QByteArray> texts{QFile::encodeName(program)};
    for (const auto& argument : arguments)
        texts.push_back(argument.toLocal8Bit());
    std::vector<char*> argv;
    for (auto& text : texts)
        argv.push_back(text.data());
    argv.push_back(nullptr);
    auto variables = QProcessEnvironment::systemEnvironment();
    for (auto one = environment.begin(); one != environment.end(); ++one)
        variables.insert(one.key(), one.value());
    std::vector<QByteArray> settings;
    for (const auto& setting : variables.toStringList())
        settings.push_back(setting.toLocal8Bit());
    std::vector<char*> envp;
    for (auto& setting : settings)
        envp.push_back(setting.data());
    envp.push_back(nullptr);
    const QByteArray errors = QFile::encodeName(log);
    int in[2];
    int out[2];
    if (::pipe2(in, O_CLOEXEC) != 0)
        return false;
    if (::pipe2(out, O_CLOEXEC) != 0) {
        ::close(in[0]);
        ::close(in[1]);
        return false;
    }
    const pid_t parent = ::getpid();
    // The signal comes when the thread ends that forked. A counter ends with its standard input anyway.
    const bool endsWithUs = ::gettid() == parent;
    m_process = ::fork();
    if (m_process == 0) {
        if (endsWithUs)
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        ::signal(SIGXFSZ, SIG_IGN); // what may not be written is an error of the write, not a signal
        const int file =
            errors.isEmpty() ? STDERR_FILENO : ::open(errors.constData(), O_WRONLY | O_CREAT | O_APPEND, 0600);
        ::dup2(in[0], STDIN_FILENO);
        ::dup2(out[1], STDOUT_FILENO);
        ::dup2(file, STDERR_FILENO);
        if (::getppid() == parent)
            ::execve(argv.front(), argv.data(), envp.data());
        ::_exit(127);
    }
    ::close(in[0]);
    ::close(out[1]);
    m_in = in[1];
    m_out = out[0];
    if (m_process < 0)
        closeAll();
    return m_process > 0;
}

bool Child::isOver(int* status)
{
    if (m_process > 0 && ::waitpid(m_process, status, WNOHANG) == m_process) {
        m_process = -1;
        closeAll();
    }
    return m_process <= 0;
}

bool Child::isRunning()
{
    return !isOver();
}

bool Child::say(const QJsonObject& request)
{
    return write(QJsonDocument(request).toJson(QJsonDocument::Compact));
}

bool Child::write(const QByteArray& line)
{
    const QByteArray whole = line + '\n';
    return m_in >= 0 && ::write(m_in, whole.constData(), static_cast<size_t>(whole.size())) == whole.size();
}

QJsonObject Child::answer(int patienceMs)
{
    const QDeadlineTimer deadline(patienceMs);
    for (;;) {
        if (const auto end = m_buffer.indexOf('\n'); end >= 0) {
            const auto line = m_buffer.first(end);
            m_buffer.remove(0, end + 1);
            return QJsonDocument::fromJson(line).object();
        }
        pollfd waiting{m_out, POLLIN, 0};
        if (m_out < 0 || ::poll(&waiting, 1, static_cast<int>(deadline.remainingTime())) <= 0)
            return {};
        char chunk[65'536];
        const auto count = ::read(m_out, chunk, sizeof chunk);
        if (count <= 0)
            return {};
        m_buffer.append(chunk, count);
    }
}

void Child::kill()
{
    if (m_process > 0) {
        ::kill(m_process, SIGKILL);
        ::waitpid(m_process, nullptr, 0);
        m_process = -1;
    }
    closeAll();
}

bool Child::end(int patienceMs)
{
    if (m_process > 0)
        ::kill(m_process, SIGTERM);
    const QDeadlineTimer deadline(patienceMs);
    while (isRunning() && !deadline.hasExpired())
        ::poll(nullptr, 0, 20);
    const bool ended = m_process < 0;
    kill();
    return ended;
}

std::optional<int> Child::finish(int patienceMs)
{
    if (m_in >= 0)
        ::close(std::exchange(m_in, -1));
    const QDeadlineTimer deadline(patienceMs);
    int status = -1;
    while (!isOver(&status) && !deadline.hasExpired())
        ::poll(nullptr, 0, 5);
    const bool ended = m_process < 0 && WIFEXITED(status);
    kill();
    return ended ? std::optional(WEXITSTATUS(status)) : std::nullopt;
}

bool Child::failWrites(bool fail)
{
    const rlimit limit{fail ? 0 : RLIM_INFINITY, RLIM_INFINITY};
    return m_process > 0 && ::prlimit(m_process, RLIMIT_FSIZE, &limit, nullptr) == 0;
}

void Child::closeAll()
{
    for (int* end : {&m_in, &m_out}) {
        if (*end >= 0)
            ::close(*end);
        *end = -1;
    }
    m_buffer.clear();
}

} // namespace kuaiban::test
