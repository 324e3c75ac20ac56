#include "Gzip.h"

#include "HttpErrors.h"

#include <algorithm>
#include <zlib.h>

namespace kuaiban::hub {

using namespace Qt::StringLiterals;

namespace {

constexpr int GzipWindow = 15 + 16; // zlib's way of asking for a gzip header and trailer
constexpr int Level = 4;            // bodies are small and the hub is busy
constexpr qsizetype FirstGuess = 16 * 1024;

Bytef* bytes(QByteArray& buffer, qsizetype offset = 0)
{
    return reinterpret_cast<Bytef*>(buffer.data() + offset);
}

} // namespace

QByteArray gzipped(const QByteArray& plain)
{
    z_stream stream{};
    if (deflateInit2(&stream, Level, Z_DEFLATED, GzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    QByteArray packed(
        static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(plain.size()))), Qt::Uninitialized);
    QByteArray input = plain; // zlib's interface is not const
    stream.next_in = bytes(input);
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = bytes(packed);
    stream.avail_out = static_cast<uInt>(packed.size());
    const bool complete = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    packed.truncate(complete ? static_cast<qsizetype>(stream.total_out) : 0);
    deflateEnd(&stream);
    return packed;
}

Result<QByteArray> gunzipped(const QByteArray& packed, qint64 limit)
{
    z_stream stream{};
    if (inflateInit2(&stream, GzipWindow) != Z_OK)
        return fail(requestMalformed(u"gzip"_s));
    QByteArray input = packed;
    stream.next_in = bytes(input);
    stream.avail_in = static_cast<uInt>(input.size());
    QByteArray plain;
    int state = Z_OK;
    while (state == Z_OK && plain.size() <= limit) {
        const auto had = plain.size();
        // One byte more than allowed, to tell a body at the limit from one beyond it.
        plain.resize(std::min<qsizetype>(std::max(FirstGuess, had * 2), limit + 1));
        stream.next_out = bytes(plain, had);
        stream.avail_out = static_cast<uInt>(plain.size() - had);
        state = inflate(&stream, Z_NO_FLUSH);
        plain.truncate(static_cast<qsizetype>(stream.total_out));
        if (state == Z_OK && stream.avail_in == 0 && stream.avail_out > 0)
            break; // cut short
    }
    const bool wholeInput = stream.avail_in == 0;
    inflateEnd(&stream);
    if (plain.size() > limit)
        return fail(bodyTooLarge(limit));
    if (state != Z_STREAM_END || !wholeInput)
        return fail(requestMalformed(u"gzip"_s));
    return plain;
}

} // namespace kuaiban::hub
