#pragma once

#include <QByteArray>

namespace kuaiban {

// One block of SM4 (GB/T 32907) under a key; both have 16 bytes. Anything else is a mistake of the program.
QByteArray sm4Block(QByteArrayView key, QByteArrayView block);

} // namespace kuaiban
