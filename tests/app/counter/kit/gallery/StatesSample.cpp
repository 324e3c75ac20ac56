#include "Gallery.h"

#include "app/counter/kit/EmptyState.h"
#include "app/counter/kit/FlowGraph.h"
#include "app/counter/kit/KeyboardFlow.h"
#include "app/counter/kit/MessageBar.h"
#include "app/counter/kit/PagedRows.h"
#include "app/counter/kit/PagedTableView.h"
#include "app/counter/kit/PageHeader.h"
#include "app/counter/kit/Panel.h"
#include "app/counter/kit/WorkProgress.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>

namespace kuaiban::counter::gallery {

using namespace Qt::StringLiterals;

namespace {

constexpr int caseCount = 500'000;

QVector<TableLine> sampleRows(int first, int count)
{
    const QStringList names{u"王*兰"_s, u"李*林"_s, u"赵*花"_s, u"崔*哲"_s, u"那*娟"_s};
    const QStringList items{
        u"失业保险金申领"_s, u"职工退休申请"_s, u"社保卡申领（即时制卡）"_s, u"工伤认定登记"_s, u"遗属待遇申领"_s};
    QVector<TableLine> rows;
    for (int row = first; row < first + count; ++row) {
        TableCell deadline{u"剩 %1 个工作日"_s.arg(row % 9 + 2)};
        if (row % 5 == 0)
            deadline = {u"今日到期"_s, Tone::Bad, Mark::Cross};
        else if (row % 5 == 2)
            deadline = {u"剩 1 个工作日"_s, Tone::Attention, Mark::Triangle};
        const TableCell state = row % 3 == 0 ? TableCell{u"已办结"_s, Tone::Good, Mark::Tick}
                                             : TableCell{u"审核中"_s, Tone::Normal, Mark::Dot};
        rows.append({QString::number(row), {{QString::number(2106032026112100000 + row)}, {names[row % 5]},
                                               {items[row % 5]}, state, deadline, {u"%1.00"_s.arg(1638 + row % 400)}}});
    }
    return rows;
}

Panel* tablePanel(const Look& look)
{
    auto* panel = new Panel(look, u"办件"_s);
    panel->setCount(u"500,000 件"_s);
    auto* table = new PagedTableView(look, u"办件列表"_s);
    auto* rows =
        new PagedRows({{u"no"_s, u"受理号"_s}, {u"person"_s, u"申请人"_s}, {u"item"_s, u"事项"_s},
                          {u"state"_s, u"状态"_s}, {u"deadline"_s, u"时限"_s}, {u"amount"_s, u"金额（元）"_s, true}},
            table);
    QObject::connect(rows, &PagedRows::rowsWanted, rows,
        [rows](int generation, int first, int count) { rows->deliver(generation, first, sampleRows(first, count)); });
    table->setModel(rows);
    rows->start(caseCount);
    const double scale = look.settings().textScale;
    table->setColumnWidth(0, qRound(172 * scale));
    table->setColumnWidth(1, qRound(76 * scale));
    table->setColumnWidth(2, qRound(172 * scale));
    table->setColumnWidth(3, qRound(88 * scale));
    table->setColumnWidth(4, qRound(128 * scale));
    table->selectRow(2);
    panel->addBleeding(table);
    return panel;
}

} // namespace

QWidget* makeStatesWindow(const Look& look)
{
    const Frame frame = makeFrame(look, u"陈思远"_s, u"cases"_s);
    auto* header = new PageHeader(look);
    header->setTitle(u"提示、空状态、进度、流程、列表"_s);
    frame.page->addWidget(header);
    auto* offline = new MessageBar(look);
    frame.page->addWidget(offline);
    offline->say({Tone::Bad, u"扫描仪没有回应"_s, u"设备 · 扫描仪"_s,
        u"请检查电源和数据线后按 F4 重试；仍不行可先用高拍仪。"_s, u"scanner.no-answer"_s});
    auto* retry = new QAction(u"重试"_s, offline);
    offline->setActions({retry});
    auto* notice = new MessageBar(look);
    frame.page->addWidget(notice);
    notice->say({Tone::Attention, u"读卡器上有另一人的卡"_s, u"卡片"_s,
        u"放的是 李*林 的身份证。当前办件属于 王*兰，未自动填入。"_s, {}});
    notice->setActions({new QAction(u"为此人新建办件"_s, notice), new QAction(u"作为代办人"_s, notice)});

    auto* panes = new QHBoxLayout;
    panes->setSpacing(Metrics::panelGap);
    auto* left = new QVBoxLayout;
    left->setSpacing(Metrics::panelGap);
    auto* flowPanel = new Panel(look, u"办理过程"_s);
    auto* flow = new FlowGraph(look);
    flow->setStages({{{u"a"_s, u"受理"_s, u"陈思远 11-21 09:31"_s, StepState::Done}},
        {{u"b"_s, u"初审"_s, u"刘敏 11-21 10:02"_s, StepState::Done}},
        {{u"c1"_s, u"会签 养老"_s, u"孙佳 进行中"_s, StepState::Current},
            {u"c2"_s, u"会签 失业"_s, u"已退回"_s, StepState::Blocked}},
        {{u"d"_s, u"复审"_s, u"待定"_s, StepState::Open}}, {{u"e"_s, u"公示"_s, u"5 个工作日"_s, StepState::Skipped}},
        {{u"f"_s, u"办结发放"_s, {}, StepState::Open}}});
    flowPanel->body()->addWidget(flow);
    left->addWidget(flowPanel);
    left->addWidget(tablePanel(look), 1);
    panes->addLayout(left, 1);

    auto* right = new QVBoxLayout;
    right->setSpacing(Metrics::panelGap);
    auto* workPanel = new Panel(look, u"补贴名单导入"_s);
    auto* work = new WorkProgress(look);
    work->start(u"正在核对 1,240 人"_s);
    work->setProgress(512, 1240, 21'000);
    workPanel->body()->addWidget(work);
    right->addWidget(workPanel);
    auto* emptyPanel = new Panel(look);
    auto* empty = new EmptyState(
        look, Glyph::IdCard, u"请放身份证"_s, u"把身份证放在读卡器上，或按 Ctrl+N 手工录入（需说明原因）。"_s);
    empty->setAction(act(frame.actions, u"cases"_s, u"cases.new"_s, u"新建办件"_s, QKeySequence(u"Ctrl+N"_s)));
    emptyPanel->addScrolled(empty);
    right->addWidget(emptyPanel, 1);
    auto* side = new QWidget;
    side->setFixedWidth(qRound(340 * std::min(look.settings().textScale, 1.1)));
    side->setLayout(right);
    right->setContentsMargins(0, 0, 0, 0);
    panes->addWidget(side);
    frame.page->addLayout(panes, 1);
    new KeyboardFlow(frame.window);
    return frame.window;
}

} // namespace kuaiban::counter::gallery
