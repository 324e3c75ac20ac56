#include "Gallery.h"

#include "app/counter/kit/ActionBar.h"
#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/CodePicker.h"
#include "app/counter/kit/DateField.h"
#include "app/counter/kit/Field.h"
#include "app/counter/kit/FormGrid.h"
#include "app/counter/kit/KeyboardFlow.h"
#include "app/counter/kit/MaterialList.h"
#include "app/counter/kit/PageHeader.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/kit/PersonCard.h"
#include "app/counter/kit/TextLabel.h"
#include "app/counter/kit/ThumbnailStrip.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace kuaiban::counter::gallery {

using namespace Qt::StringLiterals;

namespace {

QLineEdit* line(const QString& text)
{
    auto* edit = new QLineEdit(text);
    edit->setCursorPosition(0);
    return edit;
}

QComboBox* choice(const QStringList& texts)
{
    auto* box = new QComboBox;
    box->addItems(texts);
    return box;
}

Field* readOnly(const Look& look, const QString& label, const QString& value, const QString& source)
{
    auto* field = new Field(look, label, line(value));
    field->setReadOnly(source);
    field->setMinimumCharacters(std::min(12, int(value.size())));
    return field;
}

Panel* personPanel(const Look& look)
{
    auto* panel = new Panel(look);
    auto* card = new PersonCard(look);
    card->setFacts({.name = u"王桂兰"_s,
        .summary = u"女 · 满族 · 46 岁"_s,
        .photo = {},
        .lines = {{u"身份证 有效至 2038"_s, Tone::Good}, {u"人卡一致"_s, Tone::Good}},
        .sections = {{{}, {{u"身份证号"_s, u"2106**********9026"_s},
                              {u"住址"_s, u"辽宁省丹东市振兴区站前街道七经街 12 号"_s},
                              {u"社保卡"_s, u"A1234 · 正常 · 金融账户已激活"_s}}},
            {u"参保与办件"_s,
                {{u"职工养老"_s, u"暂停缴费 2026-09 · 累计 18 年 4 个月"_s}, {u"失业保险"_s, u"累计 112 个月"_s},
                    {u"原单位"_s, u"丹东曙光车桥有限公司"_s}, {u"在办"_s, u"无"_s}}}},
        .notices = {{u"提示"_s, u"单位 10 月已报送终止合同名单，可直接引用，无需再交证明。"_s, Tone::Attention}}});
    panel->addScrolled(card);
    return panel;
}

Panel* formPanel(const Look& look)
{
    const auto reasons = std::make_shared<CodeList>(QVector<CodeItem>{{u"01"_s, u"终止劳动合同"_s, u"zzldht"_s},
        {u"02"_s, u"劳动合同期满，单位不再续订"_s, u"ldhtqmdwbzxd"_s},
        {u"03"_s, u"被用人单位解除劳动合同"_s, u"bydwjcldht"_s}, {u"04"_s, u"单位依法破产或关闭"_s, u"dwyfpcgb"_s}});
    auto* form = new FormGrid(look);
    form->addSection(u"失业信息"_s);
    auto* reason = new CodePicker(look, reasons);
    reason->setCode(u"02"_s);
    auto* reasonField = new Field(look, u"失业原因"_s, reason);
    reasonField->setHint(u"来自单位报送名单"_s);
    reasonField->setRequired(true);
    reasonField->setMinimumCharacters(15);
    form->addWidget(reasonField, 6);
    form->addWidget(readOnly(look, u"终止日期"_s, u"2026-10-31"_s, u"来自单位报送名单"_s), 6);
    form->addWidget(new Field(look, u"本人求职要求"_s, choice({u"有求职要求"_s, u"暂无求职要求"_s})), 3);
    form->addWidget(new Field(look, u"户籍性质"_s, choice({u"本地城镇"_s, u"本地农村"_s, u"外地城镇"_s})), 3);
    auto* phone = new Field(look, u"联系电话"_s, line(u"1389871"_s));
    phone->setRequired(true);
    phone->setError(u"手机号应为 11 位，现为 7 位"_s);
    form->addWidget(phone, 6);
    form->addSection(u"待遇计算"_s);
    form->addWidget(readOnly(look, u"累计缴费"_s, u"112 个月（9 年 4 个月）"_s, u"登记库"_s), 4);
    form->addWidget(readOnly(look, u"可领月数"_s, u"18 个月"_s, u"满 5 年不满 10 年，最长 18 个月"_s), 4);
    form->addWidget(readOnly(look, u"月标准"_s, u"1,638.00 元"_s, u"最低工资 × 90 %"_s), 4);
    form->addSection(u"发放账户"_s);
    form->addWidget(new Field(look, u"账户"_s, choice({u"社保卡金融账户  6217 **** **** 0121"_s})), 6);
    auto* holder = readOnly(look, u"户名"_s, u"王桂兰"_s, u"与持卡人一致"_s);
    form->addWidget(holder, 6);

    auto* panel = new Panel(look);
    panel->setPadding(18);
    panel->addScrolled(form);
    return panel;
}

Panel* materialPanel(const Look& look)
{
    auto* panel = new Panel(look, u"材料"_s);
    auto* count = new TextLabel(look, TextRole::Body, u"2 / 4"_s, Tone::Secondary);
    panel->addToTitle(count);
    auto* list = new MaterialList(look);
    list->setRows({{u"id"_s, u"身份证"_s, u"读卡核验，免交"_s, {}, MaterialState::Complete},
        {u"end"_s, u"终止劳动合同证明"_s, u"单位已报送，共享数据"_s, {}, MaterialState::Complete},
        {u"form"_s, u"失业保险金申领表"_s, u"系统生成，待签字"_s, u"必需"_s, MaterialState::Attention},
        {u"photo"_s, u"本人免冠照片"_s, u"可容缺，30 日内补"_s, u"可容缺"_s, MaterialState::Open}});
    list->setCurrentId(u"form"_s);
    panel->body()->addWidget(list);
    auto* pages = new ThumbnailStrip(look);
    pages->setPages({{u"p1"_s, {}, {}, Tone::Normal}, {u"p2"_s, {}, {}, Tone::Normal}});
    pages->setAddText(u"扫描 F4"_s);
    panel->body()->addWidget(pages);
    panel->body()->addWidget(new TextLabel(look, TextRole::Label, u"第 2 页偏斜 1.8°，已自动校正"_s, Tone::Secondary));
    panel->body()->addStretch(1);
    return panel;
}

} // namespace

