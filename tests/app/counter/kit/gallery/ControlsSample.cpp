#include "Gallery.h"

#include "app/counter/kit/ActionBar.h"
#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/CaseStrip.h"
#include "app/counter/kit/CheatSheet.h"
#include "app/counter/kit/CodePicker.h"
#include "app/counter/kit/DateField.h"
#include "app/counter/kit/Field.h"
#include "app/counter/kit/FormGrid.h"
#include "app/counter/kit/KeyboardFlow.h"
#include "app/counter/kit/MaskedLabel.h"
#include "app/counter/kit/NoticeBox.h"
#include "app/counter/kit/PageHeader.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/kit/TableField.h"
#include "app/counter/kit/TextArea.h"
#include "app/counter/kit/Watermark.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRadioButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace kuaiban::counter::gallery {

using namespace Qt::StringLiterals;

namespace {

QVector<CodeItem> villages()
{
    const QStringList towns{
        u"振兴区站前街道"_s, u"元宝区七道街道"_s, u"振安区九连城镇"_s, u"东港市孤山镇"_s, u"凤城市宝山镇"_s};
    const QStringList initials{u"zxqzqjd"_s, u"ybqqdjd"_s, u"zaqjlcz"_s, u"dgsgsz"_s, u"fcsbsz"_s};
    QVector<CodeItem> items;
    for (int i = 0; i < 20'000; ++i)
        items.append({QString::number(210600000000 + i), towns[i % 5] + u"第 %1 村"_s.arg(i / 5 + 1),
            initials[i % 5] + u"dc"_s});
    return items;
}

Panel* fieldsPanel(const Look& look)
{
    auto* form = new FormGrid(look);
    form->addSection(u"字段状态"_s);
    const auto add = [&](const QString& label, const QString& value, int columns) {
        auto* field = new Field(look, label, new QLineEdit(value));
        form->addWidget(field, columns);
        return field;
    };
    add(u"姓名"_s, u"王桂兰"_s, 4)->setHint(u"与身份证一致"_s, Tone::Good);
    add(u"出生日期"_s, u"1980-03-12"_s, 4)->setFilled(u"来自身份证，可修改"_s);
    add(u"参保状态"_s, u"暂停缴费"_s, 4)->setReadOnly(u"登记库，2026-11-20"_s);
    add(u"联系电话"_s, u"1389871"_s, 4)->setError(u"手机号应为 11 位，现为 7 位"_s);
    add(u"紧急联系人"_s, u"王桂芝"_s, 4)->setAttention(u"与申请人同姓，请核对关系"_s);
    auto* empty = add(u"电子邮箱"_s, {}, 4);
    empty->setRequired(true);
    empty->editorAs<QLineEdit>()->setPlaceholderText(u"选填结果通知方式时必填"_s);
    form->addSection(u"选择与日期"_s);
    auto* picker = new CodePicker(look, std::make_shared<CodeList>(villages()));
    picker->setObjectName(u"village"_s);
    picker->setPlaceholderText(u"输入代码、名称或拼音首字母"_s);
    form->addWidget(new Field(look, u"所在村（社区）"_s, picker), 6);
    auto* date = new DateField;
    date->setDate(QDate(2026, 11, 21));
    auto* dateField = new Field(look, u"合同起始日期"_s, date);
    dateField->setHint(u"可直接输入 20261121"_s);
    form->addWidget(dateField, 3);
    auto* months = new QSpinBox;
    months->setRange(0, 600);
    months->setValue(112);
    form->addWidget(new Field(look, u"缴费月数"_s, months), 3);
    auto* kind = new QComboBox;
    kind->addItems({u"本地城镇"_s, u"本地农村"_s, u"外地城镇"_s});
    form->addWidget(new Field(look, u"户籍性质"_s, kind), 4);
    auto* remark = new Field(look, u"备注"_s, new TextArea(look, 2));
    remark->setHint(u"Enter 换行，Tab 到下一项"_s);
    form->addWidget(remark, 8);
    form->addSection(u"家庭成员"_s);
    auto* table = new TableField(
        look, u"家庭成员"_s, {{u"关系"_s, 2, {}}, {u"姓名"_s, 3, {}}, {u"身份证号"_s, 5, {}}, {u"联系电话"_s, 4, {}}});
    table->addRow();
    table->editorAs<QLineEdit>(0, 0)->setText(u"配偶"_s);
    table->editorAs<QLineEdit>(0, 1)->setText(u"李成林"_s);
    table->addRow();
    form->addWidget(table, 12);
    auto* panel = new Panel(look);
    panel->setPadding(18);
    panel->addScrolled(form);
    return panel;
}

Panel* buttonsPanel(const Look& look)
{
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    const auto button = [&](ButtonRole role, const QString& text, const QString& key) {
        auto* made = new ActionButton(look, role, text);
        made->setKeyText(key);
        column->addWidget(made, 0, Qt::AlignLeft);
        return made;
    };
    button(ButtonRole::Primary, u"提交"_s, u"F9"_s);
    button(ButtonRole::Secondary, u"暂存"_s, u"Ctrl+S"_s);
    button(ButtonRole::Secondary, u"重新扫描"_s, u"F4"_s)->setGlyph(Glyph::Scan);
    button(ButtonRole::Danger, u"作废"_s, {})->setGlyph(Glyph::Trash);
    button(ButtonRole::Quiet, u"查看依据"_s, {});
    button(ButtonRole::Primary, u"不可用"_s, {})->setEnabled(false);
    button(ButtonRole::Secondary, u"不可用"_s, {})->setEnabled(false);
    column->addWidget(new Rule(look));
    auto* first = new QCheckBox(u"已核对原件"_s);
    first->setChecked(true);
    column->addWidget(first);
    column->addWidget(new QCheckBox(u"申请容缺受理"_s));
    auto* post = new QRadioButton(u"窗口领取"_s);
    post->setChecked(true);
    column->addWidget(post);
    column->addWidget(new QRadioButton(u"邮寄送达"_s));
    column->addWidget(new Rule(look));
    auto* number = new MaskedLabel(look, u"身份证号"_s);
    number->setMasked(u"2106**********9026"_s);
    column->addWidget(number);
    column->addWidget(new Rule(look));
    column->addWidget(new NoticeBox(look, {u"材料齐全"_s, {}, Tone::Good}));
    column->addWidget(new NoticeBox(look, {u"证件已过期"_s, u"有效期至 2026-03-01，请先换证。"_s, Tone::Bad}));
    column->addStretch(1);
    auto* panel = new Panel(look, u"按钮与选择"_s);
    panel->addScrolled(content);
    return panel;
}

} // namespace

QWidget* makeControlsWindow(const Look& look)
{
    const Frame frame = makeFrame(look, u"陈思远"_s, u"intake"_s);
    auto* cases = new CaseStrip(look);
    cases->setCases(
        {{u"1"_s, u"王桂兰"_s, u"失业保险金申领"_s, false}, {u"2"_s, u"赵金花"_s, u"社保卡申领（即时制卡）"_s, true},
            {u"3"_s, u"李成林"_s, u"职工退休申请"_s, false}},
        u"1"_s);
    auto* header = new PageHeader(look);
    header->setTitle(u"控件"_s);
    header->setNote(u"字段的各种状态、选择器、表内表格、按钮"_s);
    frame.page->setSpacing(8);
    frame.page->addWidget(cases);
    frame.page->addWidget(header);
    auto* panes = new QHBoxLayout;
    panes->setSpacing(Metrics::panelGap);
    Panel* buttons = buttonsPanel(look);
    buttons->setFixedWidth(qRound(260 * look.settings().textScale));
    panes->addWidget(fieldsPanel(look), 1);
    panes->addWidget(buttons);
    frame.page->addLayout(panes, 1);
    auto* sheet = new CheatSheet(look, frame.actions, frame.window);
    QAction* keys = act(frame.actions, {}, u"keys"_s, u"快捷键一览"_s, QKeySequence(u"Ctrl+/"_s));
    QObject::connect(keys, &QAction::triggered, sheet, &CheatSheet::open);
    act(frame.actions, u"intake"_s, u"intake.submit"_s, u"提交"_s, QKeySequence(Qt::Key_F9));
    act(frame.actions, u"intake"_s, u"intake.card"_s, u"读身份证"_s, QKeySequence(Qt::Key_F2));
    act(frame.actions, u"intake"_s, u"intake.scan"_s, u"扫描材料"_s, QKeySequence(Qt::Key_F4));
    act(frame.actions, u"intake"_s, u"intake.save"_s, u"暂存草稿"_s, QKeySequence(u"Ctrl+S"_s));
    auto* mark = new Watermark(look, frame.window);
    mark->setWords(u"陈思远 3 号窗口 2026-11-21 09:42"_s);
    new KeyboardFlow(frame.window);
    return frame.window;
}

} // namespace kuaiban::counter::gallery
