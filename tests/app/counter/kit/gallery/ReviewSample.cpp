#include "Gallery.h"

#include "app/counter/kit/ActionBar.h"
#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/ComparisonTable.h"
#include "app/counter/kit/EntryView.h"
#include "app/counter/kit/FlowGraph.h"
#include "app/counter/kit/KeyboardFlow.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/kit/QuickPhrases.h"
#include "app/counter/kit/SearchBox.h"
#include "app/counter/kit/TextArea.h"
#include "app/counter/kit/TextLabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace kuaiban::counter::gallery {

using namespace Qt::StringLiterals;

namespace {

// Stands where the page shows the scanned paper.
class SamplePaper final : public QWidget
{
public:
    explicit SamplePaper(const Look& look)
        : m_look(look)
    {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const Colours& c = m_look.colours();
        painter.setPen(c.drawing);
        painter.setBrush(Qt::white);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
        QFont serif = m_look.font(TextRole::Heading);
        serif.setFamilies({u"Noto Serif CJK SC"_s});
        painter.setFont(serif);
        painter.setPen(QColor(0x1C2733U));
        painter.drawText(QRect(0, 18, width(), 30), Qt::AlignCenter, u"失业保险金申领登记表"_s);
        for (int i = 0; i < 14; ++i)
            painter.fillRect(QRect(25, 52 + i * 13, (i % 4 == 3) ? 120 : width() - 70, 3), QColor(0xD5DCE4U));
        serif.setBold(false);
        painter.setFont(serif);
        painter.setPen(QColor(0x1C2A5EU));
        painter.drawText(
            QRect(0, height() - 56, width() - 28, 40), Qt::AlignRight | Qt::AlignVCenter, u"王桂兰（签字）"_s);
    }

private:
    Look m_look;
};

Panel* queuePanel(const Look& look, ActionRegistry* actions)
{
    auto* panel = new Panel(look, u"待审核"_s);
    panel->setCount(u"128"_s);
    panel->addToTitle(
        new ActionButton(look, ButtonRole::Quiet, act(actions, u"todo"_s, u"todo.claim"_s, u"领取 10 件"_s)), 8);
    panel->body()->addWidget(new SearchBox(look, u"在本队列中搜索"_s));
    auto* view = new EntryView(look, u"待审核队列"_s);
    auto* rows = new EntryRows(view);
    rows->setEntries(
        {{u"1"_s, u"李成林"_s, u"今日到期"_s, Tone::Bad, u"职工退休申请"_s, u"受理 11-19 · 2106022026111900041"_s},
            {u"2"_s, u"王桂兰"_s, u"剩 10 个工作日"_s, Tone::Secondary, u"失业保险金申领"_s,
                u"受理 11-21 · 2106032026112100023"_s},
            {u"3"_s, u"赵金花"_s, u"剩 18 分钟"_s, Tone::Attention, u"社保卡申领（即时制卡）"_s,
                u"受理 11-21 · 2106032026112100022"_s},
            {u"4"_s, u"丹东曙光车桥"_s, u"剩 4 个工作日"_s, Tone::Secondary, u"单位参保登记"_s,
                u"受理 11-20 · 2106032026112000107"_s},
            {u"5"_s, u"崔明哲"_s, u"已暂停"_s, Tone::Secondary, u"工伤认定登记"_s, u"暂停计时：等待鉴定"_s},
            {u"6"_s, u"那丽娟"_s, u"剩 2 个工作日"_s, Tone::Attention, u"遗属待遇申领"_s, u"打回后重报 · 第 2 次"_s}});
    view->setModel(rows);
    view->setCurrentId(u"2"_s);
    panel->addBleeding(view);
    return panel;
}

Panel* casePanel(const Look& look)
{
    auto* panel = new Panel(look, u"失业登记及失业保险金申领"_s);
    panel->addToTitle(new TextLabel(look, TextRole::Body, u"受理人 陈思远 · 3 号窗口"_s, Tone::Secondary));
    panel->setPadding(18);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto* table = new ComparisonTable(look, u"申报与登记库对比"_s);
    table->setHeads(u"项目"_s, u"申报"_s, u"登记库"_s);
    table->setRows({{u"姓名"_s, u"王桂兰"_s, u"王桂兰"_s}, {u"联系电话"_s, u"13898712206"_s, u"13304150087"_s, true},
        {u"户籍性质"_s, u"本地城镇"_s, u"本地城镇"_s}, {u"终止日期"_s, u"2026-10-31"_s, u"2026-10-31"_s},
        {u"失业原因"_s, u"合同期满不续订"_s, u"合同期满不续订"_s}, {u"可领月数"_s, u"18 个月"_s, u"18 个月（计算）"_s},
        {u"发放账户"_s, u"6217 **** 0121"_s, u"6217 **** 0121"_s}});
    column->addWidget(table);
    column->addWidget(new Rule(look));
    column->addWidget(new TextLabel(look, TextRole::Heading, u"办理过程"_s));
    auto* flow = new FlowGraph(look);
    flow->setSteps({{u"accept"_s, u"受理"_s, u"陈思远 09:31"_s, StepState::Done},
        {u"first"_s, u"初审"_s, u"我 · 进行中"_s, StepState::Current},
        {u"second"_s, u"复审"_s, u"待定"_s, StepState::Open}, {u"pay"_s, u"办结发放"_s, {}, StepState::Open}});
    column->addWidget(flow);
    column->addWidget(new TextLabel(look, TextRole::Heading, u"审核意见"_s));
    auto* opinion = new TextArea(look, 2);
    opinion->setPlainText(u"材料齐全，缴费月数与登记库一致，同意。"_s);
    opinion->setAccessibleName(u"审核意见"_s);
    column->addWidget(opinion);
    auto* phrases = new QuickPhrases(look, u"常用："_s);
    phrases->setPhrases({u"同意"_s, u"材料不齐"_s, u"信息不一致"_s, u"需补充证明"_s});
    QObject::connect(phrases, &QuickPhrases::phraseChosen, opinion, &QPlainTextEdit::setPlainText);
    column->addWidget(phrases);
    column->addStretch(1);
    panel->addScrolled(content);
    return panel;
}

Panel* paperPanel(const Look& look)
{
    auto* panel = new Panel(look, u"失业保险金申领表"_s);
    panel->addToTitle(new TextLabel(look, TextRole::Body, u"1 / 3"_s, Tone::Secondary));
    auto* tools = new QWidget;
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(new IconButton(look, Glyph::ChevronLeft, u"上一页"_s));
    row->addWidget(new IconButton(look, Glyph::ChevronRight, u"下一页"_s));
    row->addWidget(new IconButton(look, Glyph::RotateRight, u"旋转"_s));
    row->addWidget(new IconButton(look, Glyph::Fit, u"适合窗格"_s));
    panel->addToTitle(tools, 5);
    panel->body()->addWidget(new SamplePaper(look));
    return panel;
}

} // namespace

