#pragma once

#include <QByteArray>
#include <QString>

#include <memory>

class QIODevice;

namespace kuaiban {

// SM3 (GB/T 32905) over bytes; written as "sm3:<64 hex digits>".
class Sm3
{
public:
    Sm3();
    ~Sm3();
    Sm3(Sm3&&) noexcept;
    Sm3& operator=(Sm3&&) noexcept;

    void add(QByteArrayView bytes);
    QByteArray finish(); // 32 bytes; the object starts anew afterwards

private:
    struct Context;
    std::unique_ptr<Context> m_context;
};

QByteArray sm3(QByteArrayView bytes);
QString digestText(QByteArrayView digest);
QString digestOf(QByteArrayView bytes); // digestText(sm3(bytes))
bool isDigest(const QString& text);

} // namespace kuaiban
