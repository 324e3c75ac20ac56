#include "modules/base/Digest.h"
#include "modules/blobs/BlobStore.h"

#include <QtTest>

using namespace kuaiban;
using blobs::BlobStore;
using namespace Qt::StringLiterals;

class TestBlobStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void put_sameBytesTwice_keepsOneFile();
    void read_changedOnDisk_isDamaged();
    void read_unknownOrMalformed_saysWhich();
    void put_folderIsAFile_isWriteFailure();
    void put_tooLarge_isRefused();
    void receive_anyOrderWithRepeats_completes();
    void receive_lastStepFailed_asksForTheLastPartAgain();
    void receive_wrongLengthOrNumber_isRefused();
    void receive_otherBytesThanPromised_dropsThemAndCanStartAnew();
    void readPart_sentToAnotherStore_arrivesEqual();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    BlobStore store() const { return BlobStore(m_folder->filePath(u"blobs"_s)); }
    static QByteArray bytes(int count)
    {
        QByteArray data(count, Qt::Uninitialized);
        for (int i = 0; i < count; ++i)
            data[i] = static_cast<char>(i * 31 + i / 251);
        return data;
    }
};

void TestBlobStore::put_sameBytesTwice_keepsOneFile()
{
    const auto blobs = store();
    const auto digest = blobs.put("page"_ba);
    QVERIFY(digest);
    QCOMPARE(blobs.put("page"_ba), digest);
    QCOMPARE(blobs.read(*digest), "page"_ba);
    QDirIterator files(m_folder->path(), QDir::Files, QDirIterator::Subdirectories);
    int count = 0;
    for (; files.hasNext(); files.next())
        ++count;
    QCOMPARE(count, 1);
}

void TestBlobStore::read_changedOnDisk_isDamaged()
{
    const auto digest = store().put("page"_ba);
    QVERIFY(digest);
    QFile file(m_folder->filePath("blobs/%1/%2"_L1.arg(digest->sliced(4, 2), digest->sliced(6))));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("pagf");
    file.close();
    QCOMPARE(store().read(*digest).error().code, u"blobs.damaged"_s);
}

void TestBlobStore::read_unknownOrMalformed_saysWhich()
{
    QCOMPARE(store().read(digestOf("nothing")).error().code, u"blobs.missing"_s);
    QCOMPARE(store().read(u"../../etc/passwd"_s).error().code, u"blobs.digest"_s);
    QVERIFY(!store().has(u"sm3:../../x"_s));
}

void TestBlobStore::put_folderIsAFile_isWriteFailure()
{
    QFile file(m_folder->filePath(u"blobs"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(store().put("page"_ba).error().code, u"blobs.write"_s);
}

void TestBlobStore::put_tooLarge_isRefused()
{
    QCOMPARE(store().put(QByteArray(BlobStore::MaximumSize + 1, 'x')).error().code, u"blobs.too-large"_s);
}

void TestBlobStore::receive_anyOrderWithRepeats_completes()
{
    const auto data = bytes(BlobStore::PartSize * 2 + 100);
    const auto digest = digestOf(data);
    const auto part = [&](int n) { return data.mid(n * BlobStore::PartSize, BlobStore::PartSize); };
    QCOMPARE(store().missingParts(digest, data.size()), (QList<int>{0, 1, 2}));
    QVERIFY(store().receivePart(digest, data.size(), 2, part(2)));
    QVERIFY(store().receivePart(digest, data.size(), 0, part(0)));
    QVERIFY(store().receivePart(digest, data.size(), 0, part(0)));
    QCOMPARE(store().missingParts(digest, data.size()), (QList<int>{1}));
    QVERIFY(!store().has(digest));
    QVERIFY(store().receivePart(digest, data.size(), 1, part(1)));
    QCOMPARE(store().read(digest), data);
    QVERIFY(store().receivePart(digest, data.size(), 1, part(1)));
    QVERIFY(!QFileInfo::exists(m_folder->filePath("blobs/arriving/"_L1 + digest.sliced(4))));
}

// The disk is full, or the machine dies, when all parts are here and the file is not.
void TestBlobStore::receive_lastStepFailed_asksForTheLastPartAgain()
{
    const auto data = bytes(BlobStore::PartSize + 100);
    const auto digest = digestOf(data);
    const auto part = [&](int n) { return data.mid(n * BlobStore::PartSize, BlobStore::PartSize); };
    QVERIFY(store().receivePart(digest, data.size(), 0, part(0)));
    const auto place = m_folder->filePath("blobs/"_L1 + digest.sliced(4, 2)); // a file where the folder should be
    QFile obstacle(place);
    QVERIFY(obstacle.open(QIODevice::WriteOnly));
    obstacle.close();
    QCOMPARE(store().receivePart(digest, data.size(), 1, part(1)).error().code, u"blobs.write"_s);
    QVERIFY(QFile::remove(place));
    QCOMPARE(store().missingParts(digest, data.size()), (QList<int>{1}));
    QVERIFY(store().receivePart(digest, data.size(), 1, part(1)));
    QCOMPARE(store().read(digest), data);
    QVERIFY(store().missingParts(digest, data.size()).isEmpty());
}

void TestBlobStore::receive_wrongLengthOrNumber_isRefused()
{
    const auto digest = digestOf("x");
    QCOMPARE(store().receivePart(digest, 1, 0, "xy").error().code, u"blobs.part"_s);
    QCOMPARE(store().receivePart(digest, 1, 1, "x").error().code, u"blobs.part"_s);
    QCOMPARE(store().receivePart(digest, 0, 0, "").error().code, u"blobs.part"_s);
    QCOMPARE(store().receivePart(digest, BlobStore::MaximumSize + 1, 0, "x").error().code, u"blobs.too-large"_s);
}

void TestBlobStore::receive_otherBytesThanPromised_dropsThemAndCanStartAnew()
{
    const auto digest = digestOf("right");
    QCOMPARE(store().receivePart(digest, 5, 0, "wrong").error().code, u"blobs.damaged"_s);
    QVERIFY(!store().has(digest));
    QVERIFY(store().receivePart(digest, 5, 0, "right"));
    QVERIFY(store().has(digest));
}

void TestBlobStore::readPart_sentToAnotherStore_arrivesEqual()
{
    const auto data = bytes(BlobStore::PartSize + 1);
    const auto digest = store().put(data);
    QVERIFY(digest);
    const BlobStore other(m_folder->filePath(u"other"_s));
    for (int part = 0; part < BlobStore::partCount(data.size()); ++part) {
        const auto piece = store().readPart(*digest, part);
        QVERIFY(piece);
        QVERIFY(other.receivePart(*digest, data.size(), part, *piece));
    }
    QCOMPARE(other.read(*digest), data);
    QVERIFY(!store().readPart(*digest, 2));
}

QTEST_GUILESS_MAIN(TestBlobStore)
#include "test_blobstore.moc"
