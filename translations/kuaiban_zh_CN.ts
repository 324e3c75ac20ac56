<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Announcements</name>
    <message>
        <source>withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>noted</source>
        <translation>已阅</translation>
    </message>
    <message>
        <source>over</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>important, to be noted</source>
        <translation>重要，待阅</translation>
    </message>
    <message>
        <source>to be noted</source>
        <translation>待阅</translation>
    </message>
</context>
<context>
    <name>AreaPicker</name>
    <message>
        <source>Name, initials or code</source>
        <translation>名称、拼音首字母或代码</translation>
    </message>
</context>
<context>
    <name>CaseWay</name>
    <message>
        <source>waits to be taken</source>
        <translation>待领取</translation>
    </message>
    <message>
        <source>waits for papers</source>
        <translation>等待补正</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>further copy</source>
        <translation>补打</translation>
    </message>
    <message numerus="yes">
        <source>%n copies</source>
        <translation>
            <numerusform>%n 份</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaseWords</name>
    <message>
        <source>ID card</source>
        <translation>身份证</translation>
    </message>
    <message>
        <source>register</source>
        <translation>登记库</translation>
    </message>
    <message>
        <source>calculated</source>
        <translation>计算得出</translation>
    </message>
    <message>
        <source>rules in force</source>
        <translation>现行规则</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>手工录入</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>当事人</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>代办人</translation>
    </message>
    <message>
        <source>Collector</source>
        <translation>领取人</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>handed in</source>
        <translation>已收</translation>
    </message>
    <message>
        <source>deferred until %1</source>
        <translation>容缺，%1 前补齐</translation>
    </message>
    <message>
        <source>replaced by a signed commitment</source>
        <translation>以告知承诺代替</translation>
    </message>
    <message>
        <source>from shared data, no paper</source>
        <translation>共享数据，免交</translation>
    </message>
    <message>
        <source>taken from an earlier case</source>
        <translation>复用历史材料</translation>
    </message>
    <message>
        <source>handed in, not scanned</source>
        <translation>已收，未扫描</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>复印件</translation>
    </message>
    <message>
        <source>came after the decision</source>
        <translation>决定后补交</translation>
    </message>
    <message>
        <source>pages still on their way</source>
        <translation>材料待到齐</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>%1 yuan</source>
        <translation>%1 元</translation>
    </message>
    <message>
        <source>social security card</source>
        <translation>社保卡</translation>
    </message>
</context>
<context>
    <name>Citizen</name>
    <message>
        <source>Screen for the citizen</source>
        <translation>客屏</translation>
    </message>
    <message>
        <source>Thank you!</source>
        <translation>谢谢您的评价</translation>
    </message>
    <message>
        <source>Your evaluation helps us to serve you better.</source>
        <translation>您的评价是我们改进服务的动力</translation>
    </message>
    <message>
        <source>Window %1</source>
        <translation>%1 号窗口</translation>
    </message>
    <message>
        <source>Please show your ID card</source>
        <translation>请出示身份证</translation>
    </message>
    <message>
        <source>Please check: is everything right?</source>
        <translation>请核对以下信息</translation>
    </message>
    <message>
        <source>Something is wrong</source>
        <translation>有误</translation>
    </message>
    <message>
        <source>Everything is right</source>
        <translation>确认无误</translation>
    </message>
    <message>
        <source>Please write your whole name first.</source>
        <translation>请先签写完整姓名。</translation>
    </message>
    <message>
        <source>Please sign here with your finger or the pen</source>
        <translation>请用手指或笔在此签名</translation>
    </message>
    <message>
        <source>Sign again</source>
        <translation>重新签名</translation>
    </message>
    <message>
        <source>Very dissatisfied</source>
        <translation>非常不满意</translation>
    </message>
    <message>
        <source>Dissatisfied</source>
        <translation>不满意</translation>
    </message>
    <message>
        <source>Fairly satisfied</source>
        <translation>基本满意</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>Very satisfied</source>
        <translation>非常满意</translation>
    </message>
    <message>
        <source>How satisfied are you with the service?</source>
        <translation>您对本次服务满意吗？</translation>
    </message>
    <message>
        <source>Your choice is not shown at the window.</source>
        <translation>窗口不会显示您选择的评价等级</translation>
    </message>
    <message>
        <source>What was good? (more than one if you like)</source>
        <translation>哪些地方让您满意？（可多选）</translation>
    </message>
    <message>
        <source>What should be better? (more than one if you like)</source>
        <translation>哪些地方需要改进？（可多选）</translation>
    </message>
    <message>
        <source>Choose again</source>
        <translation>重新选择</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>办结</translation>
    </message>
</context>
<context>
    <name>CounterPages</name>
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
    <message>
        <source>Accounts</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>通知公告</translation>
    </message>
    <message>
        <source>Offices</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Synchronisation</source>
        <translation>同步中心</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>个人</translation>
    </message>
    <message>
        <source>Employer</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Held work</source>
        <translation>待裁定</translation>
    </message>
</context>
<context>
    <name>DeviceWords</name>
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
        <source>did not work</source>
        <translation>没有成功</translation>
    </message>
    <message>
        <source>tried</source>
        <translation>试过</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>已选用</translation>
    </message>
    <message>
        <source>not set up</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>The card of %1 was read.</source>
        <translation>已读到 %1 的卡。</translation>
    </message>
    <message>
        <source>A page of %1 dots came.</source>
        <translation>扫到一页，%1 像素。</translation>
    </message>
    <message>
        <source>The test slip is out: compare it with what lies in the printer.</source>
        <translation>测试小票已打出，请看一下打印机里的纸。</translation>
    </message>
    <message>
        <source>The test page is out.</source>
        <translation>测试页已打出。</translation>
    </message>
    <message>
        <source>Key %1 was pressed.</source>
        <translation>收到按键 %1。</translation>
    </message>
    <message>
        <source>The monitor %1 is connected.</source>
        <translation>显示器 %1 已接上。</translation>
    </message>
    <message>
        <source>The queue answered; nobody is called.</source>
        <translation>叫号系统有回应，现在没有叫号。</translation>
    </message>
    <message>
        <source>The queue answered; %1 is called.</source>
        <translation>叫号系统有回应，正在叫 %1 号。</translation>
    </message>
    <message>
        <source>Reads the ID card that lies there.</source>
        <translation>读取放着的身份证。</translation>
    </message>
    <message>
        <source>Reads the social security card that is in.</source>
        <translation>读取插着的社保卡。</translation>
    </message>
    <message>
        <source>Scans one page from the glass; it is not kept.</source>
        <translation>从平板扫一页，不保存。</translation>
    </message>
    <message>
        <source>Prints a test slip.</source>
        <translation>打印一张测试小票。</translation>
    </message>
    <message>
        <source>Prints a test page.</source>
        <translation>打印一张测试页。</translation>
    </message>
    <message>
        <source>Waits 15 seconds for a key of the keypad.</source>
        <translation>等待 15 秒，请按一下评价器。</translation>
    </message>
    <message>
        <source>Looks for the monitor that faces the citizen.</source>
        <translation>检查朝向办事人的显示器是否接上。</translation>
    </message>
    <message>
        <source>Asks the queue how it stands; calls nobody.</source>
        <translation>询问叫号系统的状态，不叫号。</translation>
    </message>
    <message>
        <source>Works, in %1 s</source>
        <translation>正常，用时 %1 秒</translation>
    </message>
    <message>
        <source>Answers, but no key was pressed</source>
        <translation>有回应，但没有人按键</translation>
    </message>
    <message>
        <source>Try it once more and press a key within 15 seconds.</source>
        <translation>请再试一次，15 秒内按一下。</translation>
    </message>
    <message>
        <source>Answers, but: %1</source>
        <translation>有回应，但是：%1</translation>
    </message>
    <message>
        <source>Does not work: %1</source>
        <translation>不能用：%1</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>回执</translation>
    </message>
    <message>
        <source>Decisions and notices</source>
        <translation>决定、通知</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>Confirmations</source>
        <translation>确认单</translation>
    </message>
    <message>
        <source>For the house</source>
        <translation>内部单据</translation>
    </message>
    <message>
        <source>Tray %1</source>
        <translation>纸盒 %1</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>自动选择</translation>
    </message>
    <message>
        <source>Main tray</source>
        <translation>主纸盒</translation>
    </message>
    <message>
        <source>Second tray</source>
        <translation>备用纸盒</translation>
    </message>
    <message>
        <source>Upper tray</source>
        <translation>上纸盒</translation>
    </message>
    <message>
        <source>Middle tray</source>
        <translation>中纸盒</translation>
    </message>
    <message>
        <source>Lower tray</source>
        <translation>下纸盒</translation>
    </message>
    <message>
        <source>Rear tray</source>
        <translation>后纸盒</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手动进纸</translation>
    </message>
    <message>
        <source>Bypass tray</source>
        <translation>多用途纸盒</translation>
    </message>
    <message>
        <source>Envelopes</source>
        <translation>信封</translation>
    </message>
    <message>
        <source>Large tray</source>
        <translation>大容量纸盒</translation>
    </message>
    <message>
        <source>Takes one photograph of what lies below it; it is not kept.</source>
        <translation>用高拍仪拍一页，不保存。</translation>
    </message>
    <message>
        <source>Pages of a case (F4)</source>
        <translation>办件材料（F4）</translation>
    </message>
    <message>
        <source>What shows who somebody is (F4)</source>
        <translation>身份证明材料（F4）</translation>
    </message>
    <message>
        <source>What the applicant takes along</source>
        <translation>受理时交给申请人</translation>
    </message>
    <message>
        <source>As usual: slip and receipt page</source>
        <translation>默认：小票和受理回执</translation>
    </message>
    <message>
        <source>As usual: the scanner, without one the camera</source>
        <translation>默认：扫描仪，没有时用高拍仪</translation>
    </message>
    <message>
        <source>The slip only</source>
        <translation>只打小票</translation>
    </message>
    <message>
        <source>The receipt page only</source>
        <translation>只打受理回执</translation>
    </message>
</context>
<context>
    <name>DraftBook</name>
    <message>
        <source>New case</source>
        <translation>新办件</translation>
    </message>
</context>
<context>
    <name>Found</name>
    <message>
        <source>Matters</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>政策依据</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>办件</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
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
    <name>OrganisationEntries</name>
    <message>
        <source>%1 (closed)</source>
        <translation>%1（已撤销）</translation>
    </message>
</context>
<context>
    <name>OrganisationKind</name>
    <message>
        <source>Human resources and social security</source>
        <translation>人社部门</translation>
    </message>
    <message>
        <source>Finance</source>
        <translation>财政部门</translation>
    </message>
    <message>
        <source>Department in charge</source>
        <translation>主管部门</translation>
    </message>
    <message>
        <source>Township or street</source>
        <translation>乡镇（街道）</translation>
    </message>
    <message>
        <source>Village or community</source>
        <translation>村（社区）</translation>
    </message>
</context>
<context>
    <name>Outgoing</name>
    <message>
        <source>Case taken</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Entries changed</source>
        <translation>修改填写内容</translation>
    </message>
    <message>
        <source>Bank account</source>
        <translation>银行账户</translation>
    </message>
    <message>
        <source>Difference settled</source>
        <translation>处理不一致</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Papers removed</source>
        <translation>移除材料</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>打印记录</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>领取任务</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>退回任务</translation>
    </message>
    <message>
        <source>Dispatched</source>
        <translation>分派</translation>
    </message>
    <message>
        <source>Step done</source>
        <translation>本环节办结</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>审核通过</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>打回</translation>
    </message>
    <message>
        <source>Called back to the window</source>
        <translation>撤回到窗口</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>不予办理</translation>
    </message>
    <message>
        <source>Papers asked for</source>
        <translation>通知补正</translation>
    </message>
    <message>
        <source>Submitted again</source>
        <translation>补正后提交</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Date confirmed</source>
        <translation>确认日期</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员信息</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>移交</translation>
    </message>
    <message>
        <source>Passed on</source>
        <translation>转办</translation>
    </message>
    <message>
        <source>No duplicate</source>
        <translation>排除重复</translation>
    </message>
    <message>
        <source>Result handed out</source>
        <translation>结果送达</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>评价</translation>
    </message>
    <message>
        <source>Announcement noted</source>
        <translation>公告阅知</translation>
    </message>
    <message numerus="yes">
        <source>tried %n time(s)</source>
        <translation>
            <numerusform>已试 %n 次，等待上传</numerusform>
        </translation>
    </message>
    <message>
        <source>to be sent</source>
        <translation>待上传</translation>
    </message>
    <message>
        <source>taken by the centre, being confirmed</source>
        <translation>中心已收下，等待确认</translation>
    </message>
    <message>
        <source>needs you</source>
        <translation>需要您处理</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>暂缓上传</translation>
    </message>
    <message>
        <source>files %1 %</source>
        <translation>附件 %1%</translation>
    </message>
    <message>
        <source>being confirmed</source>
        <translation>等待确认</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>附件</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 个附件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 are at the centre</source>
        <translation>%2 中已送达 %1</translation>
    </message>
    <message>
        <source>Online, sending</source>
        <translation>在线，正在上传</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>last contact %1</source>
        <translation>最近联系 %1</translation>
    </message>
    <message>
        <source>no contact yet</source>
        <translation>尚未联系过中心</translation>
    </message>
    <message>
        <source>next try %1</source>
        <translation>下次重试 %1</translation>
    </message>
    <message>
        <source>already there</source>
        <translation>中心已有</translation>
    </message>
    <message>
        <source>not sent: somebody else had done the same</source>
        <translation>未发送：别人已做过同样的修改</translation>
    </message>
    <message>
        <source>Back in the queue</source>
        <translation>退回队列</translation>
    </message>
    <message>
        <source>Held work admitted</source>
        <translation>采纳暂存的操作</translation>
    </message>
    <message>
        <source>Held work not admitted</source>
        <translation>不采纳暂存的操作</translation>
    </message>
    <message>
        <source>Held work taken back</source>
        <translation>撤回待裁定的操作</translation>
    </message>
    <message>
        <source>Merged into the earlier case</source>
        <translation>并入在先办件</translation>
    </message>
