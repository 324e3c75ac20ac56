<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>DraftBook</name>
    <message>
        <source>New case</source>
        <translation>New case</translation>
    </message>
</context>
<context>
    <name>IntakeSteps</name>
    <message>
        <source>Card</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>Submit</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>Entry</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Device</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Network</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>This computer</translation>
    </message>
</context>
<context>
    <name>StepState</name>
    <message>
        <source>done</source>
        <translation>done</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>in progress</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>stopped</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>not needed</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>to come</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>ID card</source>
        <translation>ID card</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Completed</translation>
    </message>
    <message>
        <source>Not approved</source>
        <translation>Not approved</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>Not accepted</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>Waiting for papers</source>
        <translation>Waiting for papers</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>approved</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>returned</translation>
    </message>
    <message>
        <source>not approved</source>
        <translation>not approved</translation>
    </message>
    <message>
        <source>papers asked for</source>
        <translation>papers asked for</translation>
    </message>
    <message>
        <source>dispatched</source>
        <translation>dispatched</translation>
    </message>
    <message>
        <source>sent again</source>
        <translation>sent again</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>%n day overdue</numerusform><numerusform>%n days overdue</numerusform></translation>
    </message>
    <message>
        <source>due today</source>
        <translation>due today</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform><numerusform>%n days left</numerusform></translation>
    </message>
    <message>
        <source>ready</source>
        <translation>ready</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>needs attention</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>fault</translation>
    </message>
    <message>
        <source>not set up</source>
        <translation>not set up</translation>
    </message>
    <message>
        <source>No such device is set up on this machine.</source>
        <translation>No such device is set up on this machine.</translation>
    </message>
    <message>
        <source>A technician enters it in the profile under “devices”.</source>
        <translation>A technician enters it in the profile under “devices”.</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::BottomStrip</name>
    <message>
        <source>Network</source>
        <translation>Network</translation>
    </message>
    <message>
        <source>All uploaded</source>
        <translation>All uploaded</translation>
    </message>
    <message>
        <source>To upload: %1 · %2</source>
        <translation>To upload: %1 · %2</translation>
    </message>
    <message>
        <source>To upload: %1</source>
        <translation>To upload: %1</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::CallBar</name>
    <message>
        <source>Now</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 waiting</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::CaseListModel</name>
    <message>
        <source>Applicant</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>Case number</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Taken</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation>waiting to be sent</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::CaseSearchPage</name>
    <message>
        <source>Case number, name or ID number</source>
        <translation>Case number, name or ID number</translation>
    </message>
    <message>
        <source>Cases found</source>
        <translation>Cases found</translation>
    </message>
    <message>
        <source>No case chosen</source>
        <translation>No case chosen</translation>
    </message>
    <message>
        <source>Choose a case in the list to see how it stands.</source>
        <translation>Choose a case in the list to see how it stands.</translation>
    </message>
    <message>
        <source>Find a case</source>
        <translation>Find a case</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) · as of %1</source>
        <translation>
            <numerusform>%n case · as of %1</numerusform><numerusform>%n cases · as of %1</numerusform></translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Cases</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::CaseSheet</name>
    <message>
        <source>The way of the case</source>
        <translation>The way of the case</translation>
    </message>
    <message>
        <source>Taken by %1 · Window %2</source>
        <translation>Taken by %1 · Window %2</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>Case number</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <source>waits to be taken</source>
        <translation>waits to be taken</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Remark</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::CaseStrip</name>
    <message>
        <source>Open cases</source>
        <translation>Open cases</translation>
    </message>
    <message>
        <source>%1: not saved yet</source>
        <translation>%1: not saved yet</translation>
    </message>
    <message>
        <source>Close the case of %1</source>
        <translation>Close the case of %1</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::CheatSheet</name>
    <message>
        <source>Keys</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Esc closes</source>
        <translation>Esc closes</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Everywhere</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::CodePopup</name>
    <message>
        <source>Matching entries</source>
        <translation>Matching entries</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Nothing matches</translation>
    </message>
    <message>
        <source>First %1 entries; type on to narrow</source>
        <translation>First %1 entries; type on to narrow</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::ComparisonTable</name>
    <message>
        <source>%1, differs</source>
        <translation>%1, differs</translation>
    </message>
    <message>
        <source>Differences: %1</source>
        <translation>Differences: %1</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::CounterWindow</name>
    <message>
        <source>Workbench</source>
        <translation>Workbench</translation>
    </message>
    <message>
        <source>Intake</source>
        <translation>Intake</translation>
    </message>
    <message>
        <source>My cases</source>
        <translation>My cases</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Find</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::DateField</name>
    <message>
        <source>Write the date like 2026-11-21</source>
        <translation>Write the date like 2026-11-21</translation>
    </message>
    <message>
        <source>There is no such day</source>
        <translation>There is no such day</translation>
    </message>
    <message>
        <source>Not before %1</source>
        <translation>Not before %1</translation>
    </message>
    <message>
        <source>Not after %1</source>
        <translation>Not after %1</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::DocumentPreview</name>
    <message>
        <source>Preview of the paper</source>
        <translation>Preview of the paper</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Print</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::Field</name>
    <message>
        <source>required</source>
        <translation>required</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::FirstStartPage</name>
    <message>
        <source>Which hub does this machine belong to?</source>
        <translation>Which hub does this machine belong to?</translation>
    </message>
    <message>
        <source>Enrol this machine</source>
        <translation>Enrol this machine</translation>
    </message>
    <message>
        <source>Find the hub</source>
        <translation>Find the hub</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>Enrol</translation>
    </message>
    <message>
        <source>Address of the hub</source>
        <translation>Address of the hub</translation>
    </message>
    <message>
        <source>Begins with https://; the administrator of the hall knows it</source>
        <translation>Begins with https://; the administrator of the hall knows it</translation>
    </message>
    <message>
        <source>Enrolment code</source>
        <translation>Enrolment code</translation>
    </message>
    <message>
        <source>8 digits from the administrator, good for one hour</source>
        <translation>8 digits from the administrator, good for one hour</translation>
    </message>
    <message>
        <source>Window number</source>
        <translation>Window number</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>Enrolment</source>
        <translation>Enrolment</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>The hub shows this certificate. Compare it with what the administrator has:
