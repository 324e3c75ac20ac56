#pragma once

#include "CodeTable.h"

namespace kuaiban::codes {

// Tables of national standards that identity cards refer to. They are compiled in because a card must be readable
// before a machine has ever talked to the hub. Threads: immutable, any.

const CodeTable& sexTable();       // AAC004 性别, GB/T 2261.1
const CodeTable& ethnicityTable(); // AAC005 民族, GB/T 3304; knows the former names of 毛南 and 德昂, and 81 穿青人
const CodeTable& nationalityTable(); // AAC161 国籍, three-letter codes and short names of GB/T 2659.1

} // namespace kuaiban::codes
