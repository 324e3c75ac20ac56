#pragma once

#include "Page.h"

class QButtonGroup;

namespace kuaiban::counter {

// What a user may change for this machine: the language, for now.
class SettingsPage final : public Page
{
    Q_OBJECT

public:
    explicit SettingsPage(PageContext& context, QWidget* parent = nullptr);
    void opened() override;

Q_SIGNALS:
    void languageChosen(const QString& language);

private:
    QButtonGroup* m_languages;
};

} // namespace kuaiban::counter
