#include "devices/scanner/HostChannel.h"
#include "tests/support/base/SeededRandom.h"

#include <QtTest>

#include <sys/mman.h>
#include <sys/socket.h>

using namespace kuaiban;
using namespace kuaiban::devices;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Arrival = HostChannel::Arrival;

namespace {

struct Ends
{
    HostChannel counter;
    HostChannel host;
    int hostSocket;
};

std::unique_ptr<Ends> makeEnds()
{
    auto sockets = makeHostSockets().value();
    const int raw = sockets.second.get();
    return std::unique_ptr<Ends>(
        new Ends{HostChannel(std::move(sockets.first)), HostChannel(std::move(sockets.second)), raw});
}

} // namespace

class TestHostChannel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void send_objects_arriveApartAndInOrder();
    void send_memory_arrivesAsTheSameBytes();
    void send_tooLarge_isRefused();
    void receive_nothing_endsAtTheLimit();
    void receive_otherEndGone_isClosed();
    void receive_garbage_isAnEmptyMessage();
    void memory_unsealedMissingOrTooLarge_isRefused();
    void receive_randomBytes_neverCrashes();
};

void TestHostChannel::send_objects_arriveApartAndInOrder()
{
    const auto ends = makeEnds();
    for (int i = 0; i < 5; ++i)
        QVERIFY(ends->host.send({{"n"_L1, i}}));
    for (int i = 0; i < 5; ++i) {
        HostMessage message;
        QCOMPARE(ends->counter.receive(message, 1s), Arrival::Message);
        QCOMPARE(message.content, (QJsonObject{{"n"_L1, i}}));
        QVERIFY(!message.attachment.isOpen());
    }
}

void TestHostChannel::send_memory_arrivesAsTheSameBytes()
{
    const auto ends = makeEnds();
    test::SeededRandom random;
    const auto bytes = random.bytes(700'000);
    QVERIFY(ends->host.sendWithMemory({{"is"_L1, "page"_L1}}, bytes));
    HostMessage message;
    QCOMPARE(ends->counter.receive(message, 1s), Arrival::Message);
    QCOMPARE(bytesOfMemory(message.attachment, 1 << 20).value(), bytes);
}

void TestHostChannel::send_tooLarge_isRefused()
{
    const auto ends = makeEnds();
    const auto done = ends->host.send({{"x"_L1, QString(70'000, u'x')}});
    QVERIFY(!done);
    QCOMPARE(done.error().code, u"scanner.protocol"_s);
}

void TestHostChannel::receive_nothing_endsAtTheLimit()
{
    const auto ends = makeEnds();
    HostMessage message;
    QCOMPARE(ends->counter.receive(message, 20ms), Arrival::Nothing);
}

void TestHostChannel::receive_otherEndGone_isClosed()
{
    const auto ends = makeEnds();
    ends->host.close();
    HostMessage message;
    QCOMPARE(ends->counter.receive(message, 1s), Arrival::Closed);
    QVERIFY(!ends->counter.send({}));
}

void TestHostChannel::receive_garbage_isAnEmptyMessage()
{
    const auto ends = makeEnds();
    QCOMPARE(::send(ends->hostSocket, "\xff\xfe[", 3, 0), 3);
    HostMessage message;
    QCOMPARE(ends->counter.receive(message, 1s), Arrival::Message);
    QVERIFY(message.content.isEmpty());
}

void TestHostChannel::memory_unsealedMissingOrTooLarge_isRefused()
{
    QCOMPARE(bytesOfMemory(UniqueFd(), 10).error().code, u"scanner.protocol"_s);
    const UniqueFd open(::memfd_create("test", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    QCOMPARE(::write(open.get(), "12345", 5), 5);
    QCOMPARE(bytesOfMemory(open, 10).error().code, u"scanner.protocol"_s);
    const auto ends = makeEnds();
    QVERIFY(ends->host.sendWithMemory({}, QByteArray(100, 'x')));
    HostMessage message;
    QCOMPARE(ends->counter.receive(message, 1s), Arrival::Message);
    QCOMPARE(bytesOfMemory(message.attachment, 99).error().code, u"scanner.protocol"_s);
}

void TestHostChannel::receive_randomBytes_neverCrashes()
{
    const auto ends = makeEnds();
    test::SeededRandom random(5);
    for (int i = 0; i < 20'000; ++i) {
        auto bytes =
            random.below(2) ? random.bytes(1 + random.below(200)) : QByteArray(R"({"is":"page","page":{"number":1}})");
        bytes[random.below(static_cast<int>(bytes.size()))] = random.bytes(1).at(0);
        QCOMPARE(::send(ends->hostSocket, bytes.constData(), static_cast<size_t>(bytes.size()), 0), bytes.size());
        HostMessage message;
        QCOMPARE(ends->counter.receive(message, 1s), Arrival::Message);
    }
}

QTEST_GUILESS_MAIN(TestHostChannel)
#include "test_host_channel.moc"
