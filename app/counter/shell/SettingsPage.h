#pragma once

#include "Page.h"

class QButtonGroup;

namespace kuaiban::counter {

// What a user may change for this machine: language, size of the text, colours.
class SettingsPage final : public Page
{
    Q_OBJECT

public:
    explicit SettingsPage(PageContext& context, QWidget* parent = nullptr);
    void opened() override;

Q_SIGNALS:
    void languageChosen(const QString& language);
    void lookChosen(const kuaiban::counter::LookSettings& settings);

private:
    QButtonGroup* addChoice(QVBoxLayout* column, const QString& title, const QStringList& names, int chosen);

    QButtonGroup* m_languages;
    QButtonGroup* m_textSizes;
    QButtonGroup* m_palettes;
};

} // namespace kuaiban::counter
