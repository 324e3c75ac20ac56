#pragma once

#include "Page.h"

class QButtonGroup;

namespace kuaiban::counter {

class MessageBar;

// What a user may change: language, size of the text and colours on this machine, and the own password.
class SettingsPage final : public Page
{
    Q_OBJECT

public:
    explicit SettingsPage(PageContext& context, QWidget* parent = nullptr);
    void opened() override;

Q_SIGNALS:
    void languageChosen(const QString& language);
    void passwordChanged(const QString& password);
    void lookChosen(const kuaiban::counter::LookSettings& settings);

private:
    QButtonGroup* addChoice(QVBoxLayout* column, const QString& title, const QStringList& names, int chosen);

    QButtonGroup* m_languages;
    QButtonGroup* m_textSizes;
    QButtonGroup* m_palettes;
    MessageBar* m_message;
};

} // namespace kuaiban::counter
