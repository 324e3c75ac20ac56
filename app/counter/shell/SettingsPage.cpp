#include "SettingsPage.h"

#include "app/counter/kit/MessageBar.h"
#include "app/counter/kit/PageHeader.h"
#include "app/counter/kit/Panel.h"
#include "PasswordPanel.h"

#include <QButtonGroup>
#include <QRadioButton>
#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

SettingsPage::SettingsPage(PageContext& page, QWidget* parent)
    : Page(page, u"settings"_s, parent)
    , m_message(new MessageBar(look()))
{
    auto* header = new PageHeader(look());
    header->setTitle(tr("Settings"));
    auto* column = makeColumn();
    column->addWidget(header);
    column->addWidget(m_message);
    auto* choices = new QVBoxLayout;
    choices->setSpacing(Metrics::panelGap);
    const QStringList languages{u"zh_CN"_s, u"en"_s};
    // Each in its own language, so that everybody finds theirs.
    m_languages = addChoice(choices, tr("Language"), {u"简体中文"_s, u"English"_s},
        static_cast<int>(languages.indexOf(context().language)));
    const LookSettings now = look().settings();
    m_textSizes = addChoice(choices, tr("Size of the text"), {tr("Normal"), tr("Large")}, now.textScale > 1 ? 1 : 0);
    m_palettes = addChoice(
        choices, tr("Colours"), {tr("Light"), tr("High contrast")}, now.palette == PaletteKind::HighContrast ? 1 : 0);
    auto* password = new PasswordPanel(context());
    choices->addStretch();
    auto* secret = new QVBoxLayout;
    secret->addWidget(password);
    secret->addStretch();
    // Side by side: below each other they would not fit the screen in large type.
    auto* panes = makePanes();
    panes->addLayout(choices, 1);
    panes->addLayout(secret, 1);
    column->addLayout(panes, 1);
    connect(password, &PasswordPanel::told, m_message, &MessageBar::say);
    connect(password, &PasswordPanel::changed, this, &SettingsPage::passwordChanged);
    connect(m_languages, &QButtonGroup::idClicked, this,
        [this, languages](int id) { Q_EMIT languageChosen(languages.at(id)); });
    const auto tellLook = [this] {
        Q_EMIT lookChosen({m_palettes->checkedId() == 1 ? PaletteKind::HighContrast : PaletteKind::Light,
            m_textSizes->checkedId() == 1 ? LargeTextScale : 1.0});
    };
    connect(m_textSizes, &QButtonGroup::idClicked, this, tellLook);
    connect(m_palettes, &QButtonGroup::idClicked, this, tellLook);
}

QButtonGroup* SettingsPage::addChoice(QVBoxLayout* column, const QString& title, const QStringList& names, int chosen)
{
    auto* panel = new Panel(look(), title);
    panel->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum); // what room there is stays below all of them
    auto* group = new QButtonGroup(this);
    column->addWidget(panel);
    for (int i = 0; i < names.size(); ++i) {
        auto* choice = new QRadioButton(names.at(i));
        panel->body()->addWidget(choice);
        group->addButton(choice, i);
        choice->setChecked(i == chosen);
        choice->setFocusPolicy(i == chosen ? Qt::StrongFocus : Qt::ClickFocus); // Tab goes to what is chosen, arrows on
    }
    return group;
}

void SettingsPage::opened()
{
    if (auto* chosen = m_languages->checkedButton())
        chosen->setFocus();
}

} // namespace kuaiban::counter