QWidget* makeIntakeWindow(const Look& look)
{
    const Frame frame = makeFrame(look, u"陈思远"_s, u"intake"_s);
    auto* header = new PageHeader(look);
    header->setTitle(u"失业登记及失业保险金申领"_s);
    header->setNote(u"限时 10 个工作日 · 12 月 5 日前办结"_s);
    header->setSteps({{u"读卡"_s, StepState::Done}, {u"事项"_s, StepState::Done}, {u"填表"_s, StepState::Current},
        {u"材料"_s, StepState::Open}, {u"确认"_s, StepState::Open}, {u"提交"_s, StepState::Open}});
    frame.page->addWidget(header);

    const double scale = look.settings().textScale;
    auto* panes = new QHBoxLayout;
    panes->setSpacing(Metrics::panelGap);
    Panel* person = personPanel(look);
    person->setFixedWidth(qRound(252 * scale));
    Panel* materials = materialPanel(look);
    materials->setFixedWidth(qRound(310 * std::min(scale, 1.12)));
    panes->addWidget(person);
    panes->addWidget(formPanel(look), 1);
    panes->addWidget(materials);
    frame.page->addLayout(panes, 1);

    ActionRegistry* actions = frame.actions;
    const QString context = u"intake"_s;
    auto* bar = new ActionBar(look);
    bar->addLeft(act(actions, context, u"intake.notice"_s, u"一次性告知"_s));
    bar->addLeft(act(actions, context, u"intake.refuse"_s, u"不予受理"_s));
    bar->addLeft(act(actions, context, u"intake.receipt"_s, u"收件回执"_s));
    bar->setMessage(u"还有 1 处需要更正：联系电话"_s, Tone::Bad);
    bar->addRight(act(actions, context, u"intake.save"_s, u"暂存"_s, QKeySequence(u"Ctrl+S"_s)));
    bar->addRight(act(actions, context, u"intake.preview"_s, u"预览文书"_s, QKeySequence(Qt::Key_F7)));
    bar->setPrimary(act(actions, context, u"intake.next"_s, u"下一步：材料"_s, QKeySequence(Qt::Key_F6)));
    frame.page->addWidget(bar);
    auto* flow = new KeyboardFlow(frame.window);
    flow->setMainButton(bar->primary());
    return frame.window;
}

} // namespace kuaiban::counter::gallery