QWidget* makeReviewWindow(const Look& look)
{
    const Frame frame = makeFrame(look, u"刘敏 · 审核岗"_s, u"todo"_s);
    auto* panes = new QHBoxLayout;
    panes->setSpacing(Metrics::panelGap);
    Panel* queue = queuePanel(look, frame.actions);
    Panel* paper = paperPanel(look);
    queue->setFixedWidth(qRound(330 * std::min(look.settings().textScale, 1.1)));
    paper->setFixedWidth(qRound(330 * std::min(look.settings().textScale, 1.05)));
    panes->addWidget(queue);
    panes->addWidget(casePanel(look), 1);
    panes->addWidget(paper);
    frame.page->addLayout(panes, 1);

    ActionRegistry* actions = frame.actions;
    const QString context = u"todo"_s;
    auto* bar = new ActionBar(look);
    bar->addLeft(act(actions, context, u"todo.release"_s, u"退领"_s));
    bar->addLeft(act(actions, context, u"todo.transfer"_s, u"转派"_s));
    bar->addLeft(act(actions, context, u"todo.suspend"_s, u"暂停计时"_s));
    bar->addLeft(act(actions, context, u"todo.return"_s, u"打回…"_s));
    bar->addLeft(act(actions, context, u"todo.reject"_s, u"不予通过"_s), ButtonRole::Danger);
    bar->addRight(act(actions, context, u"todo.previous"_s, u"上一件"_s, QKeySequence(Qt::Key_PageUp)));
    bar->setPrimary(act(actions, context, u"todo.pass"_s, u"通过并下一件"_s, QKeySequence(Qt::CTRL | Qt::Key_Return)));
    frame.page->addWidget(bar);
    auto* flow = new KeyboardFlow(frame.window);
    flow->setMainButton(bar->primary());
    return frame.window;
}

} // namespace kuaiban::counter::gallery
