<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>DraftBook</name>
    <message>
        <source>New case</source>
        <translation>新办件</translation>
    </message>
</context>
<context>
    <name>IntakeSteps</name>
    <message>
        <source>Card</source>
        <translation>读卡</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>填表</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>提交</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>Entry</source>
        <translation>填写</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>读卡</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>中心</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
</context>
<context>
    <name>StepState</name>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已中止</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>不需要</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>待办</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>ID card</source>
        <translation>身份证</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>扫描仪</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>Not approved</source>
        <translation>不予通过</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>Waiting for papers</source>
        <translation>待补正材料</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>办理中</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>not approved</source>
        <translation>不予通过</translation>
    </message>
    <message>
        <source>papers asked for</source>
        <translation>要求补正</translation>
    </message>
    <message>
        <source>dispatched</source>
        <translation>已分发</translation>
    </message>
    <message>
        <source>sent again</source>
        <translation>重新提交</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>超期 %n 天</numerusform></translation>
    </message>
    <message>
        <source>due today</source>
        <translation>今日到期</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>剩 %n 天</numerusform></translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>需要留意</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>not set up</source>
        <translation>未配置</translation>
    </message>
    <message>
        <source>No such device is set up on this machine.</source>
        <translation>本机没有配置这种设备。</translation>
    </message>
    <message>
        <source>A technician enters it in the profile under “devices”.</source>
        <translation>请技术人员在设置文件的 devices 中填写。</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::BottomStrip</name>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>All uploaded</source>
        <translation>已全部上传</translation>
    </message>
    <message>
        <source>To upload: %1 · %2</source>
        <translation>待上传 %1 件 · %2</translation>
    </message>
    <message>
        <source>To upload: %1</source>
        <translation>待上传 %1 件</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::CallBar</name>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>等候 %1</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::CaseListModel</name>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>受理号</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>受理时间</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation>待上传</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::CaseSearchPage</name>
    <message>
        <source>Case number, name or ID number</source>
        <translation>受理号、姓名或身份证号</translation>
    </message>
    <message>
        <source>Cases found</source>
        <translation>查到的办件</translation>
    </message>
    <message>
        <source>No case chosen</source>
        <translation>未选择办件</translation>
    </message>
    <message>
        <source>Choose a case in the list to see how it stands.</source>
        <translation>请在列表中选择一件，查看办理情况。</translation>
    </message>
    <message>
        <source>Find a case</source>
        <translation>办件查询</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) · as of %1</source>
        <translation>
            <numerusform>共 %n 件 · 截至 %1</numerusform></translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>办件</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::CaseSheet</name>
    <message>
        <source>The way of the case</source>
        <translation>办理过程</translation>
    </message>
    <message>
        <source>Taken by %1 · Window %2</source>
        <translation>受理人 %1 · %2 号窗口</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>受理号</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>身份证号</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>waits to be taken</source>
        <translation>待领取</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::CaseStrip</name>
    <message>
        <source>Open cases</source>
        <translation>在办</translation>
    </message>
    <message>
        <source>%1: not saved yet</source>
        <translation>%1：尚未暂存</translation>
    </message>
    <message>
        <source>Close the case of %1</source>
        <translation>关闭 %1 的办件</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::CheatSheet</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Esc closes</source>
        <translation>按 Esc 关闭</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>全局</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::CodePopup</name>
    <message>
        <source>Matching entries</source>
        <translation>匹配的条目</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>没有匹配的条目</translation>
    </message>
    <message>
        <source>First %1 entries; type on to narrow</source>
        <translation>前 %1 条，继续输入可缩小范围</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::ComparisonTable</name>
    <message>
        <source>%1, differs</source>
        <translation>%1，不一致</translation>
    </message>
    <message>
        <source>Differences: %1</source>
        <translation>不一致 %1 项</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::CounterWindow</name>
    <message>
        <source>Workbench</source>
        <translation>工作台</translation>
    </message>
    <message>
        <source>Intake</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>My cases</source>
        <translation>我的受理</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>办件查询</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::DateField</name>
    <message>
        <source>Write the date like 2026-11-21</source>
        <translation>请按 2026-11-21 填写日期</translation>
    </message>
    <message>
        <source>There is no such day</source>
        <translation>没有这一天</translation>
    </message>
    <message>
        <source>Not before %1</source>
        <translation>不能早于 %1</translation>
    </message>
    <message>
        <source>Not after %1</source>
        <translation>不能晚于 %1</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::DocumentPreview</name>
    <message>
        <source>Preview of the paper</source>
        <translation>文书预览</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::Field</name>
    <message>
        <source>required</source>
        <translation>必填</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::FirstStartPage</name>
    <message>
        <source>Which hub does this machine belong to?</source>
        <translation>本机属于哪个中心？</translation>
    </message>
    <message>
        <source>Enrol this machine</source>
        <translation>登记本机</translation>
    </message>
    <message>
        <source>Find the hub</source>
        <translation>查找中心</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Address of the hub</source>
        <translation>中心地址</translation>
    </message>
    <message>
        <source>Begins with https://; the administrator of the hall knows it</source>
        <translation>以 https:// 开头，可向大厅管理员索取</translation>
    </message>
    <message>
        <source>Enrolment code</source>
        <translation>登记码</translation>
    </message>
    <message>
        <source>8 digits from the administrator, good for one hour</source>
        <translation>管理员给出的 8 位数字，一小时内有效</translation>
    </message>
    <message>
        <source>Window number</source>
        <translation>窗口号</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>中心</translation>
    </message>
    <message>
        <source>Enrolment</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>The hub shows this certificate. Compare it with what the administrator has:
