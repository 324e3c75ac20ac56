#include "UnitPage.h"

#include "app/counter/kit/EmptyState.h"
#include "app/counter/kit/KeyValueList.h"
#include "app/counter/kit/MessageBar.h"
#include "app/counter/kit/PageHeader.h"
#include "app/counter/kit/Panel.h"
#include "modules/codes/Mask.h"

#include <QVBoxLayout>

namespace kuaiban::counter {

using namespace Qt::StringLiterals;

UnitPage::UnitPage(PageContext& page, QWidget* parent)
    : Page(page, u"unit"_s, parent)
    , m_words(new CodeWords(page.session, this))
    , m_header(new PageHeader(look()))
    , m_message(new MessageBar(look()))
    , m_empty(new EmptyState(
          look(), Glyph::Building, tr("No unit chosen"), tr("Ctrl+K finds units by name or credit code.")))
    , m_panel(new Panel(look(), tr("What the register knows")))
    , m_rows(new KeyValueList(look()))
{
    m_header->setTitle(tr("Unit"));
    m_panel->addScrolled(m_rows);
    m_panel->hide();
    auto* column = makeColumn();
    column->addWidget(m_header);
    column->addWidget(m_message);
    column->addWidget(m_empty, 1);
    column->addWidget(m_panel, 1);
    addPageAction(u"refresh"_s, tr("Look again"), QKeySequence(Qt::Key_F5), [this] { load(); });
}

void UnitPage::show(const QString& subject)
{
    m_code = subject;
    m_header->setTitle(tr("Unit"));
    m_header->setNote({});
    m_panel->hide();
    m_empty->show();
    load();
}

void UnitPage::load()
{
    if (m_code.isEmpty())
        return;
    m_empty->setWaiting(true);
    m_words->load({u"AAB019"_s, u"AAB020"_s, QString(CodeWords::areas)}).then(this, [this, code = m_code] {
        session().units(code, 1).then(this, [this, code](const Result<QList<registry::Unit>>& units) {
            if (code != m_code)
                return;
            m_empty->setWaiting(false);
            if (!units)
                m_message->say(messageOf(units.error()));
            else if (units->isEmpty())
                m_message->say({Tone::Attention, tr("The register knows no such unit any more."), {}, {}, {}});
            else
                present(units->constFirst());
        });
    });
}

void UnitPage::present(const registry::Unit& unit)
{
    m_message->clear();
    m_header->setTitle(unit.name);
    m_header->setNote(unit.creditCode);
    QVector<KeyValue> rows;
    const auto add = [&rows](const QString& key, const QString& value, Tone tone = Tone::Normal) {
        if (!value.isEmpty())
            rows.append({key, value, tone});
    };
    add(tr("Name"), unit.name);
    add(tr("Credit code"), unit.creditCode);
    add(tr("Kind"), m_words->text(u"AAB019"_s, unit.kind));
    add(tr("Economy"), m_words->text(u"AAB020"_s, unit.economy));
    add(tr("Area"), m_words->areaName(unit.area));
    add(tr("Address"), unit.address);
    add(tr("Phone"), unit.phone);
    add(tr("Legal person"), codes::maskName(unit.legalPerson));
    add(tr("Registered on"), unit.registeredOn.toString(Qt::ISODate));
    add(tr("Closed on"), unit.closedOn.toString(Qt::ISODate), Tone::Bad);
    m_rows->setRows(rows);
    m_empty->hide();
    m_panel->show();
}

} // namespace kuaiban::counter