</context>
<context>
    <name>PageNotes</name>
    <message>
        <source>blank</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>The page is blank. Remove it, or lay the paper the other way round and scan it again.</source>
        <translation>这一页是空白的。请删除，或者把纸翻过来重新扫描。</translation>
    </message>
    <message>
        <source>blurred</source>
        <translation>模糊</translation>
    </message>
    <message>
        <source>The writing is blurred. Lay the paper flat and scan it again.</source>
        <translation>字迹模糊。请把纸放平后重新扫描。</translation>
    </message>
    <message>
        <source>too dark</source>
        <translation>过暗</translation>
    </message>
    <message>
        <source>The page is too dark. Close the lid, see that the paper lies face down, and scan it again.</source>
        <translation>画面过暗。请合上盖板，确认有字的一面朝下，再重新扫描。</translation>
    </message>
    <message>
        <source>too pale</source>
        <translation>过浅</translation>
    </message>
    <message>
        <source>The writing is too pale. Scan it again, or ask for a better copy.</source>
        <translation>字迹过浅。请重新扫描，或者请申请人换一份清楚的。</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>缺边</translation>
    </message>
    <message>
        <source>Writing runs over the edge. Move the paper further in and scan it again.</source>
        <translation>文字超出页边。请把纸往里放一些，重新扫描。</translation>
    </message>
    <message>
        <source>over 600 KB</source>
        <translation>超过 600 KB</translation>
    </message>
    <message>
        <source>The page is over 600 KB: uploading takes longer.</source>
        <translation>这一页超过 600 KB，上传会慢一些。</translation>
    </message>
</context>
<context>
    <name>PaperChecklist</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n 页</numerusform>
        </translation>
    </message>
    <message>
        <source>Deferred until %1</source>
        <translation>容缺，%1 前补交</translation>
    </message>
    <message>
        <source>Commitment: have it signed and scan it</source>
        <translation>告知承诺，承诺书签字后扫描</translation>
    </message>
    <message>
        <source>Shared data, no paper needed</source>
        <translation>共享数据核验，免交</translation>
    </message>
    <message>
        <source>Taken from an earlier case</source>
        <translation>取自以前的办件</translation>
    </message>
    <message>
        <source>%1, not scanned yet</source>
        <translation>%1，尚未扫描</translation>
    </message>
    <message>
        <source>Another one will do</source>
        <translation>已有可替代的材料，免交</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>可选</translation>
    </message>
    <message numerus="yes">
        <source>one of %n</source>
        <translation>
            <numerusform>%n 选一</numerusform>
        </translation>
    </message>
    <message>
        <source>required</source>
        <translation>必需</translation>
    </message>
    <message numerus="yes">
        <source>may follow within %n day(s)</source>
        <translation>
            <numerusform>可容缺，%n 日内补</numerusform>
        </translation>
    </message>
    <message>
        <source>a commitment will do</source>
        <translation>可用告知承诺代替</translation>
    </message>
    <message>
        <source>not there yet</source>
        <translation>未提交</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原件</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复印件</translation>
    </message>
    <message>
        <source>Electronic</source>
        <translation>电子件</translation>
    </message>
    <message>
        <source>Deferred</source>
        <translation>容缺</translation>
    </message>
    <message>
        <source>Commitment</source>
        <translation>告知承诺</translation>
    </message>
    <message>
        <source>Shared data</source>
        <translation>共享数据</translation>
    </message>
    <message>
        <source>Reuse</source>
        <translation>复用</translation>
    </message>
</context>
<context>
    <name>PaperLeaves</name>
    <message>
        <source>Proof of identity: %1</source>
        <translation>身份证明：%1</translation>
    </message>
    <message>
        <source>Power of attorney</source>
        <translation>授权委托书</translation>
    </message>
    <message>
        <source>Signature of the collector</source>
        <translation>领取人签字</translation>
    </message>
    <message>
        <source>Signature of the applicant (something was changed since)</source>
        <translation>申请人签字（签字后内容有改动）</translation>
    </message>
    <message>
        <source>Signature of the applicant</source>
        <translation>申请人签字</translation>
    </message>
</context>
<context>
    <name>PartyRows</name>
    <message>
        <source>typed: %1</source>
        <translation>手工录入：%1</translation>
    </message>
    <message>
        <source>security card agrees</source>
        <translation>社保卡一致</translation>
    </message>
    <message>
        <source>security card differs</source>
        <translation>社保卡不一致</translation>
    </message>
</context>
<context>
    <name>PersonSections</name>
    <message>
        <source>Person</source>
        <translation>个人</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Sex, ethnicity</source>
        <translation>性别、民族</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>出生</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>所属区划</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>户口性质</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>文化程度</translation>
    </message>
    <message>
        <source>Employment</source>
        <translation>就业状态</translation>
    </message>
    <message>
        <source>Died on</source>
        <translation>死亡日期</translation>
    </message>
    <message>
        <source>Social security cards</source>
        <translation>社会保障卡</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>Insurance</source>
        <translation>参保</translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n 个月</numerusform>
        </translation>
    </message>
    <message>
        <source>base %1</source>
        <translation>基数 %1</translation>
    </message>
    <message>
        <source>Pension account</source>
        <translation>养老保险个人账户</translation>
    </message>
    <message>
        <source>balance %1</source>
        <translation>余额 %1</translation>
    </message>
    <message numerus="yes">
        <source>deemed %n month(s)</source>
        <translation>
            <numerusform>视同 %n 个月</numerusform>
        </translation>
    </message>
    <message>
        <source>Benefits</source>
        <translation>待遇</translation>
    </message>
    <message>
        <source>%1 a month</source>
        <translation>每月 %1</translation>
    </message>
    <message>
        <source>%1 of %2 months drawn</source>
        <translation>已领 %1 个月，共 %2 个月</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>自 %1</translation>
    </message>
    <message>
        <source>Household register</source>
        <translation>户口簿</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>人口数</translation>
    </message>
    <message>
        <source>Registered as dead</source>
        <translation>已登记死亡</translation>
    </message>
    <message>
        <source>No social security card</source>
        <translation>没有社会保障卡</translation>
    </message>
    <message>
        <source>The card cannot be used</source>
        <translation>社会保障卡不能使用</translation>
    </message>
    <message>
        <source>Benefits cannot be paid to the card</source>
        <translation>待遇不能发到社会保障卡</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) under way</source>
        <translation>
            <numerusform>有 %n 件正在办理</numerusform>
        </translation>
    </message>
    <message>
        <source>Died</source>
        <translation>死亡</translation>
    </message>
    <message>
        <source>First insured: %1</source>
        <translation>首次参保：%1</translation>
    </message>
    <message>
        <source>Insured again: %1</source>
        <translation>续保：%1</translation>
    </message>
    <message>
        <source>Insurance ended: %1</source>
        <translation>停保：%1</translation>
    </message>
    <message>
        <source>Contract ended: %1, %2</source>
        <translation>终止劳动合同：%1，%2</translation>
    </message>
    <message>
        <source>Card issued: %1</source>
        <translation>发卡：%1</translation>
    </message>
    <message>
        <source>Benefit granted: %1</source>
        <translation>核定待遇：%1</translation>
    </message>