%1
SHA-256 %2</source>
        <translation>中心出示的证书如下，请与管理员手中的核对：
%1
SHA-256 %2</translation>
    </message>
    <message>
        <source>The hub runs on this machine and is reached without encryption.</source>
        <translation>中心就在本机运行，连接不加密。</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::FlowGraph</name>
    <message>
        <source>Course of the case</source>
        <translation>办理过程</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::FormPane</name>
    <message>
        <source>from the ID card</source>
        <translation>来自身份证</translation>
    </message>
    <message>
        <source>from the register</source>
        <translation>来自登记库</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::IntakePage</name>
    <message>
        <source>Receipt of %1 printed</source>
        <translation>%1 的回执已打印</translation>
    </message>
    <message>
        <source>Read ID card</source>
        <translation>读身份证</translation>
    </message>
    <message>
        <source>Type the identity</source>
        <translation>手工录入身份</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>下一栏</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览文书</translation>
    </message>
    <message>
        <source>Print receipt again</source>
        <translation>重打回执</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Save draft</source>
        <translation>暂存</translation>
    </message>
    <message>
        <source>Draft saved</source>
        <translation>草稿已保存</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>新办件</translation>
    </message>
    <message>
        <source>Next open case</source>
        <translation>下一个未提交的办件</translation>
    </message>
    <message>
        <source>Change the matter</source>
        <translation>更换事项</translation>
    </message>
    <message numerus="yes">
        <source>Limit %n working day(s)</source>
        <translation>
            <numerusform>限时 %n 个工作日</numerusform></translation>
    </message>
    <message>
        <source>Take a case</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Read the ID card first</source>
        <translation>请先读身份证</translation>
    </message>
    <message>
        <source>Still to fill in: %1</source>
        <translation>还需填写：%1</translation>
    </message>
    <message>
        <source>A case for %1 was begun; the other one stays open.</source>
        <translation>已为%1新开一件，原来的办件仍保留。</translation>
    </message>
    <message>
        <source>The scanner is still at work.</source>
        <translation>扫描还没有结束，请稍候。</translation>
    </message>
    <message>
        <source>Case %1 is taken. The window is free for the next one.</source>
        <translation>%1 已收件，可以接待下一位。</translation>
    </message>
    <message>
        <source>The receipt can be seen once a case is submitted.</source>
        <translation>提交后才能预览回执。</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::ItemPane</name>
    <message>
        <source>Matter: name, initials or code</source>
        <translation>事项：名称、拼音首字母或编码</translation>
    </message>
    <message>
        <source>Matters</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation>办什么事？</translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n 个工作日</numerusform></translation>
    </message>
    <message>
        <source>at once</source>
        <translation>即办</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::LoginPage</name>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Kuaiban</source>
        <translation>快办</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Signing in …</source>
        <translation>正在登录…</translation>
    </message>
    <message>
        <source>%1 · Window %2</source>
        <translation>%1 · %2 号窗口</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::MaskedLabel</name>
    <message>
        <source>Show %1 in full</source>
        <translation>显示完整%1</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::MaterialList</name>
    <message>
        <source>Materials</source>
        <translation>材料</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::MaterialPane</name>
    <message>
        <source>Papers</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Papers of this case</source>
        <translation>本件材料</translation>
    </message>
    <message>
        <source>Scanned pages</source>
        <translation>扫描页</translation>
    </message>
    <message>
        <source>+ Scan F4</source>
        <translation>＋ 扫描 F4</translation>
    </message>
    <message>
        <source>Add a paper</source>
        <translation>添加材料</translation>
    </message>
    <message>
        <source>Name it, then Enter</source>
        <translation>写材料名称，按回车</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) scanned</source>
        <translation>
            <numerusform>已扫描 %n 页</numerusform></translation>
    </message>
    <message>
        <source>Name the paper first, then scan.</source>
        <translation>请先写材料名称，再扫描。</translation>
    </message>
    <message>
        <source>Scanning …</source>
        <translation>正在扫描…</translation>
    </message>
    <message>
        <source>The page is hard to read: scan it again while the paper is here.</source>
        <translation>这一页不够清楚，请趁原件还在重新扫描。</translation>
    </message>
    <message>
        <source>scanned</source>
        <translation>已扫描</translation>
    </message>
    <message>
        <source>not scanned yet</source>
        <translation>未扫描</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n 页</numerusform></translation>
    </message>
    <message>
        <source>Papers are optional here. Name what the applicant hands in; F4 scans it.</source>
        <translation>本事项材料不限。写下群众交来的材料，按 F4 扫描。</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::MessageBar</name>
    <message>
        <source>Close message</source>
        <translation>关闭提示</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::MyCasesPage</name>
    <message>
        <source>My cases</source>
        <translation>我的受理</translation>
    </message>
    <message>
        <source>No case chosen</source>
        <translation>未选择办件</translation>
    </message>
    <message>
        <source>Choose a case in the list to see how it stands.</source>
        <translation>请在列表中选择一件，查看办理情况。</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>重新提交</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>In transit</source>
        <translation>在途</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>已通过</translation>
    </message>
    <message>
        <source>Not passed</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Which cases</source>
        <translation>显示哪些办件</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>共 %n 件</numerusform></translation>
    </message>
    <message>
        <source>The case goes on to the next step.</source>
        <translation>办件已进入下一环节。</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>办件</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::NavigationRail</name>
    <message>
        <source>Pages</source>
        <translation>导航</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::NavigationRows</name>
    <message>
        <source>%1, %2 new</source>
        <translation>%1，%2 条新消息</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::PageThumbs</name>
    <message>
        <source>Page %1</source>
        <translation>第 %1 页</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::PaperView</name>
    <message>
        <source>Papers</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>No papers</source>
        <translation>没有材料</translation>
    </message>
    <message>
        <source>Nothing was scanned for this case.</source>
        <translation>本件没有扫描材料。</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Scanned page</source>
        <translation>扫描页</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::PersonPane</name>
    <message>
        <source>Who is it for?</source>
        <translation>为谁办理？</translation>
    </message>
    <message>
        <source>Lay the ID card on the reader and press F2.</source>
        <translation>请把身份证放在读卡器上，按 F2。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>身份证号</translation>
    </message>
    <message>
        <source>Use this identity</source>
        <translation>使用该身份</translation>
    </message>
    <message>
        <source>Why was no card read?</source>
        <translation>为什么没有读卡？</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>请填写姓名。</translation>
    </message>
    <message>
        <source>Say why, the reviewer will see it.</source>
        <translation>请选择原因，审核时会显示。</translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n 岁</numerusform></translation>
    </message>
    <message>
        <source>ID card valid without end</source>
        <translation>身份证 长期有效</translation>
    </message>
    <message>
        <source>ID card expired on %1</source>
        <translation>身份证 %1 已过期</translation>
    </message>
    <message>
        <source>ID card valid until %1</source>
        <translation>身份证 有效至 %1</translation>
    </message>
    <message>
        <source>Typed by hand</source>
        <translation>手工录入</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住址</translation>
    </message>
    <message>
        <source>In the register</source>
        <translation>登记库信息</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation>在办</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::QueueList</name>
    <message>
        <source>held by me</source>
        <translation>我已领取</translation>
    </message>
    <message>
        <source>Cases that wait</source>
        <translation>待办办件</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::Receipts</name>
    <message>
        <source>Receipt %1</source>
        <translation>回执 %1</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::StatusLight</name>
    <message>
        <source>Not set up at this window.</source>
        <translation>本窗口未配置。</translation>
    </message>
    <message>
        <source>Everything is in order.</source>
        <translation>一切正常。</translation>
    </message>
    <message>
        <source>Code %1</source>
        <translation>代码 %1</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::StatusStrip</name>
    <message>
        <source>Devices</source>
        <translation>设备状态</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::StepTrail</name>
    <message>
        <source>Steps</source>
        <translation>办理步骤</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::TableField</name>
    <message>
        <source>Add row</source>
        <translation>添加一行</translation>
    </message>
    <message>
        <source>Remove row (Ctrl+Delete)</source>
        <translation>删除本行（Ctrl+Delete）</translation>
    </message>
    <message>
        <source>%1, row %2</source>
        <translation>%1，第 %2 行</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::ThumbnailStrip</name>
    <message>
        <source>Scanned pages</source>
        <translation>扫描页</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::TodoPage</name>
    <message>
        <source>Waiting</source>
        <translation>待办理</translation>
    </message>
    <message>
        <source>Search in this queue</source>
        <translation>在本队列中搜索</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>未选择办件</translation>
    </message>
    <message>
        <source>Choose a case at the left; Up and Down move in the queue.</source>
        <translation>请在左侧选择一件，上下键可移动。</translation>
    </message>
    <message>
        <source>Opinion</source>
        <translation>审核意见</translation>
    </message>
    <message>
        <source>Office in charge</source>
        <translation>主管科室</translation>
    </message>
    <message>
        <source>Agreed.</source>
        <translation>同意。</translation>
    </message>
    <message>
        <source>Papers are not complete.</source>
        <translation>材料不齐。</translation>
    </message>
    <message>
        <source>Details do not agree.</source>
        <translation>信息不一致。</translation>
    </message>
    <message>
        <source>Further proof is needed.</source>
        <translation>需补充证明。</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>领取</translation>
    </message>
    <message>
        <source>The case is yours now.</source>
        <translation>已领取。</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>退领</translation>
    </message>
    <message>
        <source>The case is back in the queue.</source>
        <translation>已退回队列。</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>打回</translation>
    </message>
    <message>
        <source>Returned to the window.</source>
        <translation>已打回窗口。</translation>
    </message>
    <message>
        <source>Do not approve</source>
        <translation>不予通过</translation>
    </message>
    <message>
        <source>The case was not approved.</source>
        <translation>已作不予通过处理。</translation>
    </message>
    <message>
        <source>Approve, next case</source>
        <translation>通过并下一件</translation>
    </message>
    <message>
        <source>The case was dispatched.</source>
        <translation>已分发。</translation>
    </message>
    <message>
        <source>Approved.</source>
        <translation>已通过。</translation>
    </message>
    <message>
        <source>Next case</source>
        <translation>下一件</translation>
    </message>
    <message>
        <source>Previous case</source>
        <translation>上一件</translation>
    </message>
    <message>
        <source>Next paper</source>
        <translation>下一页材料</translation>
    </message>
    <message>
        <source>Turn the paper</source>
        <translation>旋转材料</translation>
    </message>
    <message>
        <source>Common opinion %1</source>
        <translation>常用意见 %1</translation>
    </message>
    <message>
        <source>Taken %1 · %2</source>
        <translation>受理 %1 · %2</translation>
    </message>
    <message>
        <source>Dispatch, next case</source>
        <translation>分发并下一件</translation>
    </message>
    <message>
        <source>Held by %1</source>
        <translation>%1 正在办理</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::TopStrip</name>
    <message>
        <source>Search ID number, name, case number, service item, policy</source>
        <translation>搜索 身份证号、姓名、受理号、事项、政策</translation>
    </message>
    <message>
        <source>Kuaiban</source>
        <translation>快办</translation>
    </message>
    <message>
        <source>Signed in: %1</source>
        <translation>已登录：%1</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::WorkProgress</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation>已完成 %1</translation>
    </message>
    <message>
        <source>%1 per second</source>
        <translation>每秒 %1 件</translation>
    </message>
    <message>
        <source>%1 per minute</source>
        <translation>每分钟 %1 件</translation>
    </message>
    <message>
        <source>about %1 s left</source>
        <translation>约剩 %1 秒</translation>
    </message>
    <message>
        <source>about %1 min left</source>
        <translation>约剩 %1 分钟</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::WorkbenchPage</name>
    <message>
        <source>New since last time</source>
        <translation>上次离开后的新情况</translation>
    </message>
    <message>
        <source>Nothing was returned and nothing is stuck.</source>
        <translation>没有退回的办件，也没有需要处理的问题。</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>No draft is open. Ctrl+N begins a case.</source>
        <translation>没有未提交的草稿。按 Ctrl+N 新开一件。</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Good day, %1</source>
        <translation>%1，您好</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>新办件</translation>
    </message>
    <message>
        <source>Open the queue</source>
        <translation>打开待办</translation>
    </message>
    <message>
        <source>No name yet</source>
        <translation>未读卡</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) wait in the queue</source>
        <translation>
            <numerusform>队列中有 %n 件待办</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) taken</source>
        <translation>
            <numerusform>已受理 %n 件</numerusform></translation>
    </message>
    <message>
        <source>To be reviewed</source>
        <translation>待审核</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::Workplace</name>
    <message>
        <source>%1 · Window %2</source>
        <translation>%1 · %2 号窗口</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>全部快捷键</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
</context>
</TS>