%1
SHA-256 %2</source>
        <translation>The hub shows this certificate. Compare it with what the administrator has:
%1
SHA-256 %2</translation>
    </message>
    <message>
        <source>The hub runs on this machine and is reached without encryption.</source>
        <translation>The hub runs on this machine and is reached without encryption.</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::FlowGraph</name>
    <message>
        <source>Course of the case</source>
        <translation>Course of the case</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::FormPane</name>
    <message>
        <source>from the ID card</source>
        <translation>from the ID card</translation>
    </message>
    <message>
        <source>from the register</source>
        <translation>from the register</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::IntakePage</name>
    <message>
        <source>Receipt of %1 printed</source>
        <translation>Receipt of %1 printed</translation>
    </message>
    <message>
        <source>Read ID card</source>
        <translation>Read ID card</translation>
    </message>
    <message>
        <source>Type the identity</source>
        <translation>Type the identity</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Scan</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Next pane</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>Print receipt again</source>
        <translation>Print receipt again</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>Submit</translation>
    </message>
    <message>
        <source>Save draft</source>
        <translation>Save draft</translation>
    </message>
    <message>
        <source>Draft saved</source>
        <translation>Draft saved</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>New case</translation>
    </message>
    <message>
        <source>Next open case</source>
        <translation>Next open case</translation>
    </message>
    <message>
        <source>Change the matter</source>
        <translation>Change the matter</translation>
    </message>
    <message numerus="yes">
        <source>Limit %n working day(s)</source>
        <translation>
            <numerusform>Limit %n working day</numerusform><numerusform>Limit %n working days</numerusform></translation>
    </message>
    <message>
        <source>Take a case</source>
        <translation>Take a case</translation>
    </message>
    <message>
        <source>Read the ID card first</source>
        <translation>Read the ID card first</translation>
    </message>
    <message>
        <source>Still to fill in: %1</source>
        <translation>Still to fill in: %1</translation>
    </message>
    <message>
        <source>A case for %1 was begun; the other one stays open.</source>
        <translation>A case for %1 was begun; the other one stays open.</translation>
    </message>
    <message>
        <source>The scanner is still at work.</source>
        <translation>The scanner is still at work.</translation>
    </message>
    <message>
        <source>Case %1 is taken. The window is free for the next one.</source>
        <translation>Case %1 is taken. The window is free for the next one.</translation>
    </message>
    <message>
        <source>The receipt can be seen once a case is submitted.</source>
        <translation>The receipt can be seen once a case is submitted.</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::ItemPane</name>
    <message>
        <source>Matter: name, initials or code</source>
        <translation>Matter: name, initials or code</translation>
    </message>
    <message>
        <source>Matters</source>
        <translation>Matters</translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation>What is it about?</translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n working day</numerusform><numerusform>%n working days</numerusform></translation>
    </message>
    <message>
        <source>at once</source>
        <translation>at once</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::LoginPage</name>
    <message>
        <source>Sign in</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>Kuaiban</source>
        <translation>Kuaiban</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Signing in …</source>
        <translation>Signing in …</translation>
    </message>
    <message>
        <source>%1 · Window %2</source>
        <translation>%1 · Window %2</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::MaskedLabel</name>
    <message>
        <source>Show %1 in full</source>
        <translation>Show %1 in full</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::MaterialList</name>
    <message>
        <source>Materials</source>
        <translation>Materials</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::MaterialPane</name>
    <message>
        <source>Papers</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>Papers of this case</source>
        <translation>Papers of this case</translation>
    </message>
    <message>
        <source>Scanned pages</source>
        <translation>Scanned pages</translation>
    </message>
    <message>
        <source>+ Scan F4</source>
        <translation>+ Scan F4</translation>
    </message>
    <message>
        <source>Add a paper</source>
        <translation>Add a paper</translation>
    </message>
    <message>
        <source>Name it, then Enter</source>
        <translation>Name it, then Enter</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) scanned</source>
        <translation>
            <numerusform>%n page scanned</numerusform><numerusform>%n pages scanned</numerusform></translation>
    </message>
    <message>
        <source>Name the paper first, then scan.</source>
        <translation>Name the paper first, then scan.</translation>
    </message>
    <message>
        <source>Scanning …</source>
        <translation>Scanning …</translation>
    </message>
    <message>
        <source>The page is hard to read: scan it again while the paper is here.</source>
        <translation>The page is hard to read: scan it again while the paper is here.</translation>
    </message>
    <message>
        <source>scanned</source>
        <translation>scanned</translation>
    </message>
    <message>
        <source>not scanned yet</source>
        <translation>not scanned yet</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform><numerusform>%n pages</numerusform></translation>
    </message>
    <message>
        <source>Papers are optional here. Name what the applicant hands in; F4 scans it.</source>
        <translation>Papers are optional here. Name what the applicant hands in; F4 scans it.</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::MessageBar</name>
    <message>
        <source>Close message</source>
        <translation>Close message</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::MyCasesPage</name>
    <message>
        <source>My cases</source>
        <translation>My cases</translation>
    </message>
    <message>
        <source>No case chosen</source>
        <translation>No case chosen</translation>
    </message>
    <message>
        <source>Choose a case in the list to see how it stands.</source>
        <translation>Choose a case in the list to see how it stands.</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Send again</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>In transit</source>
        <translation>In transit</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Passed</translation>
    </message>
    <message>
        <source>Not passed</source>
        <translation>Not passed</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>Not accepted</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>All</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Which cases</source>
        <translation>Which cases</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform><numerusform>%n cases</numerusform></translation>
    </message>
    <message>
        <source>The case goes on to the next step.</source>
        <translation>The case goes on to the next step.</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Cases</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::NavigationRail</name>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::NavigationRows</name>
    <message>
        <source>%1, %2 new</source>
        <translation>%1, %2 new</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::PageThumbs</name>
    <message>
        <source>Page %1</source>
        <translation>Page %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Page %1 of %2</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::PaperView</name>
    <message>
        <source>Papers</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>No papers</source>
        <translation>No papers</translation>
    </message>
    <message>
        <source>Nothing was scanned for this case.</source>
        <translation>Nothing was scanned for this case.</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Turn</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>Scanned page</source>
        <translation>Scanned page</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::PersonPane</name>
    <message>
        <source>Who is it for?</source>
        <translation>Who is it for?</translation>
    </message>
    <message>
        <source>Lay the ID card on the reader and press F2.</source>
        <translation>Lay the ID card on the reader and press F2.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>Use this identity</source>
        <translation>Use this identity</translation>
    </message>
    <message>
        <source>Why was no card read?</source>
        <translation>Why was no card read?</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>The name is missing.</translation>
    </message>
    <message>
        <source>Say why, the reviewer will see it.</source>
        <translation>Say why, the reviewer will see it.</translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform><numerusform>%n years</numerusform></translation>
    </message>
    <message>
        <source>ID card valid without end</source>
        <translation>ID card valid without end</translation>
    </message>
    <message>
        <source>ID card expired on %1</source>
        <translation>ID card expired on %1</translation>
    </message>
    <message>
        <source>ID card valid until %1</source>
        <translation>ID card valid until %1</translation>
    </message>
    <message>
        <source>Typed by hand</source>
        <translation>Typed by hand</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>In the register</source>
        <translation>In the register</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation>Open cases</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::QueueList</name>
    <message>
        <source>held by me</source>
        <translation>held by me</translation>
    </message>
    <message>
        <source>Cases that wait</source>
        <translation>Cases that wait</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::Receipts</name>
    <message>
        <source>Receipt %1</source>
        <translation>Receipt %1</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::StatusLight</name>
    <message>
        <source>Not set up at this window.</source>
        <translation>Not set up at this window.</translation>
    </message>
    <message>
        <source>Everything is in order.</source>
        <translation>Everything is in order.</translation>
    </message>
    <message>
        <source>Code %1</source>
        <translation>Code %1</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::StatusStrip</name>
    <message>
        <source>Devices</source>
        <translation>Devices</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::StepTrail</name>
    <message>
        <source>Steps</source>
        <translation>Steps</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::TableField</name>
    <message>
        <source>Add row</source>
        <translation>Add row</translation>
    </message>
    <message>
        <source>Remove row (Ctrl+Delete)</source>
        <translation>Remove row (Ctrl+Delete)</translation>
    </message>
    <message>
        <source>%1, row %2</source>
        <translation>%1, row %2</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::ThumbnailStrip</name>
    <message>
        <source>Scanned pages</source>
        <translation>Scanned pages</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::TodoPage</name>
    <message>
        <source>Waiting</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Search in this queue</source>
        <translation>Search in this queue</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Nothing chosen</translation>
    </message>
    <message>
        <source>Choose a case at the left; Up and Down move in the queue.</source>
        <translation>Choose a case at the left; Up and Down move in the queue.</translation>
    </message>
    <message>
        <source>Opinion</source>
        <translation>Opinion</translation>
    </message>
    <message>
        <source>Office in charge</source>
        <translation>Office in charge</translation>
    </message>
    <message>
        <source>Agreed.</source>
        <translation>Agreed.</translation>
    </message>
    <message>
        <source>Papers are not complete.</source>
        <translation>Papers are not complete.</translation>
    </message>
    <message>
        <source>Details do not agree.</source>
        <translation>Details do not agree.</translation>
    </message>
    <message>
        <source>Further proof is needed.</source>
        <translation>Further proof is needed.</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Take</translation>
    </message>
    <message>
        <source>The case is yours now.</source>
        <translation>The case is yours now.</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Give back</translation>
    </message>
    <message>
        <source>The case is back in the queue.</source>
        <translation>The case is back in the queue.</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>Returned to the window.</source>
        <translation>Returned to the window.</translation>
    </message>
    <message>
        <source>Do not approve</source>
        <translation>Do not approve</translation>
    </message>
    <message>
        <source>The case was not approved.</source>
        <translation>The case was not approved.</translation>
    </message>
    <message>
        <source>Approve, next case</source>
        <translation>Approve, next case</translation>
    </message>
    <message>
        <source>The case was dispatched.</source>
        <translation>The case was dispatched.</translation>
    </message>
    <message>
        <source>Approved.</source>
        <translation>Approved.</translation>
    </message>
    <message>
        <source>Next case</source>
        <translation>Next case</translation>
    </message>
    <message>
        <source>Previous case</source>
        <translation>Previous case</translation>
    </message>
    <message>
        <source>Next paper</source>
        <translation>Next paper</translation>
    </message>
    <message>
        <source>Turn the paper</source>
        <translation>Turn the paper</translation>
    </message>
    <message>
        <source>Common opinion %1</source>
        <translation>Common opinion %1</translation>
    </message>
    <message>
        <source>Taken %1 · %2</source>
        <translation>Taken %1 · %2</translation>
    </message>
    <message>
        <source>Dispatch, next case</source>
        <translation>Dispatch, next case</translation>
    </message>
    <message>
        <source>Held by %1</source>
        <translation>Held by %1</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::TopStrip</name>
    <message>
        <source>Search ID number, name, case number, service item, policy</source>
        <translation>Search ID number, name, case number, service item, policy</translation>
    </message>
    <message>
        <source>Kuaiban</source>
        <translation>Kuaiban</translation>
    </message>
    <message>
        <source>Signed in: %1</source>
        <translation>Signed in: %1</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::WorkProgress</name>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Stopping…</translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation>%1 done</translation>
    </message>
    <message>
        <source>%1 per second</source>
        <translation>%1 per second</translation>
    </message>
    <message>
        <source>%1 per minute</source>
        <translation>%1 per minute</translation>
    </message>
    <message>
        <source>about %1 s left</source>
        <translation>about %1 s left</translation>
    </message>
    <message>
        <source>about %1 min left</source>
        <translation>about %1 min left</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::WorkbenchPage</name>
    <message>
        <source>New since last time</source>
        <translation>New since last time</translation>
    </message>
    <message>
        <source>Nothing was returned and nothing is stuck.</source>
        <translation>Nothing was returned and nothing is stuck.</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Drafts</translation>
    </message>
    <message>
        <source>No draft is open. Ctrl+N begins a case.</source>
        <translation>No draft is open. Ctrl+N begins a case.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Good day, %1</source>
        <translation>Good day, %1</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>New case</translation>
    </message>
    <message>
        <source>Open the queue</source>
        <translation>Open the queue</translation>
    </message>
    <message>
        <source>No name yet</source>
        <translation>No name yet</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) wait in the queue</source>
        <translation>
            <numerusform>%n case wait in the queue</numerusform><numerusform>%n cases wait in the queue</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) taken</source>
        <translation>
            <numerusform>%n case taken</numerusform><numerusform>%n cases taken</numerusform></translation>
    </message>
    <message>
        <source>To be reviewed</source>
        <translation>To be reviewed</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::Workplace</name>
    <message>
        <source>%1 · Window %2</source>
        <translation>%1 · Window %2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>All keys</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Sign out</translation>
    </message>
</context>
</TS>
