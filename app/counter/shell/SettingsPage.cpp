#include "SettingsPage.h"

#include "app/counter/kit/PageHeader.h"
#include "app/counter/kit/Panel.h"

#include <QButtonGroup>
#include <QRadioButton>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

SettingsPage::SettingsPage(PageContext& page, QWidget* parent)
    : Page(page, u"settings"_s, parent)
    , m_languages(new QButtonGroup(this))
{
    auto* header = new PageHeader(look());
    header->setTitle(tr("Settings"));
    auto* panel = new Panel(look(), tr("Language"));
    const QStringList languages{u"zh_CN"_s, u"en"_s};
    const QStringList names{u"简体中文"_s, u"English"_s}; // each in its own language, so that everybody finds theirs
    for (int i = 0; i < languages.size(); ++i) {
        auto* choice = new QRadioButton(names.at(i));
        panel->body()->addWidget(choice);
        m_languages->addButton(choice, i);
        choice->setChecked(context().language == languages.at(i));
    }
    auto* column = makeColumn();
    column->addWidget(header);
    column->addWidget(panel);
    column->addStretch();
    connect(m_languages, &QButtonGroup::idClicked, this,
        [this, languages](int id) { Q_EMIT languageChosen(languages.at(id)); });
}

void SettingsPage::opened()
{
    if (auto* chosen = m_languages->checkedButton())
        chosen->setFocus();
}

} // namespace kuaiban::counter