</context>
<context>
    <name>PersonWords</name>
    <message>
        <source>ID card valid without end</source>
        <translation>身份证长期有效</translation>
    </message>
    <message>
        <source>ID card expired on %1</source>
        <translation>身份证已于 %1 过期</translation>
    </message>
    <message>
        <source>ID card valid until %1</source>
        <translation>身份证有效至 %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>account %1</source>
        <translation>金融账户%1</translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>累计 %n 个月</numerusform>
        </translation>
    </message>
    <message>
        <source>Insurance and cases</source>
        <translation>参保与办件</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Last unit</source>
        <translation>原单位</translation>
    </message>
    <message>
        <source>Insured</source>
        <translation>参保</translation>
    </message>
    <message>
        <source>in nothing</source>
        <translation>未参保</translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation>在办</translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n 岁</numerusform>
        </translation>
    </message>
    <message>
        <source>Typed by hand</source>
        <translation>手工录入</translation>
    </message>
    <message>
        <source>Credit code</source>
        <translation>信用代码</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住址</translation>
    </message>
    <message>
        <source>Security card</source>
        <translation>社保卡</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Registered as dead</source>
        <translation>已死亡登记</translation>
    </message>
    <message>
        <source>Died on %1 by the register. Check who stands at the window.</source>
        <translation>登记库记载于 %1 死亡，请核实办事人身份。</translation>
    </message>
    <message>
        <source>The same matter is under way</source>
        <translation>同一事项在办</translation>
    </message>
    <message>
        <source>Case %1, taken on %2.</source>
        <translation>受理号 %1，%2 受理。</translation>
    </message>
    <message>
        <source>The ID card is out of date</source>
        <translation>证件已过期</translation>
    </message>
    <message>
        <source>It ended on %1. Ask for a valid document or remind of renewal.</source>
        <translation>有效期至 %1，请出示有效证件，或提醒换领。</translation>
    </message>
    <message>
        <source>Old 15-digit number</source>
        <translation>15 位旧证号</translation>
    </message>
    <message>
        <source>Take the 18-digit number from a new card or the household book.</source>
        <translation>请按新证或户口簿核对 18 位号码。</translation>
    </message>
    <message>
        <source>Not in the register</source>
        <translation>登记库无此人</translation>
    </message>
    <message>
        <source>No record for this number: check it, and fill in by hand.</source>
        <translation>没有该号码的登记信息，请核对号码，表单手工填写。</translation>
    </message>
    <message>
        <source>Register out of reach</source>
        <translation>登记库暂不可用</translation>
    </message>
    <message>
        <source>The case can be taken; the hub compares it when it arrives.</source>
        <translation>可以照常受理，上传后由中心比对。</translation>
    </message>
    <message>
        <source>number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>birth date</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Read from the social security card</source>
        <translation>读自社保卡</translation>
    </message>
    <message>
        <source>Security card tells no holder yet</source>
        <translation>社保卡尚未读出持卡人</translation>
    </message>
    <message>
        <source>Person and security card agree</source>
        <translation>人卡一致</translation>
    </message>
    <message>
        <source>Security card differs: %1</source>
        <translation>人卡不一致：%1</translation>
    </message>
    <message>
        <source>Person and security card differ</source>
        <translation>人卡不一致</translation>
    </message>
    <message>
        <source>They differ in %1. Compare both cards with who stands at the window.</source>
        <translation>%1 不一致，请核对两张卡和本人。</translation>
    </message>
    <message>
        <source>The security card is out of date</source>
        <translation>社保卡已过期</translation>
    </message>
    <message>
        <source>It ended on %1. Remind of a new one.</source>
        <translation>有效期至 %1，请提醒换卡。</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Login</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区划</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Above it</source>
        <translation>上级机构</translation>
    </message>
    <message>
        <source>Credit code</source>
        <translation>统一社会信用代码</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>姓名</translation>
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
            <numerusform>超期 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>due today</source>
        <translation>今日到期</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>剩 %n 天</numerusform>
        </translation>
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
    <message>
        <source>Slip printer</source>
        <translation>小票机</translation>
    </message>
    <message>
        <source>clock stopped</source>
        <translation>已暂停计时</translation>
    </message>
    <message>
        <source>papers overdue since %1</source>
        <translation>补正已逾期（%1）</translation>
    </message>
    <message>
        <source>papers by %1</source>
        <translation>%1 前补正</translation>
    </message>
    <message>
        <source>being looked at</source>
        <translation>检测中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>办完</translation>
    </message>
    <message>
        <source>Security card</source>
        <translation>社保卡</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>评价器</translation>
    </message>
    <message>
        <source>Citizen screen</source>
        <translation>客屏</translation>
    </message>
    <message>
        <source>Calling</source>
        <translation>叫号</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>高拍仪</translation>
    </message>
    <message>
        <source>taken back by the window</source>
        <translation>窗口已收回</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>已并案</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::AccountPane</name>
    <message>
        <source>New account</source>
        <translation>新账号</translation>
    </message>
    <message>
        <source>Give a post</source>
        <translation>授予岗位</translation>
    </message>
    <message>
        <source>A post holds in an area and everything below it.</source>
        <translation>岗位在所选区划及其下级都有效。</translation>
    </message>
    <message>
        <source>Open the account</source>
        <translation>开通账号</translation>
    </message>
    <message>
        <source>Give the post</source>
        <translation>授予</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Small letters and digits, such as pinyin</source>
        <translation>小写字母和数字，如姓名拼音</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区划</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>To be filled in</source>
        <translation>请填写</translation>
    </message>
    <message>
        <source>The first password is shown once: tell it to whoever gets the account.</source>
        <translation>初始密码只显示一次，请当面告知本人。</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Its name is printed on receipts</source>
        <translation>名称会印在回执上</translation>
    </message>
    <message>
        <source>Name or initials</source>
        <translation>名称或拼音首字母</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Change the account</source>
        <translation>修改账号</translation>
    </message>
    <message>
        <source>Posts stay as they are: give and withdraw them apart.</source>
        <translation>岗位不变；授予和收回岗位请另行操作。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::AccountsPage</name>
    <message>
        <source>locked</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>no post</source>
        <translation>没有岗位</translation>
    </message>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation>
            <numerusform>%n 个账号</numerusform>
        </translation>
    </message>
    <message>
        <source>The account %1 is open. First password, told only now: %2</source>
        <translation>账号 %1 已开通。初始密码（只显示这一次）： %2</translation>
    </message>
    <message>
        <source>The post %1 is given.</source>
        <translation>已授予岗位“%1”。</translation>
    </message>
    <message>
        <source>The post is withdrawn; what was done with it stays valid.</source>
        <translation>岗位已收回，以前办的件仍然有效。</translation>
    </message>
    <message>
        <source>The account is locked.</source>
        <translation>账号已停用。</translation>
    </message>
    <message>
        <source>The account may sign in again.</source>
        <translation>账号已恢复。</translation>
    </message>
    <message>
        <source>Accounts from a sheet</source>
        <translation>批量导入账号</translation>
    </message>
    <message>
        <source>Empty sheet</source>
        <translation>空白表格</translation>
    </message>
    <message>
        <source>First passwords</source>
        <translation>初始密码</translation>
    </message>
    <message>
        <source>Login, name or office</source>
        <translation>登录名、姓名或单位</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>No account chosen</source>
        <translation>还没有选账号</translation>
    </message>
    <message>
        <source>Choose one at the left, or open a new one.</source>
        <translation>在左边选择，或者新开账号。</translation>
    </message>
    <message>
        <source>Accounts and posts</source>
        <translation>账号与岗位</translation>
    </message>
    <message>
        <source>Posts of the account</source>
        <translation>账号的岗位</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>New account …</source>
        <translation>新账号…</translation>
    </message>
    <message>
        <source>Give a post …</source>
        <translation>授予岗位…</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>换密码</translation>
    </message>
    <message>
        <source>From a sheet …</source>
        <translation>批量导入…</translation>
    </message>
    <message>
        <source>Empty sheet …</source>
        <translation>空白表格…</translation>
    </message>
    <message>
        <source>Open these accounts</source>
        <translation>开通这些账号</translation>
    </message>
    <message>
        <source>Keep the first passwords …</source>
        <translation>保存初始密码…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Find an account</source>
        <translation>查找账号</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Office or hall</source>
        <translation>单位（大厅）</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区划</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>may sign in</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>New password of %1, told only now: %2</source>
        <translation>%1 的新密码（只显示这一次）： %2</translation>
    </message>
    <message>
        <source>Keep the first passwords of the last sheet first.</source>
        <translation>请先保存上一份表格的初始密码。</translation>
    </message>
    <message>
        <source>The account is changed.</source>
        <translation>账号已修改。</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Kept as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>收回岗位</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>停用账号</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>恢复账号</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::AnnouncementPane</name>
    <message>
        <source>Who took note</source>
        <translation>阅知情况</translation>
    </message>
    <message>
        <source>holds until %1</source>
        <translation>有效至 %1</translation>
    </message>
    <message>
        <source>Withdrawn %1: %2</source>
        <translation>%1 撤回：%2</translation>
    </message>
    <message>
        <source>You took note of it on %1.</source>
        <translation>您已于 %1 阅知。</translation>
    </message>
    <message>
        <source>%1 of %2 took note.</source>
        <translation>%2 人中已有 %1 人阅知。</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>未阅</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 人</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::AnnouncementsPage</name>
    <message>
        <source>Announcements</source>
        <translation>通知公告</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到的通知</translation>
    </message>
    <message>
        <source>No announcement</source>
        <translation>暂无通知</translation>
    </message>
    <message>
        <source>What administrators announce stands here.</source>
        <translation>管理员发布的通知显示在这里。</translation>
    </message>
    <message>
        <source>Withdraw the announcement</source>
        <translation>撤回通知</translation>
    </message>
    <message>
        <source>It stays readable and is shown as withdrawn, with this reason.</source>
        <translation>通知仍可查看，但标明已撤回和原因。</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Published by mistake</source>
        <translation>误发</translation>
    </message>
    <message>
        <source>Replaced by a newer one</source>
        <translation>已有新通知代替</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>已阅</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>New announcement …</source>
        <translation>发布通知…</translation>
    </message>
    <message>
        <source>Withdraw …</source>
        <translation>撤回…</translation>
    </message>
    <message>
        <source>Published, and who took note</source>
        <translation>已发布及阅知情况</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>已发布的通知</translation>
    </message>
    <message numerus="yes">
        <source>%n to be noted</source>
        <translation>
            <numerusform>%n 条待阅</numerusform>
        </translation>
    </message>
    <message>
        <source>All noted</source>
        <translation>全部已阅</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>已阅 %1/%2</translation>
    </message>
    <message>
        <source>“%1” is published.</source>
        <translation>“%1”已发布。</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>向下翻</translation>
    </message>
    <message>
        <source>Read back</source>
        <translation>向上翻</translation>
    </message>
    <message>
        <source>The announcement is withdrawn.</source>
        <translation>通知已撤回。</translation>
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
    <message>
        <source>The queue at this window</source>
        <translation>本窗口的叫号</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::CallDesk</name>
    <message>
        <source>Call next</source>
        <translation>呼叫下一位</translation>
    </message>
    <message>
        <source>Ends with whoever is here and calls the next citizen</source>
        <translation>结束当前的号，呼叫下一位</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>重呼</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>过号</translation>
    </message>
    <message>
        <source>Whoever was called did not come</source>
        <translation>叫到的人没有来</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Ends with whoever is here and calls nobody</source>
        <translation>结束当前的号，暂不叫下一位</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>连接中断</translation>
    </message>
    <message>
        <source>Away since %1</source>
        <translation>%1 起断开</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::Callout</name>
    <message>
        <source>Close message</source>
        <translation>关闭提示</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::CardPinSheet</name>
    <message>
        <source>No card was read yet</source>
        <translation>尚未读卡</translation>
    </message>
    <message>
        <source>New PIN once more</source>
        <translation>再输一次新密码</translation>
    </message>
    <message>
        <source>PIN of the social security card</source>
        <translation>社保卡密码</translation>
    </message>
    <message>
        <source>Let the holder type; to check the PIN only, leave the new one empty</source>
        <translation>请持卡人本人输入；只验证密码时，新密码留空</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>The card has the new PIN.</source>
        <translation>新密码已写入卡片。</translation>
    </message>
    <message>
        <source>The PIN is right.</source>
        <translation>密码正确。</translation>
    </message>
    <message>
        <source>Change the PIN</source>
        <translation>修改密码</translation>
    </message>
    <message>
        <source>Check the PIN</source>
        <translation>验证密码</translation>
    </message>
    <message>
        <source>a holder it does not name</source>
        <translation>持卡人（卡片未给出姓名）</translation>
    </message>
    <message>
        <source>The card of %1</source>
        <translation>%1 的社保卡</translation>
    </message>
    <message>
        <source>Not the same as the line above</source>
        <translation>与上一行不一致</translation>
    </message>
    <message>
        <source>The card is asked …</source>
        <translation>正在与卡片核对 …</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::CarrySheet</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Password of the file</source>
        <translation>文件密码</translation>
    </message>
    <message>
        <source>Password once more</source>
        <translation>再输一次密码</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Put it in</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Take it in</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Work into a file</source>
        <translation>导出待上传业务</translation>
    </message>
    <message>
        <source>Work from a file</source>
        <translation>导入其他设备的业务</translation>
    </message>
    <message>
        <source>All that waits here is put into the file, for a supervisor to take in on a machine that reaches the centre. It also stays here.</source>
        <translation>本机待上传的业务全部写入文件，由分管领导在能连上中心的设备上导入。本机仍保留这些业务。</translation>
    </message>
    <message>
        <source>What another counter put into a file goes to the centre from here, in the name of whoever did it.</source>
        <translation>其他设备导出的业务从本机上传到中心，仍记在原经办人名下。</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>%1 characters or more; tell it by telephone</source>
        <translation>至少 %1 位；请用电话告知导入人</translation>
    </message>
    <message>
        <source>Kuaiban work (*.kbw)</source>
        <translation>快办业务文件 (*.kbw)</translation>
    </message>
    <message>
        <source>Say which file</source>
        <translation>请填写文件</translation>
    </message>
    <message>
        <source>The file needs a password</source>
        <translation>请填写文件密码</translation>
    </message>
    <message>
        <source>Not the same as the line above</source>
        <translation>与上一行不一致</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) and their papers are in the file.</source>
        <translation>
            <numerusform>%n 项业务及材料已写入文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>They also stay here and go by themselves once the network is back.</source>
        <translation>这些业务仍保留在本机，联网后会自动上传。</translation>
    </message>
    <message>
        <source>known already: %1</source>
        <translation>中心已有 %1 项</translation>
    </message>
    <message>
        <source>for a supervisor to rule on: %1</source>
        <translation>待分管领导裁定 %1 项</translation>
    </message>
    <message>
        <source>not taken, its counter will be told: %1</source>
        <translation>未被接受 %1 项，原设备联网后会提示</translation>
    </message>
    <message>
        <source>still missing what comes before: %1</source>
        <translation>缺少前面的内容 %1 项</translation>
    </message>
    <message>
        <source>papers on their way from here: %1</source>
        <translation>正从本机上传材料 %1 份</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) of %1 are at the centre now.</source>
        <translation>
            <numerusform>%1 的 %n 项业务已到中心。</numerusform>
        </translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Writing …</source>
        <translation>正在导出…</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在导入…</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::CaseEditor</name>
    <message>
        <source>What is asked for</source>
        <translation>需要补办的内容</translation>
    </message>
    <message>
        <source>Returned by %1, %2</source>
        <translation>%1 退回，%2</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>受理号</translation>
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
    <message>
        <source>possible duplicate</source>
        <translation>疑似重复</translation>
    </message>
    <message>
        <source>result collected</source>
        <translation>结果已领取</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::CaseNotices</name>
    <message>
        <source>The time of acceptance is in doubt</source>
        <translation>受理时间存疑</translation>
    </message>
    <message>
        <source>The clock of the counter was wrong when the case was taken. Compare the receipt, then confirm the date.</source>
        <translation>受理时窗口电脑的时钟不准。请核对回执后确认受理日期。</translation>
    </message>
    <message>
        <source>The clock of the counter was wrong when the case was taken. A supervisor must confirm the date before the case is decided.</source>
        <translation>受理时窗口电脑的时钟不准。须由分管领导确认受理日期后才能办结。</translation>
    </message>
    <message>
        <source>Possible duplicate</source>
        <translation>疑似重复受理</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2; %n page(s) of proof</source>
        <translation>
            <numerusform>%1：%2；证明材料 %n 页</numerusform>
        </translation>
    </message>
    <message>
        <source>Identity typed by hand</source>
        <translation>身份信息为手工录入</translation>
    </message>
    <message>
        <source> — %1</source>
        <translation>——%1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>What was missing (%1)</source>
        <translation>曾要求补正（%1）</translation>
    </message>
    <message>
        <source>Waiting for what is missing (%1)</source>
        <translation>等待补正（%1）</translation>
    </message>
    <message>
        <source>Waiting for what is missing until %1 (%2)</source>
        <translation>等待补正，截止 %1（%2）</translation>
    </message>
    <message>
        <source>In charge: %1</source>
        <translation>有权办理机构：%1</translation>
    </message>
    <message>
        <source>Result collected by %1, %2</source>
        <translation>结果已由 %1 领取，%2</translation>
    </message>
    <message>
        <source>Handed out by %1: %2</source>
        <translation>经办 %1 发放：%2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) still on their way</source>
        <translation>
            <numerusform>材料待到齐：还有 %n 页</numerusform>
        </translation>
    </message>
    <message>
        <source>The counter that scanned them has not sent them yet. The case can be decided when they are here.</source>
        <translation>扫描的窗口尚未上传完，到齐后即可办结。</translation>
    </message>
    <message>
        <source>Confirm the date</source>
        <translation>确认日期</translation>
    </message>
    <message>
        <source>Open the other case</source>
        <translation>查看另一件</translation>
    </message>
    <message>
        <source>Release …</source>
        <translation>放行…</translation>
    </message>
    <message>
        <source>%1: to be done by %2</source>
        <translation>%1：须在 %2 前办完</translation>
    </message>
    <message>
        <source>The person waits at the window.</source>
        <translation>申请人在窗口等候。</translation>
    </message>
    <message>
        <source>A newer program worked on this case</source>
        <translation>更新版本的程序办理过此件</translation>
    </message>
    <message>
        <source>Not all of it can be shown. Update the program on this machine: until then nothing can be done with the case here.</source>
        <translation>部分内容无法显示。请升级本机程序；升级之前，此件不能在这里继续办理。</translation>
    </message>
    <message>
        <source>Back in the queue from %1</source>
        <translation>已从%1处退回待办队列</translation>
    </message>
    <message>
        <source>Work of %1 admitted by %2, %3</source>
        <translation>%2 于 %3 采纳了%1的操作</translation>
    </message>
    <message>
        <source>It had been held, because it could not count when it arrived.</source>
        <translation>这些操作传到中心时不能生效，曾经暂存。</translation>
    </message>
    <message>
        <source>The hub had not heard of %1 since %2. Decisions made there meanwhile do not count.</source>
        <translation>%1 自 %2 起未与中心联系。其间在该处所作的决定不生效。</translation>
    </message>
    <message>
        <source>An earlier case of this person and matter is still open. Look at it, then merge this case into it, or release it as no duplicate.</source>
        <translation>同一当事人的同一事项还有一件在先的正在办理。请核对后并案，或确认不重复后解除。</translation>
    </message>
    <message>
        <source>An earlier case of this person and matter is still open. A supervisor must merge or release this case before it is decided.</source>
        <translation>同一当事人的同一事项还有一件在先的正在办理。须由分管领导并案或解除后，才能作出决定。</translation>
    </message>
    <message>
        <source>Goes on as case %1</source>
        <translation>并入 %1 继续办理</translation>
    </message>
    <message>
        <source>Case %1 goes on as this one</source>
        <translation>%1 已并入本件</translation>
    </message>
    <message>
        <source>Merged by %1, %2. Its papers are here; what the two said differently is to be settled.</source>
        <translation>%1 于 %2 并案。该件材料已并入，两件不一致的内容需逐项确认。</translation>
    </message>
    <message>
        <source>Merge …</source>
        <translation>并案…</translation>
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
    <message>
        <source>Cases</source>
        <translation>办件</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>继续办理</translation>
    </message>
    <message numerus="yes">
        <source>the newest %n case(s), more below</source>
        <translation>
            <numerusform>最新 %n 件，向下滚动显示更多</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · as of %2</source>
        <translation>%1 · 截至 %2</translation>
    </message>
    <message>
        <source>Open in My cases</source>
        <translation>到“我的受理”办理</translation>
    </message>
    <message>
        <source>Open in To do</source>
        <translation>到“待办”办理</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>正在查询…</translation>
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
        <source>Limit</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Papers of the case</source>
        <translation>办件材料</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>材料</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) differ from the register · Ctrl+J goes to the next</source>
        <translation>
            <numerusform>与登记库不一致 %n 处 · Ctrl+J 查看下一处</numerusform>
        </translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n 页</numerusform>
        </translation>
    </message>
    <message>
        <source>Queue number</source>
        <translation>排队号</translation>
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
    <name>kuaiban::counter::ChoiceSheet</name>
    <message>
        <source>What is chosen here holds for this window only</source>
        <translation>仅对本窗口有效</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::CodeEditor</name>
    <message>
        <source>The list has no “%1”</source>
        <translation>列表中没有“%1”</translation>
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
    <message>
        <source>The list is still being read</source>
        <translation>列表正在读取，请稍候</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::ColleagueField</name>
    <message>
        <source>Looking who can take it …</source>
        <translation>正在查询可接手的同事…</translation>
    </message>
    <message>
        <source>Colleagues are known only while connected</source>
        <translation>未联网，无法查询同事</translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation>同事</translation>
    </message>
    <message>
        <source>Nobody else may do this step here</source>
        <translation>本区划没有其他人可办理这一环节</translation>
    </message>
    <message>
        <source>Name; Down shows all</source>
        <translation>输入姓名；按 ↓ 列出全部</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::CollectionPane</name>
    <message>
        <source>Hand out the result</source>
        <translation>发放结果</translation>
    </message>
    <message>
        <source>Who takes the result with him, which papers, and the page he signs for them. It is recorded once.</source>
        <translation>登记由谁领取、领取哪些文书及签字页。只登记一次。</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Papers handed out</source>
        <translation>发放的文书</translation>
    </message>
    <message>
        <source>Several are separated by commas</source>
        <translation>多份用逗号分隔</translation>
    </message>
    <message>
        <source>Collected by</source>
        <translation>领取人</translation>
    </message>
    <message>
        <source>Signed page (F4 scans it)</source>
        <translation>签字页（F4 扫描）</translation>
    </message>
    <message>
        <source>Result of %1</source>
        <translation>%1办理结果</translation>
    </message>
    <message>
        <source>Decision on %1</source>
        <translation>%1决定书</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>其他人</translation>
    </message>
    <message>
        <source>Say what was handed out</source>
        <translation>请写明发放了什么</translation>
    </message>
    <message>
        <source>Sign on the screen …</source>
        <translation>屏幕签名…</translation>
    </message>
    <message>
        <source>Signed page</source>
        <translation>签收页</translation>
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
    <name>kuaiban::counter::ConfirmSheet</name>
    <message>
        <source>Please check: is everything right?</source>
        <translation>请核对：以下信息是否正确？</translation>
    </message>
    <message>
        <source>All is right, submit</source>
        <translation>确认无误，提交</translation>
    </message>
    <message>
        <source>Back to the form</source>
        <translation>返回表单</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>事项</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>To be noted</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Sign on this screen …</source>
        <translation>在本屏签名…</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::ConflictList</name>
    <message>
        <source>a row</source>
        <translation>一行</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>空</translation>
    </message>
    <message>
        <source>Calculated again: %1</source>
        <translation>重新计算：%1</translation>
    </message>
    <message>
        <source>The window saw %1, the hub found %2 from its own register.</source>
        <translation>窗口显示 %1，中心按登记库计算为 %2。</translation>
    </message>
    <message>
        <source>Two entries: %1</source>
        <translation>两处录入不一致：%1</translation>
    </message>
    <message>
        <source>Two people changed “%1” at the same time.</source>
        <translation>两人同时修改了“%1”。</translation>
    </message>
    <message>
        <source>Whoever holds the case or a supervisor chooses one.</source>
        <translation>由办件持有人或分管领导选定。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Two people entered different things.</source>
        <translation>两人填写的内容不同。</translation>
    </message>
    <message>
        <source>Stands in the case</source>
        <translation>本件现有</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>The other entry</source>
        <translation>另一份填写</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>采用</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::CounterWindow</name>
    <message>
        <source>The password was wrong too often.</source>
        <translation>密码错误次数过多。</translation>
    </message>
    <message>
        <source>Sign in again; what was begun is kept.</source>
        <translation>请重新登录，已录入的内容不会丢失。</translation>
    </message>
    <message>
        <source>That is not the password.</source>
        <translation>密码不正确。</translation>
    </message>
    <message>
        <source>Type it again, or let somebody else sign in.</source>
        <translation>请重新输入，或换人登录。</translation>
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
    <name>kuaiban::counter::DecisionPane</name>
    <message>
        <source>Back to</source>
        <translation>退回到</translation>
    </message>
    <message>
        <source>Office in charge</source>
        <translation>主管科室</translation>
    </message>
    <message>
        <source>Opinion</source>
        <translation>意见</translation>
    </message>
    <message>
        <source>Common (Alt+digit):</source>
        <translation>常用（Alt+数字）：</translation>
    </message>
    <message>
        <source>Agreed.</source>
        <translation>同意。</translation>
    </message>
    <message>
        <source>Papers are not complete.</source>
        <translation>材料不齐全。</translation>
    </message>
    <message>
        <source>Details do not agree.</source>
        <translation>信息不一致。</translation>
    </message>
    <message>
        <source>Further proof is needed.</source>
        <translation>需要补充证明。</translation>
    </message>
    <message>
        <source>Papers are complete and agree with the register; agreed.</source>
        <translation>材料齐全，与登记库一致，同意。</translation>
    </message>
    <message>
        <source>Return the case</source>
        <translation>退回办件</translation>
    </message>
    <message>
        <source>Ask the applicant for what is missing</source>
        <translation>要求申请人补正</translation>
    </message>
    <message>
        <source>Hand the case to a colleague</source>
        <translation>移交给同事</translation>
    </message>
    <message>
        <source>Give the case to somebody</source>
        <translation>转派办件</translation>
    </message>
    <message>
        <source>Take the case over from %1</source>
        <translation>从 %1 处接管办件</translation>
    </message>
    <message>
        <source>Void the case</source>
        <translation>作废办件</translation>
    </message>
    <message>
        <source>No duplicate: release the case</source>
        <translation>不是重复：放行办件</translation>
    </message>
    <message>
        <source>Reason; it is kept with the case</source>
        <translation>请写明原因，随办件保存</translation>
    </message>
    <message>
        <source>Choose a colleague</source>
        <translation>请选择同事</translation>
    </message>
    <message>
        <source>Say which office is in charge</source>
        <translation>请填写主管科室</translation>
    </message>
    <message>
        <source>Say why</source>
        <translation>请写明原因</translation>
    </message>
    <message>
        <source>This outcome needs an opinion</source>
        <translation>此处理须填写意见</translation>
    </message>
    <message>
        <source>Merge the case into the earlier one</source>
        <translation>并入在先办件</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::DevicePane</name>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Use this address</source>
        <translation>使用这个地址</translation>
    </message>
    <message>
        <source>What happened to it</source>
        <translation>发生过什么</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message numerus="yes">
        <source>%n found; Down shows them, any other can be typed</source>
        <translation>
            <numerusform>找到 %n 个，按向下键选择，也可以直接输入</numerusform>
        </translation>
    </message>
    <message>
        <source>Being tried …</source>
        <translation>正在试…</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::DevicePanel</name>
    <message>
        <source>Look again</source>
        <translation>重新查找</translation>
    </message>
    <message>
        <source>Use these</source>
        <translation>使用这些设备</translation>
    </message>
    <message>
        <source>Which devices stand at this window?</source>
        <translation>本窗口有哪些设备？</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Looking for ports, queues and scanners…</source>
        <translation>正在查找端口、打印队列和扫描仪…</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) found; Down shows them. The address of a printer in the network is typed: escpos:tcp:HOST:9100</source>
        <translation>
            <numerusform>找到 %n 项，按↓键列出。网络打印机请输入地址，如 escpos:tcp:主机:9100</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::DevicesPage</name>
    <message>
        <source>Try it</source>
        <translation>试一下</translation>
    </message>
    <message>
        <source>Look for devices</source>
        <translation>查找设备</translation>
    </message>
    <message>
        <source>File for support</source>
        <translation>给运维的文件</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Of this window, tried the way the counter uses them</source>
        <translation>本窗口的设备，按平时的用法检测</translation>
    </message>
    <message>
        <source>At this window</source>
        <translation>本窗口</translation>
    </message>
    <message>
        <source>Devices of this window</source>
        <translation>本窗口的设备</translation>
    </message>
    <message>
        <source>Looking for ports, queues, readers and scanners …</source>
        <translation>正在查找串口、队列、读卡器和扫描仪…</translation>
    </message>
    <message>
        <source>The file for support is written.</source>
        <translation>给运维的文件已写好。</translation>
    </message>
    <message>
        <source>Papers and trays</source>
        <translation>文书用纸</translation>
    </message>
    <message>
        <source>Devices by task</source>
        <translation>任务用哪台设备</translation>
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
    <message>
        <source>Papers of the case</source>
        <translation>办件材料</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::DropPane</name>
    <message>
        <source>Give up what was not taken</source>
        <translation>放弃中心未收下的内容</translation>
    </message>
    <message>
        <source>These entries are removed from this counter. A case that was never opened comes back as a draft; the rest has to be entered anew.</source>
        <translation>这些内容将从本机移除。没有立案的办件会变回草稿，其余需要重新录入。</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>What is given up</source>
        <translation>放弃的内容</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::Editors</name>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>Code, name or initials</source>
        <translation>输入代码、名称或拼音首字母</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::EmptyState</name>
    <message>
        <source>Looking …</source>
        <translation>正在查询…</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::Evaluation</name>
    <message>
        <source>The citizen has evaluated</source>
        <translation>办事人已评价</translation>
    </message>
    <message>
        <source>The citizen is evaluating: take back</source>
        <translation>办事人正在评价，点此收回</translation>
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
    <name>kuaiban::counter::FieldWords</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>from the ID card</source>
        <translation>来自身份证</translation>
    </message>
    <message>
        <source>from the register</source>
        <translation>来自登记库</translation>
    </message>
    <message>
        <source>from the settings of the matter</source>
        <translation>来自事项设置</translation>
    </message>
    <message>
        <source>calculated</source>
        <translation>计算得出</translation>
    </message>
    <message>
        <source>The ID card says: %1</source>
        <translation>身份证上为：%1</translation>
    </message>
    <message>
        <source>The register says: %1</source>
        <translation>登记库中为：%1</translation>
    </message>
    <message>
        <source>%1 yuan</source>
        <translation>%1 元</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::Finder</name>
    <message>
        <source>Favourites</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Up and Down choose · Enter opens · Ctrl+D marks a favourite · Esc closes</source>
        <translation>↑↓ 选择 · Enter 打开 · Ctrl+D 收藏 · Esc 关闭</translation>
    </message>
    <message>
        <source>A name, ID number, case number, matter, page or words of a policy; pinyin initials do as well</source>
        <translation>可输姓名、证件号码、受理号、事项、页面或政策用语，也可输拼音首字母</translation>
    </message>
    <message>
        <source>The hub cannot be asked now: only what this counter knows.</source>
        <translation>现在连不上中心，只显示本机知道的。</translation>
    </message>
    <message>
        <source>Asking the hub …</source>
        <translation>正在查询中心…</translation>
    </message>
    <message>
        <source>Nothing found. Enter looks for it among the cases.</source>
        <translation>没有找到。按 Enter 到办件查询里查。</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::FinderList</name>
    <message>
        <source>What was found</source>
        <translation>搜索结果</translation>
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
    <message>
        <source>Devices</source>
        <translation>设备</translation>
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
    <name>kuaiban::counter::FormReadout</name>
    <message>
        <source>No rows</source>
        <translation>无记录</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>申报</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>登记库</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>来源</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::GuideSheet</name>
    <message>
        <source>What is to be known of the matter</source>
        <translation>办事指南</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::HandOverPane</name>
    <message>
        <source>Hand the case over</source>
        <translation>移交办件</translation>
    </message>
    <message>
        <source>What is entered so far becomes a case that waits for the rest; the colleague finds it under “My cases” and goes on.</source>
        <translation>已录入的内容登记为待补正办件，同事可在“我的受理”里接着办。</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>移交</translation>
    </message>
    <message>
        <source>Colleagues</source>
        <translation>同事</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Common words</source>
        <translation>常用语</translation>
    </message>
    <message>
        <source>Looking who is there …</source>
        <translation>正在查询可移交的同事……</translation>
    </message>
    <message>
        <source>The hub does not answer, so nobody can be named. Save the draft and try again later.</source>
        <translation>中心没有应答，暂时查不到同事。请先暂存，稍后再试。</translation>
    </message>
    <message>
        <source>Nobody else in this area may take cases.</source>
        <translation>本辖区没有其他可受理的同事。</translation>
    </message>
    <message>
        <source>Choose a colleague.</source>
        <translation>请选择同事。</translation>
    </message>
    <message>
        <source>Say why, the colleague reads it.</source>
        <translation>请写明原因，同事会看到。</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::HandoverList</name>
    <message>
        <source>The list is printed.</source>
        <translation>交接单已打印。</translation>
    </message>
    <message>
        <source>None of the cases in the list holds papers to be carried.</source>
        <translation>列表里的办件都没有要移交的纸质材料。</translation>
    </message>
    <message>
        <source>Papers to be carried to the back office</source>
        <translation>移交后台的纸质材料</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::HeldPage</name>
    <message>
        <source>Work that is held</source>
        <translation>暂存的操作</translation>
    </message>
    <message>
        <source>Nothing is held</source>
        <translation>没有待裁定的操作</translation>
    </message>
    <message>
        <source>Work of colleagues that could not count when it arrived appears here.</source>
        <translation>同事的操作传到中心时不能生效的，会显示在这里。</translation>
    </message>
    <message>
        <source>Do not admit the work</source>
        <translation>不采纳这些操作</translation>
    </message>
    <message>
        <source>It does not count. Whoever did it is told your reason and keeps what was entered.</source>
        <translation>这些操作不生效。操作人会看到您的理由，录入的内容仍保留。</translation>
    </message>
    <message>
        <source>Do not admit</source>
        <translation>不采纳</translation>
    </message>
    <message>
        <source>The right had ended.</source>
        <translation>岗位权限已收回。</translation>
    </message>
    <message>
        <source>The matter was settled otherwise.</source>
        <translation>该事项已另行办理。</translation>
    </message>
    <message>
        <source>To be entered anew.</source>
        <translation>请重新办理。</translation>
    </message>
    <message>
        <source>Held work</source>
        <translation>待裁定</translation>
    </message>
    <message>
        <source>It does not count; whoever did it is told.</source>
        <translation>已裁定不生效，操作人会收到通知。</translation>
    </message>
    <message>
        <source>Do not admit …</source>
        <translation>不采纳…</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>打开办件</translation>
    </message>
    <message>
        <source>Admit</source>
        <translation>采纳</translation>
    </message>
    <message>
        <source>It counts from when it was done.</source>
        <translation>已采纳，按操作时的时间生效。</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>重新查询</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::HeldPane</name>
    <message>
        <source>no case yet</source>
        <translation>尚未建件</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>所做的操作</translation>
    </message>
    <message>
        <source>done by %1</source>
        <translation>操作人 %1</translation>
    </message>
    <message>
        <source>%1 had no post for this any more when it was done</source>
        <translation>%1操作时已没有办理权限</translation>
    </message>
    <message>
        <source>The post had been changed before. You decide whether the work counts.</source>
        <translation>其岗位在操作之前已调整。是否生效，由您裁定。</translation>
    </message>
    <message>
        <source>It could not count when it arrived</source>
        <translation>传到中心时不能生效</translation>
    </message>
    <message>
        <source>%1 was told: %2. %3</source>
        <translation>%1看到的原因：%2。%3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::HelpSheet</name>
    <message>
        <source>Esc closes</source>
        <translation>按 Esc 关闭</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Help: %1</source>
        <translation>帮助：%1</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::ImportPane</name>
    <message>
        <source>Accounts from a sheet</source>
        <translation>批量导入账号</translation>
    </message>
    <message>
        <source>Lines of the sheet</source>
        <translation>表格内容</translation>
    </message>
    <message>
        <source>Line %1, %2: %3</source>
        <translation>第 %1 行“%2”：%3</translation>
    </message>
    <message>
        <source>Being checked …</source>
        <translation>正在检查…</translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) opened. Keep the list of first passwords now: they are told only once.</source>
        <translation>
            <numerusform>已开通 %n 个账号。请现在就保存初始密码，只显示这一次。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s), all sound.</source>
        <translation>
            <numerusform>共 %n 行，全部无误。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) are wrong; nothing was opened.</source>
        <translation>
            <numerusform>有 %n 格不对，什么也没有导入。</numerusform>
        </translation>
    </message>
    <message>
        <source>Organisations from a sheet</source>
        <translation>从表格导入机构</translation>
    </message>
    <message>
        <source>Being opened …</source>
        <translation>正在导入…</translation>
    </message>
    <message numerus="yes">
        <source>%n organisation(s) opened.</source>
        <translation>
            <numerusform>已登记 %n 个机构。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::InkPad</name>
    <message>
        <source>Place to sign</source>
        <translation>签名处</translation>
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
            <numerusform>限时 %n 个工作日</numerusform>
        </translation>
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
    <message>
        <source>Agent or other person</source>
        <translation>代办</translation>
    </message>
    <message>
        <source>Scan all in the feeder</source>
        <translation>连续扫描</translation>
    </message>
    <message>
        <source>Scan this page again</source>
        <translation>重扫本页</translation>
    </message>
    <message>
        <source>Turn the page left</source>
        <translation>左转</translation>
    </message>
    <message>
        <source>Turn the page right</source>
        <translation>右转</translation>
    </message>
    <message>
        <source>Remove blank pages</source>
        <translation>去掉空白页</translation>
    </message>
    <message>
        <source>How the paper comes</source>
        <translation>材料提交方式</translation>
    </message>
    <message>
        <source>Common words or answer %1</source>
        <translation>常用语或答复 %1</translation>
    </message>
    <message>
        <source>Tell what is missing</source>
        <translation>一次性告知</translation>
    </message>
    <message>
        <source>Do not accept</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>移交</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Bring back the draft thrown away last</source>
        <translation>恢复作废的草稿</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>The draft of %1 was thrown away. Ctrl+Shift+B brings it back.</source>
        <translation>%1 的草稿已作废，Ctrl+Shift+B 可恢复。</translation>
    </message>
    <message>
        <source>The draft is back.</source>
        <translation>草稿已恢复。</translation>
    </message>
    <message>
        <source>No draft was thrown away lately.</source>
        <translation>近期没有作废的草稿。</translation>
    </message>
    <message>
        <source>Nothing is to be scanned for this person.</source>
        <translation>此人无需扫描材料。</translation>
    </message>
    <message>
        <source>Scanning …</source>
        <translation>正在扫描……</translation>
    </message>
    <message>
        <source>Finish the person at the left first, or take him out.</source>
        <translation>请先完成左侧人员信息，或取消录入。</translation>
    </message>
    <message>
        <source>Choose the matter first</source>
        <translation>请先选择事项</translation>
    </message>
    <message>
        <source>Missing: %1. F10 tells the applicant everything at once.</source>
        <translation>还缺：%1。按 F10 一次性告知。</translation>
    </message>
    <message>
        <source>Case %1 is taken and waits for what is missing; the notice is being printed.</source>
        <translation>已受理 %1，待补正；正在打印补正材料通知书。</translation>
    </message>
    <message>
        <source>Case %1 is closed as not accepted; the decision is being printed.</source>
        <translation>%1 不予受理；正在打印不予受理决定书。</translation>
    </message>
    <message>
        <source>Case %1 is with the colleague now.</source>
        <translation>%1 已移交同事。</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) scanned</source>
        <translation>
            <numerusform>已扫描 %n 页</numerusform>
        </translation>
    </message>
    <message>
        <source>A blank side was left out.</source>
        <translation>已略去空白背面。</translation>
    </message>
    <message>
        <source>1 New case for %1</source>
        <translation>1 为%1新办一件</translation>
    </message>
    <message>
        <source>1 Go to the case of %1</source>
        <translation>1 转到%1的件</translation>
    </message>
    <message>
        <source>2 Agent in this case</source>
        <translation>2 作为本件代办人</translation>
    </message>
    <message>
        <source>3 Leave it</source>
        <translation>3 不使用</translation>
    </message>
    <message>
        <source>This is the card of %1.</source>
        <translation>读到的是%1的证件。</translation>
    </message>
    <message>
        <source>The case in front is %1’s and stays as it is. Whose card is it? (Alt+1 to 3)</source>
        <translation>当前是%1的件，内容未改动。这张证件用于？（Alt+1 至 3）</translation>
    </message>
    <message>
        <source>done by %1</source>
        <translation>%1 前办结</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>正在保存……</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>A page was scanned for somebody who is not in this case any more.</source>
        <translation>扫描到的页面所属人员已不在本业务中。</translation>
    </message>
    <message>
        <source>It was put to nobody. Scan it again for the person it belongs to.</source>
        <translation>该页未归入任何人，请为相应人员重新扫描。</translation>
    </message>
    <message>
        <source>Something changed after this was shown: please check it once more.</source>
        <translation>展示之后内容有变动，请重新核对。</translation>
    </message>
    <message>
        <source>Photograph or signature</source>
        <translation>照片或签名</translation>
    </message>
    <message>
        <source>Read social security card</source>
        <translation>读社保卡</translation>
    </message>
    <message>
        <source>Work on the scanned pages</source>
        <translation>整理扫描页</translation>
    </message>
    <message>
        <source>Print separator sheets</source>
        <translation>打印分隔页</translation>
    </message>
    <message>
        <source>Take back what was done to the papers last</source>
        <translation>撤回材料的上一步操作</translation>
    </message>
    <message>
        <source>Take the question back from the citizen</source>
        <translation>收回对办事人的询问</translation>
    </message>
    <message>
        <source>The citizen says that something is wrong. Ask what it is and put it right; F9 shows it again.</source>
        <translation>办事人表示信息有误。请问清并改正，按 F9 再次请其核对。</translation>
    </message>
    <message>
        <source>The second screen shows it no longer: let the citizen check here.</source>
        <translation>客屏已不再显示，请办事人在本屏核对。</translation>
    </message>
    <message>
        <source>The citizen reads and signs at the second screen …</source>
        <translation>办事人正在客屏核对并签名……</translation>
    </message>
    <message>
        <source>The citizen reads at the second screen …</source>
        <translation>办事人正在客屏核对……</translation>
    </message>
    <message>
        <source>Not submitted: the citizen has not signed yet. F9 asks him again.</source>
        <translation>未提交：办事人还没有签名。按 F9 再次请其签名。</translation>
    </message>
    <message>
        <source>Signed, but not submitted: something changed meanwhile. F9 goes on.</source>
        <translation>已签名但未提交：其间内容有变化。按 F9 继续。</translation>
    </message>
    <message>
        <source>A card was read and left aside meanwhile. F2 or F3 reads it again.</source>
        <translation>期间读到一张卡，先没有采用。按 F2 或 F3 重读。</translation>
    </message>
    <message>
        <source>The card of the third generation is being authenticated at the hub …</source>
        <translation>第三代社保卡正在联网认证…</translation>
    </message>
    <message>
        <source>The social security card is %1’s.</source>
        <translation>这是 %1 的社保卡。</translation>
    </message>
    <message>
        <source>PIN of the social security card …</source>
        <translation>社保卡密码 …</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::ItemPane</name>
    <message>
        <source>Matter: name, initials or code</source>
        <translation>事项：名称、拼音或编码</translation>
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
            <numerusform>%n 个工作日</numerusform>
        </translation>
    </message>
    <message>
        <source>at once</source>
        <translation>即办</translation>
    </message>
    <message>
        <source>No matter fits. Type less, or take it as a free intake.</source>
        <translation>没有匹配的事项。请减少输入，或按纯接件受理。</translation>
    </message>
    <message>
        <source>Which case is it?</source>
        <translation>请选择情形</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>情形</translation>
    </message>
    <message>
        <source>used lately</source>
        <translation>最近使用</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::ItemSheet</name>
    <message>
        <source>Time limit</source>
        <translation>办理时限</translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n 个工作日</numerusform>
        </translation>
    </message>
    <message>
        <source>at once</source>
        <translation>即时办结</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>事项编码</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>受理条件</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Looked for first</source>
        <translation>前置事项</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>办理依据</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>可选</translation>
    </message>
    <message numerus="yes">
        <source>one of %n</source>
        <translation>
            <numerusform>%n 选一</numerusform>
        </translation>
    </message>
    <message>
        <source>in some cases</source>
        <translation>特定情形</translation>
    </message>
    <message numerus="yes">
        <source>may follow within %n day(s)</source>
        <translation>
            <numerusform>可容缺，%n 日内补</numerusform>
        </translation>
    </message>
    <message>
        <source>a commitment will do</source>
        <translation>可用告知承诺代替</translation>
    </message>
    <message>
        <source>not needed when shared data has it</source>
        <translation>有共享数据的免交</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::LapsedBox</name>
    <message>
        <source>Understood</source>
        <translation>知道了</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>The hub had not heard of you since %1. Work you did on them meanwhile is kept under Sync.</source>
        <translation>中心自 %1 起未收到您的联系。其间您所做的处理保留在“同步中心”。</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) went back to the queue</source>
        <translation>
            <numerusform>%n 件已退回待办队列</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::LockSheet</name>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>%1 is signed in. Nothing is lost.</source>
        <translation>%1 已登录，办件内容均已保留。</translation>
    </message>
    <message>
        <source>Somebody else signs in</source>
        <translation>换人登录</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
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
        <source>Add a paper</source>
        <translation>添加材料</translation>
    </message>
    <message>
        <source>Name it, then Enter</source>
        <translation>写材料名称，按回车</translation>
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
        <source>Papers are optional here. Name what the applicant hands in; F4 scans it.</source>
        <translation>本事项材料不限。写下群众交来的材料，按 F4 扫描。</translation>
    </message>
    <message>
        <source>Select the page first.</source>
        <translation>请先选中一页。</translation>
    </message>
    <message>
        <source>The page is blank: is the paper the right way round?</source>
        <translation>这一页是空白的，请检查纸张是否放反。</translation>
    </message>
    <message>
        <source>No earlier case holds this paper.</source>
        <translation>以前的办件里没有这份材料。</translation>
    </message>
    <message>
        <source>Taken from case %1</source>
        <translation>取自办件 %1</translation>
    </message>
    <message>
        <source>Looking for an earlier case …</source>
        <translation>正在查找以前的办件……</translation>
    </message>
    <message>
        <source>The paper was removed. Ctrl+Z brings it back.</source>
        <translation>已删除这份材料，Ctrl+Z 可恢复。</translation>
    </message>
    <message numerus="yes">
        <source>Taking in %n file(s) …</source>
        <translation>
            <numerusform>正在放入 %n 个文件……</numerusform>
        </translation>
    </message>
    <message>
        <source>The page is kept, but over 600 KB: uploading takes longer.</source>
        <translation>本页已保留，但超过 600 KB，上传较慢。</translation>
    </message>
    <message>
        <source>Once the matter is chosen, the papers it asks for stand here.</source>
        <translation>选择事项后，此处列出所需材料。</translation>
    </message>
    <message>
        <source>Photograph from a file …</source>
        <translation>导入照片…</translation>
    </message>
    <message>
        <source>Sign on the screen …</source>
        <translation>屏幕签名…</translation>
    </message>
    <message>
        <source>For this paper nothing is captured at the counter.</source>
        <translation>这份材料不用在窗口采集。</translation>
    </message>
    <message>
        <source>Photograph of the person</source>
        <translation>本人照片</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png)</source>
        <translation>图片 (*.jpg *.jpeg *.png)</translation>
    </message>
    <message>
        <source>Print separator sheets</source>
        <translation>打印分隔页</translation>
    </message>
    <message>
        <source>This paper has no page yet.</source>
        <translation>这份材料还没有扫描页。</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n page(s)</source>
        <translation>
            <numerusform>%1 %n 页</numerusform>
        </translation>
    </message>
    <message>
        <source>The pile held separator sheets only.</source>
        <translation>这摞纸里只有分隔页。</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) sorted – %1</source>
        <translation>
            <numerusform>共 %n 页已归类：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Writing runs over the edge of the page: scan it again while the paper is here.</source>
        <translation>文字超出页边：趁材料还在，请重新扫描。</translation>
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
            <numerusform>共 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>The case goes on to the next step.</source>
        <translation>办件已进入下一环节。</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>办件</translation>
    </message>
    <message>
        <source>Not complete yet: %1</source>
        <translation>尚未填齐：%1</translation>
    </message>
    <message>
        <source>The case is yours now: Ctrl+Enter goes on with it.</source>
        <translation>办件已由您接手：按 Ctrl+Enter 继续办理。</translation>
    </message>
    <message>
        <source>Whole case number or ID number</source>
        <translation>完整的受理号或证件号</translation>
    </message>
    <message>
        <source>Papers of %1 printed</source>
        <translation>%1 的文书已打印</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) found in the area</source>
        <translation>
            <numerusform>本区划找到 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits under this number. Cases of other windows are found by the whole number.</source>
        <translation>没有该号码的待办件。其他窗口的办件须输入完整号码查找。</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接手</translation>
    </message>
    <message>
        <source>Hand over …</source>
        <translation>移交…</translation>
    </message>
    <message>
        <source>Hand out result …</source>
        <translation>发放结果…</translation>
    </message>
    <message>
        <source>Do not accept …</source>
        <translation>不予受理…</translation>
    </message>
    <message>
        <source>Ask to void …</source>
        <translation>申请作废…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>Scan from the feeder</source>
        <translation>从进纸器扫描</translation>
    </message>
    <message>
        <source>Look at the papers</source>
        <translation>预览文书</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>补打</translation>
    </message>
    <message>
        <source>Read the ID card</source>
        <translation>读身份证</translation>
    </message>
    <message>
        <source>Find by number</source>
        <translation>按号码查找</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续办理</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Common words %1</source>
        <translation>常用语 %1</translation>
    </message>
    <message>
        <source>Hand the case over</source>
        <translation>移交办件</translation>
    </message>
    <message>
        <source>The colleague finds it under “My cases” and goes on with it.</source>
        <translation>同事可在“我的受理”中看到并继续办理。</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>移交</translation>
    </message>
    <message>
        <source>Change of shift</source>
        <translation>换班交接</translation>
    </message>
    <message>
        <source>The applicant goes on at another window</source>
        <translation>申请人到其他窗口继续办理</translation>
    </message>
    <message>
        <source>I am away</source>
        <translation>本人临时离岗</translation>
    </message>
    <message>
        <source>Ask to void the case</source>
        <translation>申请作废办件</translation>
    </message>
    <message>
        <source>A second person voids a case. The request is kept with it as a remark; a supervisor voids it under “To do”.</source>
        <translation>作废须由另一人操作。申请将作为备注随办件保存，由分管领导在“待办”中作废。</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>提交申请</translation>
    </message>
    <message>
        <source>Taken twice</source>
        <translation>重复受理</translation>
    </message>
    <message>
        <source>The applicant withdraws</source>
        <translation>申请人撤回</translation>
    </message>
    <message>
        <source>Taken for the wrong person</source>
        <translation>受理对象有误</translation>
    </message>
    <message>
        <source>Recorded: the result was handed out.</source>
        <translation>已登记：结果已发放。</translation>
    </message>
    <message>
        <source>The case is now with %1.</source>
        <translation>办件已转给 %1。</translation>
    </message>
    <message>
        <source>Please void: %1</source>
        <translation>申请作废：%1</translation>
    </message>
    <message>
        <source>Asked. A supervisor sees it in the case.</source>
        <translation>已提交，分管领导可在办件中看到。</translation>
    </message>
    <message>
        <source>Not accepted; the decision is being printed.</source>
        <translation>已不予受理，决定书正在打印。</translation>
    </message>
    <message>
        <source>To continue</source>
        <translation>待我继续</translation>
    </message>
    <message>
        <source>To be collected</source>
        <translation>待领取</translation>
    </message>
    <message>
        <source>It waits for papers at the window of %1; take it over to go on here.</source>
        <translation>该件在 %1 窗口等待补正；接手后可在本窗口继续办理。</translation>
    </message>
    <message>
        <source>Drop it</source>
        <translation>放弃这次操作</translation>
    </message>
    <message>
        <source>What is marked red is not kept. Put it right, or press Esc again to leave without it.</source>
        <translation>标红的内容未保存。请改正，或再按 Esc 放弃这些内容并离开。</translation>
    </message>
    <message>
        <source>Put it right</source>
        <translation>退回暂存修改</translation>
    </message>
    <message>
        <source>List of papers for the back office</source>
        <translation>资料交接单</translation>
    </message>
    <message>
        <source>Take the question back from the citizen</source>
        <translation>收回对办事人的询问</translation>
    </message>
    <message>
        <source>The scanner is still at work.</source>
        <translation>扫描还没有结束，请稍候。</translation>
    </message>
    <message>
        <source>Settled.</source>
        <translation>已选定。</translation>
    </message>
    <message>
        <source>The case is back at your window: Ctrl+Enter goes on with it.</source>
        <translation>办件已收回到本窗口，按 Ctrl+Enter 继续办理。</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>Nobody has taken it up yet: Ctrl+Shift+T takes it back to your window.</source>
        <translation>还没有人接办，按 Ctrl+Shift+T 可收回到本窗口。</translation>
    </message>
    <message>
        <source>Void or merged</source>
        <translation>已作废或已并案</translation>
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
    <name>kuaiban::counter::Notation</name>
    <message>
        <source>Write a whole number, such as 12</source>
        <translation>请填写整数，如 12</translation>
    </message>
    <message>
        <source>At most two decimals: amounts end at the fen</source>
        <translation>最多两位小数，金额精确到分</translation>
    </message>
    <message>
        <source>Write an amount in yuan, such as 1638.50</source>
        <translation>请按元填写金额，如 1638.50</translation>
    </message>
    <message>
        <source>Write a number with at most six decimals, such as 0.9</source>
        <translation>请填写数字，最多六位小数，如 0.9</translation>
    </message>
    <message>
        <source>There is no such day</source>
        <translation>没有这一天</translation>
    </message>
    <message>
        <source>Write the date like 2026-11-21</source>
        <translation>请按 2026-11-21 的样式填写日期</translation>
    </message>
    <message>
        <source>There is no such month</source>
        <translation>没有这个月份</translation>
    </message>
    <message>
        <source>Write the month like 2026-11</source>
        <translation>请按 2026-11 的样式填写月份</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::OrganisationPane</name>
    <message>
        <source>New organisation</source>
        <translation>新机构</translation>
    </message>
    <message>
        <source>Change the organisation</source>
        <translation>修改机构</translation>
    </message>
    <message>
        <source>Its name is printed on receipts; accounts and windows carry it from the next sign-in on.</source>
        <translation>名称会印在回执上；账号和窗口下次登录起用新名称。</translation>
    </message>
    <message>
        <source>Open the organisation</source>
        <translation>登记机构</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Name or initials; empty: none</source>
        <translation>名称或拼音首字母；没有就留空</translation>
    </message>
    <message>
        <source>as the one above says</source>
        <translation>按上级机构</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区划</translation>
    </message>
    <message>
        <source>Above it</source>
        <translation>上级机构</translation>
    </message>
    <message>
        <source>Credit code</source>
        <translation>统一社会信用代码</translation>
    </message>
    <message>
        <source>Windows lock after minutes</source>
        <translation>窗口几分钟后锁屏</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>18 characters</source>
        <translation>18 位</translation>
    </message>
    <message>
        <source>To be filled in</source>
        <translation>请填写</translation>
    </message>
    <message>
        <source>There is no such organisation</source>
        <translation>没有这个机构</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::OrganisationsPage</name>
    <message numerus="yes">
        <source>%n organisation(s)</source>
        <translation>
            <numerusform>%n 个机构</numerusform>
        </translation>
    </message>
    <message>
        <source>Code for one machine of %1, good for an hour: %2</source>
        <translation>%1 的窗口登记码，一小时内可用于一台机器：%2</translation>
    </message>
    <message>
        <source>The machine is revoked: nobody can sign in there any more; what it has not sent stays on it.</source>
        <translation>这台机器已停用：不能再在上面登录；没有上传的内容还在机器上。</translation>
    </message>
    <message>
        <source>Organisations from a sheet</source>
        <translation>从表格导入机构</translation>
    </message>
    <message>
        <source>Name, contact or code of the area</source>
        <translation>名称、联系人或区划代码</translation>
    </message>
    <message>
        <source>Areas and organisations</source>
        <translation>区划和机构</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>没有选中</translation>
    </message>
    <message>
        <source>Choose an area or an organisation at the left.</source>
        <translation>请在左边选一个区划或机构。</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>The organisation is open.</source>
        <translation>机构已登记。</translation>
    </message>
    <message>
        <source>The organisation is changed.</source>
        <translation>机构已修改。</translation>
    </message>
    <message>
        <source>Kept as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>Windows of the organisation</source>
        <translation>机构的窗口</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>The organisation is closed.</source>
        <translation>机构已撤销。</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Its accounts</source>
        <translation>它的账号</translation>
    </message>
    <message>
        <source>Code for a machine</source>
        <translation>给出登记码</translation>
    </message>
    <message>
        <source>From a sheet …</source>
        <translation>从表格导入…</translation>
    </message>
    <message>
        <source>Empty sheet …</source>
        <translation>空白表格…</translation>
    </message>
    <message>
        <source>Empty sheet</source>
        <translation>空白表格</translation>
    </message>
    <message>
        <source>Open these organisations</source>
        <translation>登记这些机构</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Find an organisation</source>
        <translation>查找机构</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区划</translation>
    </message>
    <message>
        <source>Above it</source>
        <translation>上级机构</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>open</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Credit code</source>
        <translation>统一社会信用代码</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Windows lock after</source>
        <translation>窗口锁屏</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>as the one above says</source>
        <translation>按上级机构</translation>
    </message>
    <message>
        <source>Organisations here and below</source>
        <translation>本级及以下机构</translation>
    </message>
    <message>
        <source>Window %1</source>
        <translation>%1 号窗口</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>%1 起</translation>
    </message>
    <message>
        <source>No machine yet</source>
        <translation>还没有机器</translation>
    </message>
    <message>
        <source>Make a code and type it at the machine&apos;s first start.</source>
        <translation>给出登记码，在新机器首次启动时输入。</translation>
    </message>
    <message>
        <source>New …</source>
        <translation>新机构…</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>停用机器</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>正在查询…</translation>
    </message>
    <message>
        <source>%1 (closed)</source>
        <translation>%1（已撤销）</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::OutcomePane</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::OutgoingPane</name>
    <message>
        <source>Entries and files</source>
        <translation>操作和附件</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>暂缓上传</translation>
    </message>
    <message>
        <source>Nothing of it is sent until you let it go on.</source>
        <translation>在您选择继续上传之前，这一件不会送出。</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::PageFeed</name>
    <message>
        <source>Photograph with the document camera</source>
        <translation>用高拍仪拍一页</translation>
    </message>
    <message>
        <source>Scan with the scanner</source>
        <translation>用扫描仪扫一页</translation>
    </message>
    <message>
        <source>Take the page with the other device</source>
        <translation>用另一台设备采集</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::PageSheets</name>
    <message>
        <source>Scanned pages</source>
        <translation>扫描页</translation>
    </message>
    <message>
        <source>+ Scan F4</source>
        <translation>＋ 扫描 F4</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>左转</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>右转</translation>
    </message>
    <message>
        <source>Scan this page again</source>
        <translation>重扫本页</translation>
    </message>
    <message>
        <source>Remove this page</source>
        <translation>删除本页</translation>
    </message>
    <message>
        <source>Work on the page</source>
        <translation>整理这一页</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::PageSteps</name>
    <message>
        <source>Turned left</source>
        <translation>已左转</translation>
    </message>
    <message>
        <source>Turned right</source>
        <translation>已右转</translation>
    </message>
    <message>
        <source>The page lies straight already.</source>
        <translation>这一页已经是正的。</translation>
    </message>
    <message>
        <source>Straightened by %1°</source>
        <translation>已纠偏 %1°</translation>
    </message>
    <message>
        <source>Cut to the paper</source>
        <translation>裁到纸边</translation>
    </message>
    <message>
        <source>Cropped</source>
        <translation>已裁剪</translation>
    </message>
    <message>
        <source>Both sides are on one sheet, in their true size.</source>
        <translation>正反面已按原大小合成一张。</translation>
    </message>
    <message>
        <source>Scanning the page again …</source>
        <translation>正在重扫本页……</translation>
    </message>
    <message>
        <source>The page was removed. Ctrl+Z brings it back.</source>
        <translation>已删除这一页，按 Ctrl+Z 恢复。</translation>
    </message>
    <message numerus="yes">
        <source>%n blank page(s) removed. Ctrl+Z brings them back.</source>
        <translation>
            <numerusform>已删除 %n 页空白页，按 Ctrl+Z 恢复。</numerusform>
        </translation>
    </message>
    <message>
        <source>This paper has no blank page.</source>
        <translation>这份材料没有空白页。</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>没有可以撤回的操作。</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>This page is being scanned again: wait until it is here.</source>
        <translation>这一页正在重新扫描，请等它到达后再处理。</translation>
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
    <name>kuaiban::counter::PageWorkbench</name>
    <message>
        <source>Workbench for scanned pages</source>
        <translation>扫描工作台</translation>
    </message>
    <message>
        <source>Pages of this paper</source>
        <translation>这份材料的扫描页</translation>
    </message>
    <message>
        <source>The page, large</source>
        <translation>材料大图</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>左转</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>右转</translation>
    </message>
    <message>
        <source>Straighten</source>
        <translation>纠偏</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>Cut to the paper</source>
        <translation>裁到纸边</translation>
    </message>
    <message>
        <source>Join to an ID-card sheet</source>
        <translation>合成证件正反面</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Scan again</source>
        <translation>重扫本页</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除本页</translation>
    </message>
    <message>
        <source>Remove blank pages</source>
        <translation>删除空白页</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Back to the case</source>
        <translation>回到办件</translation>
    </message>
    <message>
        <source>Do not crop</source>
        <translation>不裁剪</translation>
    </message>
    <message>
        <source>Crop to the box</source>
        <translation>按框裁剪</translation>
    </message>
    <message>
        <source>The page lies crooked by %1°. S straightens it.</source>
        <translation>这一页歪了 %1°，按 S 纠偏。</translation>
    </message>
    <message>
        <source>Select the two pages that show the card, with Shift and the arrows, or go to the first of them.</source>
        <translation>请按住 Shift 用方向键选中证件正反两页，或者先选中正面那一页。</translation>
    </message>
    <message>
        <source>Arrows cut the edges, with Ctrl they give back, with Shift by a centimetre; or draw a box with the mouse.</source>
        <translation>方向键把边线往里移，按住 Ctrl 往外移，按住 Shift 每次一厘米；也可以用鼠标画框。</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::PaperSheet</name>
    <message>
        <source>Papers and trays</source>
        <translation>文书用纸</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>纸盒</translation>
    </message>
    <message>
        <source>Sides</source>
        <translation>单双面</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>Print like this</source>
        <translation>按此打印</translation>
    </message>
    <message>
        <source>As the printer is set up</source>
        <translation>按打印机设置</translation>
    </message>
    <message>
        <source>One side</source>
        <translation>单面</translation>
    </message>
    <message>
        <source>Both, long edge</source>
        <translation>双面（长边翻转）</translation>
    </message>
    <message>
        <source>Both, short edge</source>
        <translation>双面（短边翻转）</translation>
    </message>
    <message>
        <source>The window&apos;s printer</source>
        <translation>本窗口打印机</translation>
    </message>
    <message>
        <source>The printer chooses</source>
        <translation>打印机自动选择</translation>
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
    <message>
        <source>Side by side with the form</source>
        <translation>与表单并排</translation>
    </message>
    <message>
        <source>This page cannot be shown</source>
        <translation>无法显示此页</translation>
    </message>
    <message>
        <source>The file is neither a picture nor a readable PDF.</source>
        <translation>文件不是图片，也不是可读的 PDF。</translation>
    </message>
    <message>
        <source>Those of the case that is chosen stand here.</source>
        <translation>这里显示所选办件的材料。</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::PaperWays</name>
    <message>
        <source>To be handed in by</source>
        <translation>补交期限</translation>
    </message>
    <message>
        <source>At the latest %1</source>
        <translation>最迟 %1</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::PartyForm</name>
    <message>
        <source>Use this identity</source>
        <translation>使用该身份</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Kind of document</source>
        <translation>证件类型</translation>
    </message>
    <message>
        <source>Unit (credit code)</source>
        <translation>单位（统一社会信用代码）</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Relation to the person</source>
        <translation>与申请人关系</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Why was no card read?</source>
        <translation>未读卡原因</translation>
    </message>
    <message>
        <source>Papers of this person</source>
        <translation>此人的材料</translation>
    </message>
    <message>
        <source>Identity without a card</source>
        <translation>手工录入身份</translation>
    </message>
    <message>
        <source>Another person of this case</source>
        <translation>代办及其他当事人</translation>
    </message>
    <message>
        <source>from the ID card</source>
        <translation>来自身份证</translation>
    </message>
    <message>
        <source>Type it, or lay the card on the reader</source>
        <translation>可手工录入，或放卡读取</translation>
    </message>
    <message>
        <source>Do not enter anybody</source>
        <translation>不录入</translation>
    </message>
    <message>
        <source>Has no part in this case</source>
        <translation>从本件移除</translation>
    </message>
    <message>
        <source>Scan of the document</source>
        <translation>证件影像</translation>
    </message>
    <message>
        <source>Power of attorney</source>
        <translation>授权委托书</translation>
    </message>
    <message>
        <source>scanned</source>
        <translation>已扫描</translation>
    </message>
    <message>
        <source>scan it with F4</source>
        <translation>按 F4 扫描</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n 页</numerusform>
        </translation>
    </message>
    <message>
        <source>15 digits; the new number would be %1. Check it with the household book.</source>
        <translation>15 位旧号，对应新号应为 %1，请与户口簿核对。</translation>
    </message>
    <message>
        <source>The case is that of %1</source>
        <translation>本件申请人：%1</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::PasswordPanel</name>
    <message>
        <source>Change the password</source>
        <translation>修改密码</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>现在的密码</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>New password once more</source>
        <translation>再输一遍新密码</translation>
    </message>
    <message>
        <source>At least 8 characters, letters and digits</source>
        <translation>至少 8 位，要有字母和数字</translation>
    </message>
    <message>
        <source>Say the present one</source>
        <translation>请填写现在的密码</translation>
    </message>
    <message>
        <source>The two are not the same</source>
        <translation>两遍不一样</translation>
    </message>
    <message>
        <source>The password is changed.</source>
        <translation>密码已修改。</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::PersonPage</name>
    <message>
        <source>Nobody chosen</source>
        <translation>还没有选人</translation>
    </message>
    <message>
        <source>Ctrl+K finds persons by name or number.</source>
        <translation>按 Ctrl+K，用姓名或证件号码查找。</translation>
    </message>
    <message>
        <source>Show full values</source>
        <translation>显示完整信息</translation>
    </message>
    <message>
        <source>Name, numbers and address are shown in full for three minutes. Who looked, at whom and why is recorded.</source>
        <translation>姓名、号码和地址完整显示三分钟；谁看了谁的信息、为什么看，都会记录。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>The person is at the window.</source>
        <translation>本人在窗口办理。</translation>
    </message>
    <message>
        <source>A review of this person&apos;s case.</source>
        <translation>审核本人办件。</translation>
    </message>
    <message>
        <source>A question by phone, identity checked.</source>
        <translation>电话咨询，已核对身份。</translation>
    </message>
    <message>
        <source>What the register knows</source>
        <translation>登记信息</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>办件</translation>
    </message>
    <message>
        <source>Cases of this person</source>
        <translation>本人的办件</translation>
    </message>
    <message>
        <source>Course of life</source>
        <translation>时间轴</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>个人</translation>
    </message>
    <message>
        <source>Show full values …</source>
        <translation>显示完整信息…</translation>
    </message>
    <message>
        <source>Mask again</source>
        <translation>重新遮挡</translation>
    </message>
    <message>
        <source>Common words %1</source>
        <translation>常用语 %1</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Full values are shown for three minutes; it is recorded.</source>
        <translation>完整信息显示三分钟，已记录。</translation>
    </message>
    <message>
        <source>None that you may see.</source>
        <translation>没有您可以查看的办件。</translation>
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
        <translation>请把身份证放在读卡器上，按&#xa0;F2。</translation>
    </message>
    <message>
        <source>Further people of this case</source>
        <translation>本件其他当事人</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::PublishPane</name>
    <message>
        <source>New announcement</source>
        <translation>发布通知</translation>
    </message>
    <message>
        <source>Everybody of the area and below receives it, also who is offline now; who took note of it is shown.</source>
        <translation>该区划及以下的所有人都会收到，离线的人联网后收到；可以查看谁已阅知。</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Important: stands first on the workbench until it was noted</source>
        <translation>重要：阅知前在工作台上排在最前</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区划</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Holds until</source>
        <translation>有效至</translation>
    </message>
    <message>
        <source>The last day; empty: no end</source>
        <translation>最后一天；留空表示长期有效</translation>
    </message>
    <message>
        <source>To be filled in</source>
        <translation>请填写</translation>
    </message>
    <message>
        <source>%1 characters at most</source>
        <translation>最多 %1 个字</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::QueueModel</name>
    <message>
        <source>Taken %1</source>
        <translation>受理 %1</translation>
    </message>
    <message>
        <source>was returned</source>
        <translation>被退回</translation>
    </message>
    <message>
        <source>sent again</source>
        <translation>重新提交</translation>
    </message>
    <message>
        <source>possible duplicate</source>
        <translation>疑似重复</translation>
    </message>
    <message>
        <source>time in doubt</source>
        <translation>时间存疑</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::QueuePane</name>
    <message>
        <source>Cases that wait</source>
        <translation>待办的办件</translation>
    </message>
    <message>
        <source>Search in this queue</source>
        <translation>在队列中搜索</translation>
    </message>
    <message>
        <source>Which matter</source>
        <translation>哪个事项</translation>
    </message>
    <message>
        <source>Which deadlines</source>
        <translation>哪些期限</translation>
    </message>
    <message>
        <source>Every deadline</source>
        <translation>全部期限</translation>
    </message>
    <message>
        <source>Within 2 days</source>
        <translation>2 天内到期</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已超期</translation>
    </message>
    <message>
        <source>Lists of the queue</source>
        <translation>队列分类</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Supplement</source>
        <translation>待补正</translation>
    </message>
    <message>
        <source>Held by others</source>
        <translation>他人在办</translation>
    </message>
    <message>
        <source>To take</source>
        <translation>可领取</translation>
    </message>
    <message>
        <source>Every matter</source>
        <translation>全部事项</translation>
    </message>
    <message>
        <source>Not connected: as of %1</source>
        <translation>未联网：截至 %1</translation>
    </message>
    <message>
        <source>Looked at %1. F5 looks again.</source>
        <translation>查询时间 %1。按 F5 重新查询。</translation>
    </message>
    <message>
        <source>Nothing fits the search</source>
        <translation>没有符合条件的办件</translation>
    </message>
    <message>
        <source>You hold no case</source>
        <translation>您没有在办件</translation>
    </message>
    <message>
        <source>No case waits for papers</source>
        <translation>没有待补正的办件</translation>
    </message>
    <message>
        <source>Your colleagues hold no case</source>
        <translation>同事没有在办件</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>没有待办件</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::ReadingPage</name>
    <message>
        <source>What you were at is not in the list any more.</source>
        <translation>您正在处理的一项已不在列表中。</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::ReasonPane</name>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Common words</source>
        <translation>常用语</translation>
    </message>
    <message>
        <source>Choose a colleague.</source>
        <translation>请选择同事。</translation>
    </message>
    <message>
        <source>Say why; it is kept.</source>
        <translation>请写明原因，原因会保留。</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::Receipts</name>
    <message>
        <source>The papers of case %1 are still being printed.</source>
        <translation>%1 的单据正在打印，请稍候。</translation>
    </message>
    <message>
        <source>The slip of case %1 was sent, but: %2</source>
        <translation>%1 的小票已送出，但：%2</translation>
    </message>
    <message>
        <source>%1 F8 prints again.</source>
        <translation>%1按 F8 重新打印。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>slip (%1)</source>
        <translation>小票（%1）</translation>
    </message>
    <message>
        <source>pages (%1)</source>
        <translation>A4 文书（%1）</translation>
    </message>
    <message>
        <source>Case %1 is safe. Not printed: %2</source>
        <translation>%1 已保存，没有打出：%2</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>The papers of case %1 are printed after all.</source>
        <translation>%1 的单据已全部打出。</translation>
    </message>
    <message>
        <source>Papers of case %1</source>
        <translation>%1 的单据</translation>
    </message>
    <message>
        <source>Printing what is still missing: %1</source>
        <translation>正在打印尚未出纸的单据：%1</translation>
    </message>
    <message>
        <source>F8 after that prints the papers of case %1.</source>
        <translation>之后再按 F8 打印 %1 的单据。</translation>
    </message>
    <message>
        <source>Still missing as well: %1.</source>
        <translation>另有单据尚未出纸：%1。</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::RefusalPane</name>
    <message>
        <source>Do not accept</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>The applicant gets a written decision with the reason and where to turn. The case is closed with it.</source>
        <translation>向申请人出具不予受理决定书，写明理由和救济途径，本件随即办结。</translation>
    </message>
    <message>
        <source>Refuse and print</source>
        <translation>不予受理并打印</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>In words, as it is printed</source>
        <translation>理由（印在决定书上）</translation>
    </message>
    <message>
        <source>Competent office</source>
        <translation>有权办理机关</translation>
    </message>
    <message>
        <source>Common words</source>
        <translation>常用语</translation>
    </message>
    <message>
        <source>Choose the reason.</source>
        <translation>请选择原因。</translation>
    </message>
    <message>
        <source>Say why in words, the applicant reads it.</source>
        <translation>请写明理由，申请人会看到。</translation>
    </message>
    <message>
        <source>Say where the applicant can turn.</source>
        <translation>请写明应向哪个机关申请。</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::SeparatorSheets</name>
    <message>
        <source>The separator sheet is printed.</source>
        <translation>分隔页已打印。</translation>
    </message>
    <message>
        <source>Separator sheets for the feeder</source>
        <translation>进纸器用的分隔页</translation>
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
    <message>
        <source>Size of the text</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大字</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::SheetFiles</name>
    <message>
        <source>Sheets (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::SignatureSheet</name>
    <message>
        <source>Take the signature</source>
        <translation>采用签名</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>重签</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Esc closes without a signature</source>
        <translation>Esc 关闭，不签名</translation>
    </message>
    <message>
        <source>Signature of %1</source>
        <translation>%1 签名</translation>
    </message>
    <message>
        <source>Nothing is signed yet.</source>
        <translation>还没有签名。</translation>
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
    <name>kuaiban::counter::SupplementForm</name>
    <message>
        <source>Something else</source>
        <translation>其他材料</translation>
    </message>
    <message>
        <source>Bring it by</source>
        <translation>补正期限</translation>
    </message>
    <message>
        <source>Name it, then Enter</source>
        <translation>输入名称后回车</translation>
    </message>
    <message>
        <source>What is wrong with it, or that it is missing</source>
        <translation>缺什么、有什么问题</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>原因：%1</translation>
    </message>
    <message>
        <source>Tick at least one paper</source>
        <translation>请至少勾选一项</translation>
    </message>
    <message>
        <source>Say by when</source>
        <translation>请填写期限</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::SupplementPane</name>
    <message>
        <source>Tell what is missing</source>
        <translation>一次性告知</translation>
    </message>
    <message>
        <source>Everything that is missing is told at once and printed on the notice. The case is taken and waits; any window of the area can take in what comes.</source>
        <translation>所缺内容一次告知，打印补正材料通知书。本件登记为待补正，申请人可到辖区任一窗口补交。</translation>
    </message>
    <message>
        <source>Tell and print</source>
        <translation>告知并打印</translation>
    </message>
    <message>
        <source>Working days to bring it</source>
        <translation>补正期限（工作日）</translation>
    </message>
    <message>
        <source>Something else is missing</source>
        <translation>另外还缺</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>所缺内容</translation>
    </message>
    <message>
        <source>Why, as it is printed</source>
        <translation>原因（印在通知书上）</translation>
    </message>
    <message>
        <source>What else is missing</source>
        <translation>另外所缺内容</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>原因：%1</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>1 to %1 working days</source>
        <translation>应为 1 至 %1 个工作日</translation>
    </message>
    <message>
        <source>Say why for “%1”.</source>
        <translation>请写明“%1”的原因。</translation>
    </message>
    <message>
        <source>Name at least one thing that is missing, or submit the case.</source>
        <translation>请至少列出一项所缺内容，或直接提交。</translation>
    </message>
    <message>
        <source>The time to bring it is missing.</source>
        <translation>请填写补正期限。</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::SyncPage</name>
    <message>
        <source>On its way</source>
        <translation>未送达</translation>
    </message>
    <message>
        <source>All is at the centre</source>
        <translation>全部已送达中心</translation>
    </message>
    <message>
        <source>What you enter without the network waits here and goes by itself.</source>
        <translation>断网时录入的内容在这里等候，联网后自动送出。</translation>
    </message>
    <message>
        <source>Synchronisation</source>
        <translation>同步中心</translation>
    </message>
    <message>
        <source>It is given up.</source>
        <translation>已放弃。</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>打开办件</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>重新提交</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>暂缓上传</translation>
    </message>
    <message>
        <source>Let it go on</source>
        <translation>继续上传</translation>
    </message>
    <message>
        <source>Give up …</source>
        <translation>放弃…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message numerus="yes">
        <source>Kept on this machine: %n case(s), %1</source>
        <translation>
            <numerusform>本机保存 %n 件，%1</numerusform>
        </translation>
    </message>
    <message>
        <source>It is set aside on this machine.</source>
        <translation>已暂缓，内容留在本机。</translation>
    </message>
    <message>
        <source>It goes on.</source>
        <translation>已继续上传。</translation>
    </message>
    <message>
        <source>It is on its way once more.</source>
        <translation>已重新提交。</translation>
    </message>
    <message>
        <source>Into a file …</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>From a file …</source>
        <translation>导入…</translation>
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
    <message>
        <source>No rows</source>
        <translation>无记录</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::TaskSheet</name>
    <message>
        <source>Devices by task</source>
        <translation>任务用哪台设备</translation>
    </message>
    <message>
        <source>Work like this</source>
        <translation>按此办理</translation>
    </message>
    <message>
        <source>Not set up at this window: %1</source>
        <translation>本窗口未配置：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
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
        <source>Turn the paper</source>
        <translation>旋转材料</translation>
    </message>
    <message>
        <source>Common opinion %1</source>
        <translation>常用意见 %1</translation>
    </message>
    <message>
        <source>Dispatch, next case</source>
        <translation>分发并下一件</translation>
    </message>
    <message>
        <source>Hand over …</source>
        <translation>移交…</translation>
    </message>
    <message>
        <source>Give to …</source>
        <translation>转派…</translation>
    </message>
    <message>
        <source>Take over …</source>
        <translation>接管…</translation>
    </message>
    <message>
        <source>Supplement …</source>
        <translation>补正…</translation>
    </message>
    <message>
        <source>Void …</source>
        <translation>作废…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation>下一处不一致</translation>
    </message>
    <message>
        <source>Nothing differs from the register.</source>
        <translation>与登记库没有不一致。</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
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
        <source>Papers side by side with the form</source>
        <translation>材料与表单并排</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查询</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>下一栏</translation>
    </message>
    <message>
        <source>Look at the papers to be handed out</source>
        <translation>预览要发放的文书</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>补打</translation>
    </message>
    <message>
        <source>List %1 of the queue</source>
        <translation>队列第 %1 类</translation>
    </message>
    <message>
        <source>Return …</source>
        <translation>退回…</translation>
    </message>
    <message>
        <source>Return, next case</source>
        <translation>退回，下一件</translation>
    </message>
    <message>
        <source>Ask for it, next case</source>
        <translation>要求补正，下一件</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>移交</translation>
    </message>
    <message>
        <source>Give</source>
        <translation>转派</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接手</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>放行</translation>
    </message>
    <message>
        <source>This case is at its end.</source>
        <translation>此件已办结。</translation>
    </message>
    <message>
        <source>Held by %1.</source>
        <translation>%1 正在办理。</translation>
    </message>
    <message>
        <source>At the window of %1: the applicant was asked for papers.</source>
        <translation>在 %1 窗口：已要求申请人补正。</translation>
    </message>
    <message>
        <source>At the window of %1.</source>
        <translation>在 %1 窗口。</translation>
    </message>
    <message>
        <source>You entered data of this case: somebody else must check it.</source>
        <translation>您录入过此件的信息，须由他人审核。</translation>
    </message>
    <message>
        <source>Your posts do not cover this step for this area and matter.</source>
        <translation>您的岗位不能办理此区划、此事项的这一环节。</translation>
    </message>
    <message>
        <source>A supervisor must first release the possible duplicate.</source>
        <translation>须先由分管领导放行疑似重复件。</translation>
    </message>
    <message>
        <source>A supervisor must first confirm the date of acceptance.</source>
        <translation>须先由分管领导确认受理日期。</translation>
    </message>
    <message>
        <source>First settle the two entries.</source>
        <translation>请先选定两处录入中的一个。</translation>
    </message>
    <message>
        <source>Returned.</source>
        <translation>已退回。</translation>
    </message>
    <message>
        <source>The applicant is asked for what is missing; the clock stands still.</source>
        <translation>已要求申请人补正，计时暂停。</translation>
    </message>
    <message>
        <source>The case is now with %1.</source>
        <translation>办件已转给 %1。</translation>
    </message>
    <message>
        <source>The case is void.</source>
        <translation>办件已作废。</translation>
    </message>
    <message>
        <source>The case is released.</source>
        <translation>办件已放行。</translation>
    </message>
    <message>
        <source>The notice is being printed; F7 shows it, F8 prints it again.</source>
        <translation>通知书正在打印；F7 预览，F8 补打。</translation>
    </message>
    <message>
        <source>The date of acceptance is confirmed.</source>
        <translation>受理日期已确认。</translation>
    </message>
    <message>
        <source>Settled.</source>
        <translation>已选定。</translation>
    </message>
    <message>
        <source>Nothing to decide</source>
        <translation>没有需要处理的办件</translation>
    </message>
    <message>
        <source>When a case arrives it appears at the left.</source>
        <translation>有新的办件时会显示在左侧。</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>打开办件</translation>
    </message>
    <message>
        <source>Drop it</source>
        <translation>放弃这次操作</translation>
    </message>
    <message>
        <source>Somebody else was quicker; nothing was sent.</source>
        <translation>已被他人先处理，本次操作未上传。</translation>
    </message>
    <message>
        <source>The hub did not take a decision: %1</source>
        <translation>中心没有接受一项决定：%1</translation>
    </message>
    <message>
        <source>Done, next case</source>
        <translation>办完，下一件</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>已办完。</translation>
    </message>
    <message>
        <source>Decide, next case</source>
        <translation>办理并下一件</translation>
    </message>
    <message>
        <source>The case goes on as the earlier one; what the two say differently is settled there.</source>
        <translation>已并入在先办件，两件不一致的内容在那一件中确认。</translation>
    </message>
    <message>
        <source>Merge, next case</source>
        <translation>并案，下一件</translation>
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
    <name>kuaiban::counter::UnitPage</name>
    <message>
        <source>No unit chosen</source>
        <translation>还没有选单位</translation>
    </message>
    <message>
        <source>Ctrl+K finds units by name or credit code.</source>
        <translation>按 Ctrl+K，用名称或统一社会信用代码查找。</translation>
    </message>
    <message>
        <source>What the register knows</source>
        <translation>登记信息</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>The register knows no such unit any more.</source>
        <translation>登记库里已没有这个单位。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>单位名称</translation>
    </message>
    <message>
        <source>Credit code</source>
        <translation>统一社会信用代码</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Economy</source>
        <translation>经济类型</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>所属区划</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Legal person</source>
        <translation>法定代表人</translation>
    </message>
    <message>
        <source>Registered on</source>
        <translation>登记日期</translation>
    </message>
    <message>
        <source>Closed on</source>
        <translation>注销日期</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::VoidPane</name>
    <message>
        <source>Throw the draft away</source>
        <translation>作废草稿</translation>
    </message>
    <message>
        <source>Nothing was submitted yet, so no case number is used up. It can be brought back for a week.</source>
        <translation>尚未提交，不占用受理号；一周内可以恢复。</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Common words</source>
        <translation>常用语</translation>
    </message>
    <message>
        <source>The applicant does not want it any more</source>
        <translation>申请人放弃办理</translation>
    </message>
    <message>
        <source>Entered twice</source>
        <translation>重复录入</translation>
    </message>
    <message>
        <source>Entered by mistake</source>
        <translation>录入错误</translation>
    </message>
    <message>
        <source>Say why.</source>
        <translation>请写明原因。</translation>
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
            <numerusform>队列中有 %n 件待办</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) taken</source>
        <translation>
            <numerusform>已受理 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>To be reviewed</source>
        <translation>待审核</translation>
    </message>
    <message>
        <source>Announcement · %1</source>
        <translation>通知 · %1</translation>
    </message>
    <message>
        <source>Back in the queue: the hub had not heard of you since %1</source>
        <translation>已退回待办队列：中心自 %1 起未收到您的联系</translation>
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
    <message>
        <source>%1, window %2, %3</source>
        <translation>%1 %2号窗口 %3</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message numerus="yes">
        <source>Offline, %n day(s) left</source>
        <translation>
            <numerusform>脱机，还可用 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Synchronisation</source>
        <translation>同步中心</translation>
    </message>
</context>
</TS>
