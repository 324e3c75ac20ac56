#pragma once

namespace kuaiban::counter {

class SettingsPage;
class Workplace;
struct PageContext;

// Adds the pages that this user may use, in the order of the rail, and the search box over all of them. The settings
// are among them, and returned: what is chosen there concerns the whole window.
SettingsPage* addPages(Workplace& workplace, PageContext& context);

} // namespace kuaiban::counter
