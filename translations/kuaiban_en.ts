<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Announcements</name>
    <message>
        <source>withdrawn</source>
        <translation>withdrawn</translation>
    </message>
    <message>
        <source>noted</source>
        <translation>noted</translation>
    </message>
    <message>
        <source>over</source>
        <translation>over</translation>
    </message>
    <message>
        <source>important, to be noted</source>
        <translation>important, to be noted</translation>
    </message>
    <message>
        <source>to be noted</source>
        <translation>to be noted</translation>
    </message>
</context>
<context>
    <name>AreaPicker</name>
    <message>
        <source>Name, initials or code</source>
        <translation>Name, initials or code</translation>
    </message>
</context>
<context>
    <name>CaseWay</name>
    <message>
        <source>waits to be taken</source>
        <translation>waits to be taken</translation>
    </message>
    <message>
        <source>waits for papers</source>
        <translation>waits for papers</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Remark</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>further copy</source>
        <translation>further copy</translation>
    </message>
    <message numerus="yes">
        <source>%n copies</source>
        <translation>
            <numerusform>%n copy</numerusform>
            <numerusform>%n copies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaseWords</name>
    <message>
        <source>ID card</source>
        <translation>ID card</translation>
    </message>
    <message>
        <source>register</source>
        <translation>register</translation>
    </message>
    <message>
        <source>calculated</source>
        <translation>calculated</translation>
    </message>
    <message>
        <source>rules in force</source>
        <translation>rules in force</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>typed</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Collector</source>
        <translation>Collector</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>handed in</source>
        <translation>handed in</translation>
    </message>
    <message>
        <source>deferred until %1</source>
        <translation>deferred until %1</translation>
    </message>
    <message>
        <source>replaced by a signed commitment</source>
        <translation>replaced by a signed commitment</translation>
    </message>
    <message>
        <source>from shared data, no paper</source>
        <translation>from shared data, no paper</translation>
    </message>
    <message>
        <source>taken from an earlier case</source>
        <translation>taken from an earlier case</translation>
    </message>
    <message>
        <source>handed in, not scanned</source>
        <translation>handed in, not scanned</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>copy</translation>
    </message>
    <message>
        <source>came after the decision</source>
        <translation>came after the decision</translation>
    </message>
    <message>
        <source>pages still on their way</source>
        <translation>pages still on their way</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>%1 yuan</source>
        <translation>%1 yuan</translation>
    </message>
    <message>
        <source>social security card</source>
        <translation>social security card</translation>
    </message>
</context>
<context>
    <name>Citizen</name>
    <message>
        <source>Screen for the citizen</source>
        <translation>Screen for the citizen</translation>
    </message>
    <message>
        <source>Thank you!</source>
        <translation>Thank you!</translation>
    </message>
    <message>
        <source>Your evaluation helps us to serve you better.</source>
        <translation>Your evaluation helps us to serve you better.</translation>
    </message>
    <message>
        <source>Window %1</source>
        <translation>Window %1</translation>
    </message>
    <message>
        <source>Please show your ID card</source>
        <translation>Please show your ID card</translation>
    </message>
    <message>
        <source>Please check: is everything right?</source>
        <translation>Please check: is everything right?</translation>
    </message>
    <message>
        <source>Something is wrong</source>
        <translation>Something is wrong</translation>
    </message>
    <message>
        <source>Everything is right</source>
        <translation>Everything is right</translation>
    </message>
    <message>
        <source>Please write your whole name first.</source>
        <translation>Please write your whole name first.</translation>
    </message>
    <message>
        <source>Please sign here with your finger or the pen</source>
        <translation>Please sign here with your finger or the pen</translation>
    </message>
    <message>
        <source>Sign again</source>
        <translation>Sign again</translation>
    </message>
    <message>
        <source>Very dissatisfied</source>
        <translation>Very dissatisfied</translation>
    </message>
    <message>
        <source>Dissatisfied</source>
        <translation>Dissatisfied</translation>
    </message>
    <message>
        <source>Fairly satisfied</source>
        <translation>Fairly satisfied</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>Satisfied</translation>
    </message>
    <message>
        <source>Very satisfied</source>
        <translation>Very satisfied</translation>
    </message>
    <message>
        <source>How satisfied are you with the service?</source>
        <translation>How satisfied are you with the service?</translation>
    </message>
    <message>
        <source>Your choice is not shown at the window.</source>
        <translation>Your choice is not shown at the window.</translation>
    </message>
    <message>
        <source>What was good? (more than one if you like)</source>
        <translation>What was good? (more than one if you like)</translation>
    </message>
    <message>
        <source>What should be better? (more than one if you like)</source>
        <translation>What should be better? (more than one if you like)</translation>
    </message>
    <message>
        <source>Choose again</source>
        <translation>Choose again</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>CounterPages</name>
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
    <message>
        <source>Accounts</source>
        <translation>Accounts</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Notices</translation>
    </message>
    <message>
        <source>Offices</source>
        <translation>Offices</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Devices</translation>
    </message>
    <message>
        <source>Synchronisation</source>
        <translation>Synchronisation</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Employer</source>
        <translation>Employer</translation>
    </message>
    <message>
        <source>Held work</source>
        <translation>Held work</translation>
    </message>
</context>
<context>
    <name>DeviceWords</name>
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
        <source>did not work</source>
        <translation>did not work</translation>
    </message>
    <message>
        <source>tried</source>
        <translation>tried</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>chosen</translation>
    </message>
    <message>
        <source>not set up</source>
        <translation>not set up</translation>
    </message>
    <message>
        <source>The card of %1 was read.</source>
        <translation>The card of %1 was read.</translation>
    </message>
    <message>
        <source>A page of %1 dots came.</source>
        <translation>A page of %1 dots came.</translation>
    </message>
    <message>
        <source>The test slip is out: compare it with what lies in the printer.</source>
        <translation>The test slip is out: compare it with what lies in the printer.</translation>
    </message>
    <message>
        <source>The test page is out.</source>
        <translation>The test page is out.</translation>
    </message>
    <message>
        <source>Key %1 was pressed.</source>
        <translation>Key %1 was pressed.</translation>
    </message>
    <message>
        <source>The monitor %1 is connected.</source>
        <translation>The monitor %1 is connected.</translation>
    </message>
    <message>
        <source>The queue answered; nobody is called.</source>
        <translation>The queue answered; nobody is called.</translation>
    </message>
    <message>
        <source>The queue answered; %1 is called.</source>
        <translation>The queue answered; %1 is called.</translation>
    </message>
    <message>
        <source>Reads the ID card that lies there.</source>
        <translation>Reads the ID card that lies there.</translation>
    </message>
    <message>
        <source>Reads the social security card that is in.</source>
        <translation>Reads the social security card that is in.</translation>
    </message>
    <message>
        <source>Scans one page from the glass; it is not kept.</source>
        <translation>Scans one page from the glass; it is not kept.</translation>
    </message>
    <message>
        <source>Prints a test slip.</source>
        <translation>Prints a test slip.</translation>
    </message>
    <message>
        <source>Prints a test page.</source>
        <translation>Prints a test page.</translation>
    </message>
    <message>
        <source>Waits 15 seconds for a key of the keypad.</source>
        <translation>Waits 15 seconds for a key of the keypad.</translation>
    </message>
    <message>
        <source>Looks for the monitor that faces the citizen.</source>
        <translation>Looks for the monitor that faces the citizen.</translation>
    </message>
    <message>
        <source>Asks the queue how it stands; calls nobody.</source>
        <translation>Asks the queue how it stands; calls nobody.</translation>
    </message>
    <message>
        <source>Works, in %1 s</source>
        <translation>Works, in %1 s</translation>
    </message>
    <message>
        <source>Answers, but no key was pressed</source>
        <translation>Answers, but no key was pressed</translation>
    </message>
    <message>
        <source>Try it once more and press a key within 15 seconds.</source>
        <translation>Try it once more and press a key within 15 seconds.</translation>
    </message>
    <message>
        <source>Answers, but: %1</source>
        <translation>Answers, but: %1</translation>
    </message>
    <message>
        <source>Does not work: %1</source>
        <translation>Does not work: %1</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>Receipts</translation>
    </message>
    <message>
        <source>Decisions and notices</source>
        <translation>Decisions and notices</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Lists</translation>
    </message>
    <message>
        <source>Confirmations</source>
        <translation>Confirmations</translation>
    </message>
    <message>
        <source>For the house</source>
        <translation>For the house</translation>
    </message>
    <message>
        <source>Tray %1</source>
        <translation>Tray %1</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>By itself</translation>
    </message>
    <message>
        <source>Main tray</source>
        <translation>Main tray</translation>
    </message>
    <message>
        <source>Second tray</source>
        <translation>Second tray</translation>
    </message>
    <message>
        <source>Upper tray</source>
        <translation>Upper tray</translation>
    </message>
    <message>
        <source>Middle tray</source>
        <translation>Middle tray</translation>
    </message>
    <message>
        <source>Lower tray</source>
        <translation>Lower tray</translation>
    </message>
    <message>
        <source>Rear tray</source>
        <translation>Rear tray</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>By hand</translation>
    </message>
    <message>
        <source>Bypass tray</source>
        <translation>Bypass tray</translation>
    </message>
    <message>
        <source>Envelopes</source>
        <translation>Envelopes</translation>
    </message>
    <message>
        <source>Large tray</source>
        <translation>Large tray</translation>
    </message>
    <message>
        <source>Takes one photograph of what lies below it; it is not kept.</source>
        <translation>Takes one photograph of what lies below it; it is not kept.</translation>
    </message>
    <message>
        <source>Pages of a case (F4)</source>
        <translation>Pages of a case (F4)</translation>
    </message>
    <message>
        <source>What shows who somebody is (F4)</source>
        <translation>What shows who somebody is (F4)</translation>
    </message>
    <message>
        <source>What the applicant takes along</source>
        <translation>What the applicant takes along</translation>
    </message>
    <message>
        <source>As usual: slip and receipt page</source>
        <translation>As usual: slip and receipt page</translation>
    </message>
    <message>
        <source>As usual: the scanner, without one the camera</source>
        <translation>As usual: the scanner, without one the camera</translation>
    </message>
    <message>
        <source>The slip only</source>
        <translation>The slip only</translation>
    </message>
    <message>
        <source>The receipt page only</source>
        <translation>The receipt page only</translation>
    </message>
</context>
<context>
    <name>DraftBook</name>
    <message>
        <source>New case</source>
        <translation>New case</translation>
    </message>
</context>
<context>
    <name>Found</name>
    <message>
        <source>Matters</source>
        <translation>Matters</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Policies</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>Persons</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
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
    <name>OrganisationEntries</name>
    <message>
        <source>%1 (closed)</source>
        <translation>%1 (closed)</translation>
    </message>
</context>
<context>
    <name>OrganisationKind</name>
    <message>
        <source>Human resources and social security</source>
        <translation>Human resources and social security</translation>
    </message>
    <message>
        <source>Finance</source>
        <translation>Finance</translation>
    </message>
    <message>
        <source>Department in charge</source>
        <translation>Department in charge</translation>
    </message>
    <message>
        <source>Township or street</source>
        <translation>Township or street</translation>
    </message>
    <message>
        <source>Village or community</source>
        <translation>Village or community</translation>
    </message>
</context>
<context>
    <name>Outgoing</name>
    <message>
        <source>Case taken</source>
        <translation>Case taken</translation>
    </message>
    <message>
        <source>Entries changed</source>
        <translation>Entries changed</translation>
    </message>
    <message>
        <source>Bank account</source>
        <translation>Bank account</translation>
    </message>
    <message>
        <source>Difference settled</source>
        <translation>Difference settled</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>Papers removed</source>
        <translation>Papers removed</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>Taken over</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Given back</translation>
    </message>
    <message>
        <source>Dispatched</source>
        <translation>Dispatched</translation>
    </message>
    <message>
        <source>Step done</source>
        <translation>Step done</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>Sent back</translation>
    </message>
    <message>
        <source>Called back to the window</source>
        <translation>Called back to the window</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Papers asked for</source>
        <translation>Papers asked for</translation>
    </message>
    <message>
        <source>Submitted again</source>
        <translation>Submitted again</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>Not accepted</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>Voided</translation>
    </message>
    <message>
        <source>Date confirmed</source>
        <translation>Date confirmed</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>Passed on</source>
        <translation>Passed on</translation>
    </message>
    <message>
        <source>No duplicate</source>
        <translation>No duplicate</translation>
    </message>
    <message>
        <source>Result handed out</source>
        <translation>Result handed out</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Evaluation</translation>
    </message>
    <message>
        <source>Announcement noted</source>
        <translation>Announcement noted</translation>
    </message>
    <message numerus="yes">
        <source>tried %n time(s)</source>
        <translation>
            <numerusform>tried %n time(s)</numerusform>
            <numerusform>tried %n time(s)</numerusform>
        </translation>
    </message>
    <message>
        <source>to be sent</source>
        <translation>to be sent</translation>
    </message>
    <message>
        <source>taken by the centre, being confirmed</source>
        <translation>taken by the centre, being confirmed</translation>
    </message>
    <message>
        <source>needs you</source>
        <translation>needs you</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>set aside</translation>
    </message>
    <message>
        <source>files %1 %</source>
        <translation>files %1 %</translation>
    </message>
    <message>
        <source>being confirmed</source>
        <translation>being confirmed</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Files</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file(s)</numerusform>
            <numerusform>%n file(s)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 are at the centre</source>
        <translation>%1 of %2 are at the centre</translation>
    </message>
    <message>
        <source>Online, sending</source>
        <translation>Online, sending</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>last contact %1</source>
        <translation>last contact %1</translation>
    </message>
    <message>
        <source>no contact yet</source>
        <translation>no contact yet</translation>
    </message>
    <message>
        <source>next try %1</source>
        <translation>next try %1</translation>
    </message>
    <message>
        <source>already there</source>
        <translation>already there</translation>
    </message>
    <message>
        <source>not sent: somebody else had done the same</source>
        <translation>not sent: somebody else had done the same</translation>
    </message>
    <message>
        <source>Back in the queue</source>
        <translation>Back in the queue</translation>
    </message>
    <message>
        <source>Held work admitted</source>
        <translation>Held work admitted</translation>
    </message>
    <message>
        <source>Held work not admitted</source>
        <translation>Held work not admitted</translation>
    </message>
    <message>
        <source>Held work taken back</source>
        <translation>Held work taken back</translation>
    </message>
    <message>
        <source>Merged into the earlier case</source>
        <translation>Merged into the earlier case</translation>
    </message>
</context>
<context>
    <name>PageNotes</name>
    <message>
        <source>blank</source>
        <translation>blank</translation>
    </message>
    <message>
        <source>The page is blank. Remove it, or lay the paper the other way round and scan it again.</source>
        <translation>The page is blank. Remove it, or lay the paper the other way round and scan it again.</translation>
    </message>
    <message>
        <source>blurred</source>
        <translation>blurred</translation>
    </message>
    <message>
        <source>The writing is blurred. Lay the paper flat and scan it again.</source>
        <translation>The writing is blurred. Lay the paper flat and scan it again.</translation>
    </message>
    <message>
        <source>too dark</source>
        <translation>too dark</translation>
    </message>
    <message>
        <source>The page is too dark. Close the lid, see that the paper lies face down, and scan it again.</source>
        <translation>The page is too dark. Close the lid, see that the paper lies face down, and scan it again.</translation>
    </message>
    <message>
        <source>too pale</source>
        <translation>too pale</translation>
    </message>
    <message>
        <source>The writing is too pale. Scan it again, or ask for a better copy.</source>
        <translation>The writing is too pale. Scan it again, or ask for a better copy.</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>cut off</translation>
    </message>
    <message>
        <source>Writing runs over the edge. Move the paper further in and scan it again.</source>
        <translation>Writing runs over the edge. Move the paper further in and scan it again.</translation>
    </message>
    <message>
        <source>over 600 KB</source>
        <translation>over 600 KB</translation>
    </message>
    <message>
        <source>The page is over 600 KB: uploading takes longer.</source>
        <translation>The page is over 600 KB: uploading takes longer.</translation>
    </message>
</context>
<context>
    <name>PaperChecklist</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message>
        <source>Deferred until %1</source>
        <translation>Deferred until %1</translation>
    </message>
    <message>
        <source>Commitment: have it signed and scan it</source>
        <translation>Commitment: have it signed and scan it</translation>
    </message>
    <message>
        <source>Shared data, no paper needed</source>
        <translation>Shared data, no paper needed</translation>
    </message>
    <message>
        <source>Taken from an earlier case</source>
        <translation>Taken from an earlier case</translation>
    </message>
    <message>
        <source>%1, not scanned yet</source>
        <translation>%1, not scanned yet</translation>
    </message>
    <message>
        <source>Another one will do</source>
        <translation>Another one will do</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>optional</translation>
    </message>
    <message numerus="yes">
        <source>one of %n</source>
        <translation>
            <numerusform>one of %n</numerusform>
            <numerusform>one of %n</numerusform>
        </translation>
    </message>
    <message>
        <source>required</source>
        <translation>required</translation>
    </message>
    <message numerus="yes">
        <source>may follow within %n day(s)</source>
        <translation>
            <numerusform>may follow within %n day</numerusform>
            <numerusform>may follow within %n days</numerusform>
        </translation>
    </message>
    <message>
        <source>a commitment will do</source>
        <translation>a commitment will do</translation>
    </message>
    <message>
        <source>not there yet</source>
        <translation>not there yet</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Electronic</source>
        <translation>Electronic</translation>
    </message>
    <message>
        <source>Deferred</source>
        <translation>Deferred</translation>
    </message>
    <message>
        <source>Commitment</source>
        <translation>Commitment</translation>
    </message>
    <message>
        <source>Shared data</source>
        <translation>Shared data</translation>
    </message>
    <message>
        <source>Reuse</source>
        <translation>Reuse</translation>
    </message>
</context>
<context>
    <name>PaperLeaves</name>
    <message>
        <source>Proof of identity: %1</source>
        <translation>Proof of identity: %1</translation>
    </message>
    <message>
        <source>Power of attorney</source>
        <translation>Power of attorney</translation>
    </message>
    <message>
        <source>Signature of the collector</source>
        <translation>Signature of the collector</translation>
    </message>
    <message>
        <source>Signature of the applicant (something was changed since)</source>
        <translation>Signature of the applicant (something was changed since)</translation>
    </message>
    <message>
        <source>Signature of the applicant</source>
        <translation>Signature of the applicant</translation>
    </message>
</context>
<context>
    <name>PartyRows</name>
    <message>
        <source>typed: %1</source>
        <translation>typed: %1</translation>
    </message>
    <message>
        <source>security card agrees</source>
        <translation>security card agrees</translation>
    </message>
    <message>
        <source>security card differs</source>
        <translation>security card differs</translation>
    </message>
</context>
<context>
    <name>PersonSections</name>
    <message>
        <source>Person</source>
        <translation>Person</translation>
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
        <source>Sex, ethnicity</source>
        <translation>Sex, ethnicity</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Born</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>Household</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>Education</translation>
    </message>
    <message>
        <source>Employment</source>
        <translation>Employment</translation>
    </message>
    <message>
        <source>Died on</source>
        <translation>Died on</translation>
    </message>
    <message>
        <source>Social security cards</source>
        <translation>Social security cards</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>until %1</translation>
    </message>
    <message>
        <source>Insurance</source>
        <translation>Insurance</translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message>
        <source>base %1</source>
        <translation>base %1</translation>
    </message>
    <message>
        <source>Pension account</source>
        <translation>Pension account</translation>
    </message>
    <message>
        <source>balance %1</source>
        <translation>balance %1</translation>
    </message>
    <message numerus="yes">
        <source>deemed %n month(s)</source>
        <translation>
            <numerusform>deemed %n month</numerusform>
            <numerusform>deemed %n months</numerusform>
        </translation>
    </message>
    <message>
        <source>Benefits</source>
        <translation>Benefits</translation>
    </message>
    <message>
        <source>%1 a month</source>
        <translation>%1 a month</translation>
    </message>
    <message>
        <source>%1 of %2 months drawn</source>
        <translation>%1 of %2 months drawn</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>from %1</translation>
    </message>
    <message>
        <source>Household register</source>
        <translation>Household register</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>Registered as dead</source>
        <translation>Registered as dead</translation>
    </message>
    <message>
        <source>No social security card</source>
        <translation>No social security card</translation>
    </message>
    <message>
        <source>The card cannot be used</source>
        <translation>The card cannot be used</translation>
    </message>
    <message>
        <source>Benefits cannot be paid to the card</source>
        <translation>Benefits cannot be paid to the card</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) under way</source>
        <translation>
            <numerusform>%n case under way</numerusform>
            <numerusform>%n cases under way</numerusform>
        </translation>
    </message>
    <message>
        <source>Died</source>
        <translation>Died</translation>
    </message>
    <message>
        <source>First insured: %1</source>
        <translation>First insured: %1</translation>
    </message>
    <message>
        <source>Insured again: %1</source>
        <translation>Insured again: %1</translation>
    </message>
    <message>
        <source>Insurance ended: %1</source>
        <translation>Insurance ended: %1</translation>
    </message>
    <message>
        <source>Contract ended: %1, %2</source>
        <translation>Contract ended: %1, %2</translation>
    </message>
    <message>
        <source>Card issued: %1</source>
        <translation>Card issued: %1</translation>
    </message>
    <message>
        <source>Benefit granted: %1</source>
        <translation>Benefit granted: %1</translation>
    </message>
</context>
<context>
    <name>PersonWords</name>
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
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <source>account %1</source>
        <translation>account %1</translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message>
        <source>Insurance and cases</source>
        <translation>Insurance and cases</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Last unit</source>
        <translation>Last unit</translation>
    </message>
    <message>
        <source>Insured</source>
        <translation>Insured</translation>
    </message>
    <message>
        <source>in nothing</source>
        <translation>in nothing</translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation>Open cases</translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
    <message>
        <source>Typed by hand</source>
        <translation>Typed by hand</translation>
    </message>
    <message>
        <source>Credit code</source>
        <translation>Credit code</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Security card</source>
        <translation>Security card</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Registered as dead</source>
        <translation>Registered as dead</translation>
    </message>
    <message>
        <source>Died on %1 by the register. Check who stands at the window.</source>
        <translation>Died on %1 by the register. Check who stands at the window.</translation>
    </message>
    <message>
        <source>The same matter is under way</source>
        <translation>The same matter is under way</translation>
    </message>
    <message>
        <source>Case %1, taken on %2.</source>
        <translation>Case %1, taken on %2.</translation>
    </message>
    <message>
        <source>The ID card is out of date</source>
        <translation>The ID card is out of date</translation>
    </message>
    <message>
        <source>It ended on %1. Ask for a valid document or remind of renewal.</source>
        <translation>It ended on %1. Ask for a valid document or remind of renewal.</translation>
    </message>
    <message>
        <source>Old 15-digit number</source>
        <translation>Old 15-digit number</translation>
    </message>
    <message>
        <source>Take the 18-digit number from a new card or the household book.</source>
        <translation>Take the 18-digit number from a new card or the household book.</translation>
    </message>
    <message>
        <source>Not in the register</source>
        <translation>Not in the register</translation>
    </message>
    <message>
        <source>No record for this number: check it, and fill in by hand.</source>
        <translation>No record for this number: check it, and fill in by hand.</translation>
    </message>
    <message>
        <source>Register out of reach</source>
        <translation>Register out of reach</translation>
    </message>
    <message>
        <source>The case can be taken; the hub compares it when it arrives.</source>
        <translation>The case can be taken; the hub compares it when it arrives.</translation>
    </message>
    <message>
        <source>number</source>
        <translation>number</translation>
    </message>
    <message>
        <source>name</source>
        <translation>name</translation>
    </message>
    <message>
        <source>sex</source>
        <translation>sex</translation>
    </message>
    <message>
        <source>birth date</source>
        <translation>birth date</translation>
    </message>
    <message>
        <source>Read from the social security card</source>
        <translation>Read from the social security card</translation>
    </message>
    <message>
        <source>Security card tells no holder yet</source>
        <translation>Security card tells no holder yet</translation>
    </message>
    <message>
        <source>Person and security card agree</source>
        <translation>Person and security card agree</translation>
    </message>
    <message>
        <source>Security card differs: %1</source>
        <translation>Security card differs: %1</translation>
    </message>
    <message>
        <source>Person and security card differ</source>
        <translation>Person and security card differ</translation>
    </message>
    <message>
        <source>They differ in %1. Compare both cards with who stands at the window.</source>
        <translation>They differ in %1. Compare both cards with who stands at the window.</translation>
    </message>
    <message>
        <source>The security card is out of date</source>
        <translation>The security card is out of date</translation>
    </message>
    <message>
        <source>It ended on %1. Remind of a new one.</source>
        <translation>It ended on %1. Remind of a new one.</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Login</source>
        <translation>Login</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>Posts</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Above it</source>
        <translation>Above it</translation>
    </message>
    <message>
        <source>Credit code</source>
        <translation>Credit code</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Full name</translation>
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
            <numerusform>%n day overdue</numerusform>
            <numerusform>%n days overdue</numerusform>
        </translation>
    </message>
    <message>
        <source>due today</source>
        <translation>due today</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
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
    <message>
        <source>Slip printer</source>
        <translation>Slip printer</translation>
    </message>
    <message>
        <source>clock stopped</source>
        <translation>clock stopped</translation>
    </message>
    <message>
        <source>papers overdue since %1</source>
        <translation>papers overdue since %1</translation>
    </message>
    <message>
        <source>papers by %1</source>
        <translation>papers by %1</translation>
    </message>
    <message>
        <source>being looked at</source>
        <translation>being looked at</translation>
    </message>
    <message>
        <source>done</source>
        <translation>done</translation>
    </message>
    <message>
        <source>Security card</source>
        <translation>Security card</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Evaluation</translation>
    </message>
    <message>
        <source>Citizen screen</source>
        <translation>Citizen screen</translation>
    </message>
    <message>
        <source>Calling</source>
        <translation>Calling</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>taken back by the window</source>
        <translation>taken back by the window</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Merged</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::AccountPane</name>
    <message>
        <source>New account</source>
        <translation>New account</translation>
    </message>
    <message>
        <source>Give a post</source>
        <translation>Give a post</translation>
    </message>
    <message>
        <source>A post holds in an area and everything below it.</source>
        <translation>A post holds in an area and everything below it.</translation>
    </message>
    <message>
        <source>Open the account</source>
        <translation>Open the account</translation>
    </message>
    <message>
        <source>Give the post</source>
        <translation>Give the post</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Login</translation>
    </message>
    <message>
        <source>Small letters and digits, such as pinyin</source>
        <translation>Small letters and digits, such as pinyin</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>To be filled in</source>
        <translation>To be filled in</translation>
    </message>
    <message>
        <source>The first password is shown once: tell it to whoever gets the account.</source>
        <translation>The first password is shown once: tell it to whoever gets the account.</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Its name is printed on receipts</source>
        <translation>Its name is printed on receipts</translation>
    </message>
    <message>
        <source>Name or initials</source>
        <translation>Name or initials</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Change the account</source>
        <translation>Change the account</translation>
    </message>
    <message>
        <source>Posts stay as they are: give and withdraw them apart.</source>
        <translation>Posts stay as they are: give and withdraw them apart.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::AccountsPage</name>
    <message>
        <source>locked</source>
        <translation>locked</translation>
    </message>
    <message>
        <source>no post</source>
        <translation>no post</translation>
    </message>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation>
            <numerusform>%n account</numerusform>
            <numerusform>%n accounts</numerusform>
        </translation>
    </message>
    <message>
        <source>The account %1 is open. First password, told only now: %2</source>
        <translation>The account %1 is open. First password, told only now: %2</translation>
    </message>
    <message>
        <source>The post %1 is given.</source>
        <translation>The post %1 is given.</translation>
    </message>
    <message>
        <source>The post is withdrawn; what was done with it stays valid.</source>
        <translation>The post is withdrawn; what was done with it stays valid.</translation>
    </message>
    <message>
        <source>The account is locked.</source>
        <translation>The account is locked.</translation>
    </message>
    <message>
        <source>The account may sign in again.</source>
        <translation>The account may sign in again.</translation>
    </message>
    <message>
        <source>Accounts from a sheet</source>
        <translation>Accounts from a sheet</translation>
    </message>
    <message>
        <source>Empty sheet</source>
        <translation>Empty sheet</translation>
    </message>
    <message>
        <source>First passwords</source>
        <translation>First passwords</translation>
    </message>
    <message>
        <source>Login, name or office</source>
        <translation>Login, name or office</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Accounts</translation>
    </message>
    <message>
        <source>No account chosen</source>
        <translation>No account chosen</translation>
    </message>
    <message>
        <source>Choose one at the left, or open a new one.</source>
        <translation>Choose one at the left, or open a new one.</translation>
    </message>
    <message>
        <source>Accounts and posts</source>
        <translation>Accounts and posts</translation>
    </message>
    <message>
        <source>Posts of the account</source>
        <translation>Posts of the account</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>Posts</translation>
    </message>
    <message>
        <source>New account …</source>
        <translation>New account …</translation>
    </message>
    <message>
        <source>Give a post …</source>
        <translation>Give a post …</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>From a sheet …</source>
        <translation>From a sheet …</translation>
    </message>
    <message>
        <source>Empty sheet …</source>
        <translation>Empty sheet …</translation>
    </message>
    <message>
        <source>Open these accounts</source>
        <translation>Open these accounts</translation>
    </message>
    <message>
        <source>Keep the first passwords …</source>
        <translation>Keep the first passwords …</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Find an account</source>
        <translation>Find an account</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Login</translation>
    </message>
    <message>
        <source>Office or hall</source>
        <translation>Office or hall</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>may sign in</source>
        <translation>may sign in</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>since %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>until %1</translation>
    </message>
    <message>
        <source>New password of %1, told only now: %2</source>
        <translation>New password of %1, told only now: %2</translation>
    </message>
    <message>
        <source>Keep the first passwords of the last sheet first.</source>
        <translation>Keep the first passwords of the last sheet first.</translation>
    </message>
    <message>
        <source>The account is changed.</source>
        <translation>The account is changed.</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>Change …</translation>
    </message>
    <message>
        <source>Kept as %1</source>
        <translation>Kept as %1</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Unlock</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::AnnouncementPane</name>
    <message>
        <source>Who took note</source>
        <translation>Who took note</translation>
    </message>
    <message>
        <source>holds until %1</source>
        <translation>holds until %1</translation>
    </message>
    <message>
        <source>Withdrawn %1: %2</source>
        <translation>Withdrawn %1: %2</translation>
    </message>
    <message>
        <source>You took note of it on %1.</source>
        <translation>You took note of it on %1.</translation>
    </message>
    <message>
        <source>%1 of %2 took note.</source>
        <translation>%1 of %2 took note.</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>not yet</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::AnnouncementsPage</name>
    <message>
        <source>Announcements</source>
        <translation>Announcements</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>No announcement</source>
        <translation>No announcement</translation>
    </message>
    <message>
        <source>What administrators announce stands here.</source>
        <translation>What administrators announce stands here.</translation>
    </message>
    <message>
        <source>Withdraw the announcement</source>
        <translation>Withdraw the announcement</translation>
    </message>
    <message>
        <source>It stays readable and is shown as withdrawn, with this reason.</source>
        <translation>It stays readable and is shown as withdrawn, with this reason.</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>Published by mistake</source>
        <translation>Published by mistake</translation>
    </message>
    <message>
        <source>Replaced by a newer one</source>
        <translation>Replaced by a newer one</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>Noted</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>New announcement …</source>
        <translation>New announcement …</translation>
    </message>
    <message>
        <source>Withdraw …</source>
        <translation>Withdraw …</translation>
    </message>
    <message>
        <source>Published, and who took note</source>
        <translation>Published, and who took note</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Published</translation>
    </message>
    <message numerus="yes">
        <source>%n to be noted</source>
        <translation>
            <numerusform>%n to be noted</numerusform>
            <numerusform>%n to be noted</numerusform>
        </translation>
    </message>
    <message>
        <source>All noted</source>
        <translation>All noted</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>“%1” is published.</source>
        <translation>“%1” is published.</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>Read on</translation>
    </message>
    <message>
        <source>Read back</source>
        <translation>Read back</translation>
    </message>
    <message>
        <source>The announcement is withdrawn.</source>
        <translation>The announcement is withdrawn.</translation>
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
    <message>
        <source>The queue at this window</source>
        <translation>The queue at this window</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::CallDesk</name>
    <message>
        <source>Call next</source>
        <translation>Call next</translation>
    </message>
    <message>
        <source>Ends with whoever is here and calls the next citizen</source>
        <translation>Ends with whoever is here and calls the next citizen</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>Call again</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>Whoever was called did not come</source>
        <translation>Whoever was called did not come</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Ends with whoever is here and calls nobody</source>
        <translation>Ends with whoever is here and calls nobody</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Away</translation>
    </message>
    <message>
        <source>Away since %1</source>
        <translation>Away since %1</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Resume</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::Callout</name>
    <message>
        <source>Close message</source>
        <translation>Close message</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::CardPinSheet</name>
    <message>
        <source>New PIN once more</source>
        <translation>New PIN once more</translation>
    </message>
    <message>
        <source>PIN of the social security card</source>
        <translation>PIN of the social security card</translation>
    </message>
    <message>
        <source>Let the holder type; to check the PIN only, leave the new one empty</source>
        <translation>Let the holder type; to check the PIN only, leave the new one empty</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>New PIN</translation>
    </message>
    <message>
        <source>The card has the new PIN.</source>
        <translation>The card has the new PIN.</translation>
    </message>
    <message>
        <source>The PIN is right.</source>
        <translation>The PIN is right.</translation>
    </message>
    <message>
        <source>Change the PIN</source>
        <translation>Change the PIN</translation>
    </message>
    <message>
        <source>Check the PIN</source>
        <translation>Check the PIN</translation>
    </message>
    <message>
        <source>The card of %1</source>
        <translation>The card of %1</translation>
    </message>
    <message>
        <source>a holder it does not name</source>
        <translation>a holder it does not name</translation>
    </message>
    <message>
        <source>No card was read yet</source>
        <translation>No card was read yet</translation>
    </message>
    <message>
        <source>Not the same as the line above</source>
        <translation>Not the same as the line above</translation>
    </message>
    <message>
        <source>The card is asked …</source>
        <translation>The card is asked …</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::CarrySheet</name>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Password of the file</source>
        <translation>Password of the file</translation>
    </message>
    <message>
        <source>Password once more</source>
        <translation>Password once more</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Choose …</translation>
    </message>
    <message>
        <source>Put it in</source>
        <translation>Put it in</translation>
    </message>
    <message>
        <source>Take it in</source>
        <translation>Take it in</translation>
    </message>
    <message>
        <source>Work into a file</source>
        <translation>Work into a file</translation>
    </message>
    <message>
        <source>Work from a file</source>
        <translation>Work from a file</translation>
    </message>
    <message>
        <source>All that waits here is put into the file, for a supervisor to take in on a machine that reaches the centre. It also stays here.</source>
        <translation>All that waits here is put into the file, for a supervisor to take in on a machine that reaches the centre. It also stays here.</translation>
    </message>
    <message>
        <source>What another counter put into a file goes to the centre from here, in the name of whoever did it.</source>
        <translation>What another counter put into a file goes to the centre from here, in the name of whoever did it.</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>%1 characters or more; tell it by telephone</source>
        <translation>%1 characters or more; tell it by telephone</translation>
    </message>
    <message>
        <source>Kuaiban work (*.kbw)</source>
        <translation>Kuaiban work (*.kbw)</translation>
    </message>
    <message>
        <source>Say which file</source>
        <translation>Say which file</translation>
    </message>
    <message>
        <source>The file needs a password</source>
        <translation>The file needs a password</translation>
    </message>
    <message>
        <source>Not the same as the line above</source>
        <translation>Not the same as the line above</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) and their papers are in the file.</source>
        <translation>
            <numerusform>%n entry and its papers are in the file.</numerusform>
            <numerusform>%n entries and their papers are in the file.</numerusform>
        </translation>
    </message>
    <message>
        <source>They also stay here and go by themselves once the network is back.</source>
        <translation>They also stay here and go by themselves once the network is back.</translation>
    </message>
    <message>
        <source>known already: %1</source>
        <translation>known already: %1</translation>
    </message>
    <message>
        <source>for a supervisor to rule on: %1</source>
        <translation>for a supervisor to rule on: %1</translation>
    </message>
    <message>
        <source>not taken, its counter will be told: %1</source>
        <translation>not taken, its counter will be told: %1</translation>
    </message>
    <message>
        <source>still missing what comes before: %1</source>
        <translation>still missing what comes before: %1</translation>
    </message>
    <message>
        <source>papers on their way from here: %1</source>
        <translation>papers on their way from here: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) of %1 are at the centre now.</source>
        <translation>
            <numerusform>%n entry of %1 is at the centre now.</numerusform>
            <numerusform>%n entries of %1 are at the centre now.</numerusform>
        </translation>
    </message>
    <message>
        <source>; </source>
        <translation>; </translation>
    </message>
    <message>
        <source>Writing …</source>
        <translation>Writing …</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Reading …</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::CaseEditor</name>
    <message>
        <source>What is asked for</source>
        <translation>What is asked for</translation>
    </message>
    <message>
        <source>Returned by %1, %2</source>
        <translation>Returned by %1, %2</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>Case number</translation>
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
    <message>
        <source>possible duplicate</source>
        <translation>possible duplicate</translation>
    </message>
    <message>
        <source>result collected</source>
        <translation>result collected</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::CaseNotices</name>
    <message>
        <source>The time of acceptance is in doubt</source>
        <translation>The time of acceptance is in doubt</translation>
    </message>
    <message>
        <source>The clock of the counter was wrong when the case was taken. Compare the receipt, then confirm the date.</source>
        <translation>The clock of the counter was wrong when the case was taken. Compare the receipt, then confirm the date.</translation>
    </message>
    <message>
        <source>The clock of the counter was wrong when the case was taken. A supervisor must confirm the date before the case is decided.</source>
        <translation>The clock of the counter was wrong when the case was taken. A supervisor must confirm the date before the case is decided.</translation>
    </message>
    <message>
        <source>Possible duplicate</source>
        <translation>Possible duplicate</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2; %n page(s) of proof</source>
        <translation>
            <numerusform>%1: %2; %n page of proof</numerusform>
            <numerusform>%1: %2; %n pages of proof</numerusform>
        </translation>
    </message>
    <message>
        <source>Identity typed by hand</source>
        <translation>Identity typed by hand</translation>
    </message>
    <message>
        <source> — %1</source>
        <translation> — %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>What was missing (%1)</source>
        <translation>What was missing (%1)</translation>
    </message>
    <message>
        <source>Waiting for what is missing (%1)</source>
        <translation>Waiting for what is missing (%1)</translation>
    </message>
    <message>
        <source>Waiting for what is missing until %1 (%2)</source>
        <translation>Waiting for what is missing until %1 (%2)</translation>
    </message>
    <message>
        <source>In charge: %1</source>
        <translation>In charge: %1</translation>
    </message>
    <message>
        <source>Result collected by %1, %2</source>
        <translation>Result collected by %1, %2</translation>
    </message>
    <message>
        <source>Handed out by %1: %2</source>
        <translation>Handed out by %1: %2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) still on their way</source>
        <translation>
            <numerusform>%n page still on their way</numerusform>
            <numerusform>%n pages still on their way</numerusform>
        </translation>
    </message>
    <message>
        <source>The counter that scanned them has not sent them yet. The case can be decided when they are here.</source>
        <translation>The counter that scanned them has not sent them yet. The case can be decided when they are here.</translation>
    </message>
    <message>
        <source>Confirm the date</source>
        <translation>Confirm the date</translation>
    </message>
    <message>
        <source>Open the other case</source>
        <translation>Open the other case</translation>
    </message>
    <message>
        <source>Release …</source>
        <translation>Release …</translation>
    </message>
    <message>
        <source>%1: to be done by %2</source>
        <translation>%1: to be done by %2</translation>
    </message>
    <message>
        <source>The person waits at the window.</source>
        <translation>The person waits at the window.</translation>
    </message>
    <message>
        <source>A newer program worked on this case</source>
        <translation>A newer program worked on this case</translation>
    </message>
    <message>
        <source>Not all of it can be shown. Update the program on this machine: until then nothing can be done with the case here.</source>
        <translation>Not all of it can be shown. Update the program on this machine: until then nothing can be done with the case here.</translation>
    </message>
    <message>
        <source>Back in the queue from %1</source>
        <translation>Back in the queue from %1</translation>
    </message>
    <message>
        <source>Work of %1 admitted by %2, %3</source>
        <translation>Work of %1 admitted by %2, %3</translation>
    </message>
    <message>
        <source>It had been held, because it could not count when it arrived.</source>
        <translation>It had been held, because it could not count when it arrived.</translation>
    </message>
    <message>
        <source>The hub had not heard of %1 since %2. Decisions made there meanwhile do not count.</source>
        <translation>The hub had not heard of %1 since %2. Decisions made there meanwhile do not count.</translation>
    </message>
    <message>
        <source>An earlier case of this person and matter is still open. Look at it, then merge this case into it, or release it as no duplicate.</source>
        <translation>An earlier case of this person and matter is still open. Look at it, then merge this case into it, or release it as no duplicate.</translation>
    </message>
    <message>
        <source>An earlier case of this person and matter is still open. A supervisor must merge or release this case before it is decided.</source>
        <translation>An earlier case of this person and matter is still open. A supervisor must merge or release this case before it is decided.</translation>
    </message>
    <message>
        <source>Goes on as case %1</source>
        <translation>Goes on as case %1</translation>
    </message>
    <message>
        <source>Case %1 goes on as this one</source>
        <translation>Case %1 goes on as this one</translation>
    </message>
    <message>
        <source>Merged by %1, %2. Its papers are here; what the two said differently is to be settled.</source>
        <translation>Merged by %1, %2. Its papers are here; what the two said differently is to be settled.</translation>
    </message>
    <message>
        <source>Merge …</source>
        <translation>Merge …</translation>
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
    <message>
        <source>Cases</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Go on with it</translation>
    </message>
    <message numerus="yes">
        <source>the newest %n case(s), more below</source>
        <translation>
            <numerusform>the newest %n case, more below</numerusform>
            <numerusform>the newest %n cases, more below</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · as of %2</source>
        <translation>%1 · as of %2</translation>
    </message>
    <message>
        <source>Open in My cases</source>
        <translation>Open in My cases</translation>
    </message>
    <message>
        <source>Open in To do</source>
        <translation>Open in To do</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Looking …</translation>
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
        <source>Limit</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>Papers of the case</source>
        <translation>Papers of the case</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Papers</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) differ from the register · Ctrl+J goes to the next</source>
        <translation>
            <numerusform>%n value differ from the register · Ctrl+J goes to the next</numerusform>
            <numerusform>%n values differ from the register · Ctrl+J goes to the next</numerusform>
        </translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message>
        <source>Queue number</source>
        <translation>Queue number</translation>
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
    <name>kuaiban::counter::ChoiceSheet</name>
    <message>
        <source>What is chosen here holds for this window only</source>
        <translation>What is chosen here holds for this window only</translation>
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
        <translation>The list has no “%1”</translation>
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
    <message>
        <source>The list is still being read</source>
        <translation>The list is still being read</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::ColleagueField</name>
    <message>
        <source>Looking who can take it …</source>
        <translation>Looking who can take it …</translation>
    </message>
    <message>
        <source>Colleagues are known only while connected</source>
        <translation>Colleagues are known only while connected</translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation>Colleague</translation>
    </message>
    <message>
        <source>Nobody else may do this step here</source>
        <translation>Nobody else may do this step here</translation>
    </message>
    <message>
        <source>Name; Down shows all</source>
        <translation>Name; Down shows all</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::CollectionPane</name>
    <message>
        <source>Hand out the result</source>
        <translation>Hand out the result</translation>
    </message>
    <message>
        <source>Who takes the result with him, which papers, and the page he signs for them. It is recorded once.</source>
        <translation>Who takes the result with him, which papers, and the page he signs for them. It is recorded once.</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Papers handed out</source>
        <translation>Papers handed out</translation>
    </message>
    <message>
        <source>Several are separated by commas</source>
        <translation>Several are separated by commas</translation>
    </message>
    <message>
        <source>Collected by</source>
        <translation>Collected by</translation>
    </message>
    <message>
        <source>Signed page (F4 scans it)</source>
        <translation>Signed page (F4 scans it)</translation>
    </message>
    <message>
        <source>Result of %1</source>
        <translation>Result of %1</translation>
    </message>
    <message>
        <source>Decision on %1</source>
        <translation>Decision on %1</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Somebody else</translation>
    </message>
    <message>
        <source>Say what was handed out</source>
        <translation>Say what was handed out</translation>
    </message>
    <message>
        <source>Sign on the screen …</source>
        <translation>Sign on the screen …</translation>
    </message>
    <message>
        <source>Signed page</source>
        <translation>Signed page</translation>
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
    <name>kuaiban::counter::ConfirmSheet</name>
    <message>
        <source>Please check: is everything right?</source>
        <translation>Please check: is everything right?</translation>
    </message>
    <message>
        <source>All is right, submit</source>
        <translation>All is right, submit</translation>
    </message>
    <message>
        <source>Back to the form</source>
        <translation>Back to the form</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>Matter</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message>
        <source>To be noted</source>
        <translation>To be noted</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Sign on this screen …</source>
        <translation>Sign on this screen …</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::ConflictList</name>
    <message>
        <source>a row</source>
        <translation>a row</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nothing</translation>
    </message>
    <message>
        <source>Calculated again: %1</source>
        <translation>Calculated again: %1</translation>
    </message>
    <message>
        <source>The window saw %1, the hub found %2 from its own register.</source>
        <translation>The window saw %1, the hub found %2 from its own register.</translation>
    </message>
    <message>
        <source>Two entries: %1</source>
        <translation>Two entries: %1</translation>
    </message>
    <message>
        <source>Two people changed “%1” at the same time.</source>
        <translation>Two people changed “%1” at the same time.</translation>
    </message>
    <message>
        <source>Whoever holds the case or a supervisor chooses one.</source>
        <translation>Whoever holds the case or a supervisor chooses one.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message>
        <source>Two people entered different things.</source>
        <translation>Two people entered different things.</translation>
    </message>
    <message>
        <source>Stands in the case</source>
        <translation>Stands in the case</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>The other entry</source>
        <translation>The other entry</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Take</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::CounterWindow</name>
    <message>
        <source>The password was wrong too often.</source>
        <translation>The password was wrong too often.</translation>
    </message>
    <message>
        <source>Sign in again; what was begun is kept.</source>
        <translation>Sign in again; what was begun is kept.</translation>
    </message>
    <message>
        <source>That is not the password.</source>
        <translation>That is not the password.</translation>
    </message>
    <message>
        <source>Type it again, or let somebody else sign in.</source>
        <translation>Type it again, or let somebody else sign in.</translation>
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
    <name>kuaiban::counter::DecisionPane</name>
    <message>
        <source>Back to</source>
        <translation>Back to</translation>
    </message>
    <message>
        <source>Office in charge</source>
        <translation>Office in charge</translation>
    </message>
    <message>
        <source>Opinion</source>
        <translation>Opinion</translation>
    </message>
    <message>
        <source>Common (Alt+digit):</source>
        <translation>Common (Alt+digit):</translation>
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
        <source>Papers are complete and agree with the register; agreed.</source>
        <translation>Papers are complete and agree with the register; agreed.</translation>
    </message>
    <message>
        <source>Return the case</source>
        <translation>Return the case</translation>
    </message>
    <message>
        <source>Ask the applicant for what is missing</source>
        <translation>Ask the applicant for what is missing</translation>
    </message>
    <message>
        <source>Hand the case to a colleague</source>
        <translation>Hand the case to a colleague</translation>
    </message>
    <message>
        <source>Give the case to somebody</source>
        <translation>Give the case to somebody</translation>
    </message>
    <message>
        <source>Take the case over from %1</source>
        <translation>Take the case over from %1</translation>
    </message>
    <message>
        <source>Void the case</source>
        <translation>Void the case</translation>
    </message>
    <message>
        <source>No duplicate: release the case</source>
        <translation>No duplicate: release the case</translation>
    </message>
    <message>
        <source>Reason; it is kept with the case</source>
        <translation>Reason; it is kept with the case</translation>
    </message>
    <message>
        <source>Choose a colleague</source>
        <translation>Choose a colleague</translation>
    </message>
    <message>
        <source>Say which office is in charge</source>
        <translation>Say which office is in charge</translation>
    </message>
    <message>
        <source>Say why</source>
        <translation>Say why</translation>
    </message>
    <message>
        <source>This outcome needs an opinion</source>
        <translation>This outcome needs an opinion</translation>
    </message>
    <message>
        <source>Merge the case into the earlier one</source>
        <translation>Merge the case into the earlier one</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::DevicePane</name>
    <message>
        <source>Address</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Use this address</source>
        <translation>Use this address</translation>
    </message>
    <message>
        <source>What happened to it</source>
        <translation>What happened to it</translation>
    </message>
    <message>
        <source>None</source>
        <translation>None</translation>
    </message>
    <message numerus="yes">
        <source>%n found; Down shows them, any other can be typed</source>
        <translation>
            <numerusform>%n found; Down shows them, any other can be typed</numerusform>
            <numerusform>%n found; Down shows them, any other can be typed</numerusform>
        </translation>
    </message>
    <message>
        <source>Being tried …</source>
        <translation>Being tried …</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::DevicePanel</name>
    <message>
        <source>Look again</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>Use these</source>
        <translation>Use these</translation>
    </message>
    <message>
        <source>Which devices stand at this window?</source>
        <translation>Which devices stand at this window?</translation>
    </message>
    <message>
        <source>None</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Looking for ports, queues and scanners…</source>
        <translation>Looking for ports, queues and scanners…</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) found; Down shows them. The address of a printer in the network is typed: escpos:tcp:HOST:9100</source>
        <translation>
            <numerusform>%n thing found; Down shows them. The address of a printer in the network is typed: escpos:tcp:HOST:9100</numerusform>
            <numerusform>%n things found; Down shows them. The address of a printer in the network is typed: escpos:tcp:HOST:9100</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::DevicesPage</name>
    <message>
        <source>Try it</source>
        <translation>Try it</translation>
    </message>
    <message>
        <source>Look for devices</source>
        <translation>Look for devices</translation>
    </message>
    <message>
        <source>File for support</source>
        <translation>File for support</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Devices</translation>
    </message>
    <message>
        <source>Of this window, tried the way the counter uses them</source>
        <translation>Of this window, tried the way the counter uses them</translation>
    </message>
    <message>
        <source>At this window</source>
        <translation>At this window</translation>
    </message>
    <message>
        <source>Devices of this window</source>
        <translation>Devices of this window</translation>
    </message>
    <message>
        <source>Looking for ports, queues, readers and scanners …</source>
        <translation>Looking for ports, queues, readers and scanners …</translation>
    </message>
    <message>
        <source>The file for support is written.</source>
        <translation>The file for support is written.</translation>
    </message>
    <message>
        <source>Papers and trays</source>
        <translation>Papers and trays</translation>
    </message>
    <message>
        <source>Devices by task</source>
        <translation>Devices by task</translation>
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
    <message>
        <source>Papers of the case</source>
        <translation>Papers of the case</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::DropPane</name>
    <message>
        <source>Give up what was not taken</source>
        <translation>Give up what was not taken</translation>
    </message>
    <message>
        <source>These entries are removed from this counter. A case that was never opened comes back as a draft; the rest has to be entered anew.</source>
        <translation>These entries are removed from this counter. A case that was never opened comes back as a draft; the rest has to be entered anew.</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Give up</translation>
    </message>
    <message>
        <source>What is given up</source>
        <translation>What is given up</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::Editors</name>
    <message>
        <source>yuan</source>
        <translation>yuan</translation>
    </message>
    <message>
        <source>Code, name or initials</source>
        <translation>Code, name or initials</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Yes</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::EmptyState</name>
    <message>
        <source>Looking …</source>
        <translation>Looking …</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::Evaluation</name>
    <message>
        <source>The citizen has evaluated</source>
        <translation>The citizen has evaluated</translation>
    </message>
    <message>
        <source>The citizen is evaluating: take back</source>
        <translation>The citizen is evaluating: take back</translation>
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
    <name>kuaiban::counter::FieldWords</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>from the ID card</source>
        <translation>from the ID card</translation>
    </message>
    <message>
        <source>from the register</source>
        <translation>from the register</translation>
    </message>
    <message>
        <source>from the settings of the matter</source>
        <translation>from the settings of the matter</translation>
    </message>
    <message>
        <source>calculated</source>
        <translation>calculated</translation>
    </message>
    <message>
        <source>The ID card says: %1</source>
        <translation>The ID card says: %1</translation>
    </message>
    <message>
        <source>The register says: %1</source>
        <translation>The register says: %1</translation>
    </message>
    <message>
        <source>%1 yuan</source>
        <translation>%1 yuan</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::Finder</name>
    <message>
        <source>Favourites</source>
        <translation>Favourites</translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation>Opened last</translation>
    </message>
    <message>
        <source>Up and Down choose · Enter opens · Ctrl+D marks a favourite · Esc closes</source>
        <translation>Up and Down choose · Enter opens · Ctrl+D marks a favourite · Esc closes</translation>
    </message>
    <message>
        <source>A name, ID number, case number, matter, page or words of a policy; pinyin initials do as well</source>
        <translation>A name, ID number, case number, matter, page or words of a policy; pinyin initials do as well</translation>
    </message>
    <message>
        <source>The hub cannot be asked now: only what this counter knows.</source>
        <translation>The hub cannot be asked now: only what this counter knows.</translation>
    </message>
    <message>
        <source>Asking the hub …</source>
        <translation>Asking the hub …</translation>
    </message>
    <message>
        <source>Nothing found. Enter looks for it among the cases.</source>
        <translation>Nothing found. Enter looks for it among the cases.</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::FinderList</name>
    <message>
        <source>What was found</source>
        <translation>What was found</translation>
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
    <message>
        <source>Devices</source>
        <translation>Devices</translation>
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
    <name>kuaiban::counter::FormReadout</name>
    <message>
        <source>No rows</source>
        <translation>No rows</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Reported</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Origin</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::GuideSheet</name>
    <message>
        <source>What is to be known of the matter</source>
        <translation>What is to be known of the matter</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::HandOverPane</name>
    <message>
        <source>Hand the case over</source>
        <translation>Hand the case over</translation>
    </message>
    <message>
        <source>What is entered so far becomes a case that waits for the rest; the colleague finds it under “My cases” and goes on.</source>
        <translation>What is entered so far becomes a case that waits for the rest; the colleague finds it under “My cases” and goes on.</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>Colleagues</source>
        <translation>Colleagues</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Common words</source>
        <translation>Common words</translation>
    </message>
    <message>
        <source>Looking who is there …</source>
        <translation>Looking who is there …</translation>
    </message>
    <message>
        <source>The hub does not answer, so nobody can be named. Save the draft and try again later.</source>
        <translation>The hub does not answer, so nobody can be named. Save the draft and try again later.</translation>
    </message>
    <message>
        <source>Nobody else in this area may take cases.</source>
        <translation>Nobody else in this area may take cases.</translation>
    </message>
    <message>
        <source>Choose a colleague.</source>
        <translation>Choose a colleague.</translation>
    </message>
    <message>
        <source>Say why, the colleague reads it.</source>
        <translation>Say why, the colleague reads it.</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::HandoverList</name>
    <message>
        <source>The list is printed.</source>
        <translation>The list is printed.</translation>
    </message>
    <message>
        <source>None of the cases in the list holds papers to be carried.</source>
        <translation>None of the cases in the list holds papers to be carried.</translation>
    </message>
    <message>
        <source>Papers to be carried to the back office</source>
        <translation>Papers to be carried to the back office</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::HeldPage</name>
    <message>
        <source>Work that is held</source>
        <translation>Work that is held</translation>
    </message>
    <message>
        <source>Nothing is held</source>
        <translation>Nothing is held</translation>
    </message>
    <message>
        <source>Work of colleagues that could not count when it arrived appears here.</source>
        <translation>Work of colleagues that could not count when it arrived appears here.</translation>
    </message>
    <message>
        <source>Do not admit the work</source>
        <translation>Do not admit the work</translation>
    </message>
    <message>
        <source>It does not count. Whoever did it is told your reason and keeps what was entered.</source>
        <translation>It does not count. Whoever did it is told your reason and keeps what was entered.</translation>
    </message>
    <message>
        <source>Do not admit</source>
        <translation>Do not admit</translation>
    </message>
    <message>
        <source>The right had ended.</source>
        <translation>The right had ended.</translation>
    </message>
    <message>
        <source>The matter was settled otherwise.</source>
        <translation>The matter was settled otherwise.</translation>
    </message>
    <message>
        <source>To be entered anew.</source>
        <translation>To be entered anew.</translation>
    </message>
    <message>
        <source>Held work</source>
        <translation>Held work</translation>
    </message>
    <message>
        <source>It does not count; whoever did it is told.</source>
        <translation>It does not count; whoever did it is told.</translation>
    </message>
    <message>
        <source>Do not admit …</source>
        <translation>Do not admit …</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>Open the case</translation>
    </message>
    <message>
        <source>Admit</source>
        <translation>Admit</translation>
    </message>
    <message>
        <source>It counts from when it was done.</source>
        <translation>It counts from when it was done.</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Ask again</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::HeldPane</name>
    <message>
        <source>no case yet</source>
        <translation>no case yet</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>What was done</translation>
    </message>
    <message>
        <source>done by %1</source>
        <translation>done by %1</translation>
    </message>
    <message>
        <source>%1 had no post for this any more when it was done</source>
        <translation>%1 had no post for this any more when it was done</translation>
    </message>
    <message>
        <source>The post had been changed before. You decide whether the work counts.</source>
        <translation>The post had been changed before. You decide whether the work counts.</translation>
    </message>
    <message>
        <source>It could not count when it arrived</source>
        <translation>It could not count when it arrived</translation>
    </message>
    <message>
        <source>%1 was told: %2. %3</source>
        <translation>%1 was told: %2. %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::HelpSheet</name>
    <message>
        <source>Esc closes</source>
        <translation>Esc closes</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Help: %1</source>
        <translation>Help: %1</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::ImportPane</name>
    <message>
        <source>Accounts from a sheet</source>
        <translation>Accounts from a sheet</translation>
    </message>
    <message>
        <source>Lines of the sheet</source>
        <translation>Lines of the sheet</translation>
    </message>
    <message>
        <source>Line %1, %2: %3</source>
        <translation>Line %1, %2: %3</translation>
    </message>
    <message>
        <source>Being checked …</source>
        <translation>Being checked …</translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) opened. Keep the list of first passwords now: they are told only once.</source>
        <translation>
            <numerusform>%n account opened. Keep the list of first passwords now: they are told only once.</numerusform>
            <numerusform>%n accounts opened. Keep the list of first passwords now: they are told only once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s), all sound.</source>
        <translation>
            <numerusform>%n line, all sound.</numerusform>
            <numerusform>%n lines, all sound.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) are wrong; nothing was opened.</source>
        <translation>
            <numerusform>%n cell are wrong; nothing was opened.</numerusform>
            <numerusform>%n cells are wrong; nothing was opened.</numerusform>
        </translation>
    </message>
    <message>
        <source>Organisations from a sheet</source>
        <translation>Organisations from a sheet</translation>
    </message>
    <message>
        <source>Being opened …</source>
        <translation>Being opened …</translation>
    </message>
    <message numerus="yes">
        <source>%n organisation(s) opened.</source>
        <translation>
            <numerusform>%n organisation opened.</numerusform>
            <numerusform>%n organisations opened.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::InkPad</name>
    <message>
        <source>Place to sign</source>
        <translation>Place to sign</translation>
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
            <numerusform>Limit %n working day</numerusform>
            <numerusform>Limit %n working days</numerusform>
        </translation>
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
    <message>
        <source>Agent or other person</source>
        <translation>Agent or other person</translation>
    </message>
    <message>
        <source>Scan all in the feeder</source>
        <translation>Scan all in the feeder</translation>
    </message>
    <message>
        <source>Scan this page again</source>
        <translation>Scan this page again</translation>
    </message>
    <message>
        <source>Turn the page left</source>
        <translation>Turn the page left</translation>
    </message>
    <message>
        <source>Turn the page right</source>
        <translation>Turn the page right</translation>
    </message>
    <message>
        <source>Remove blank pages</source>
        <translation>Remove blank pages</translation>
    </message>
    <message>
        <source>How the paper comes</source>
        <translation>How the paper comes</translation>
    </message>
    <message>
        <source>Common words or answer %1</source>
        <translation>Common words or answer %1</translation>
    </message>
    <message>
        <source>Tell what is missing</source>
        <translation>Tell what is missing</translation>
    </message>
    <message>
        <source>Do not accept</source>
        <translation>Do not accept</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Throw away</translation>
    </message>
    <message>
        <source>Bring back the draft thrown away last</source>
        <translation>Bring back the draft thrown away last</translation>
    </message>
    <message>
        <source>More</source>
        <translation>More</translation>
    </message>
    <message>
        <source>The draft of %1 was thrown away. Ctrl+Shift+B brings it back.</source>
        <translation>The draft of %1 was thrown away. Ctrl+Shift+B brings it back.</translation>
    </message>
    <message>
        <source>The draft is back.</source>
        <translation>The draft is back.</translation>
    </message>
    <message>
        <source>No draft was thrown away lately.</source>
        <translation>No draft was thrown away lately.</translation>
    </message>
    <message>
        <source>Nothing is to be scanned for this person.</source>
        <translation>Nothing is to be scanned for this person.</translation>
    </message>
    <message>
        <source>Scanning …</source>
        <translation>Scanning …</translation>
    </message>
    <message>
        <source>Finish the person at the left first, or take him out.</source>
        <translation>Finish the person at the left first, or take him out.</translation>
    </message>
    <message>
        <source>Choose the matter first</source>
        <translation>Choose the matter first</translation>
    </message>
    <message>
        <source>Missing: %1. F10 tells the applicant everything at once.</source>
        <translation>Missing: %1. F10 tells the applicant everything at once.</translation>
    </message>
    <message>
        <source>Case %1 is taken and waits for what is missing; the notice is being printed.</source>
        <translation>Case %1 is taken and waits for what is missing; the notice is being printed.</translation>
    </message>
    <message>
        <source>Case %1 is closed as not accepted; the decision is being printed.</source>
        <translation>Case %1 is closed as not accepted; the decision is being printed.</translation>
    </message>
    <message>
        <source>Case %1 is with the colleague now.</source>
        <translation>Case %1 is with the colleague now.</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) scanned</source>
        <translation>
            <numerusform>%n page scanned</numerusform>
            <numerusform>%n pages scanned</numerusform>
        </translation>
    </message>
    <message>
        <source>A blank side was left out.</source>
        <translation>A blank side was left out.</translation>
    </message>
    <message>
        <source>1 New case for %1</source>
        <translation>1 New case for %1</translation>
    </message>
    <message>
        <source>1 Go to the case of %1</source>
        <translation>1 Go to the case of %1</translation>
    </message>
    <message>
        <source>2 Agent in this case</source>
        <translation>2 Agent in this case</translation>
    </message>
    <message>
        <source>3 Leave it</source>
        <translation>3 Leave it</translation>
    </message>
    <message>
        <source>This is the card of %1.</source>
        <translation>This is the card of %1.</translation>
    </message>
    <message>
        <source>The case in front is %1’s and stays as it is. Whose card is it? (Alt+1 to 3)</source>
        <translation>The case in front is %1’s and stays as it is. Whose card is it? (Alt+1 to 3)</translation>
    </message>
    <message>
        <source>done by %1</source>
        <translation>done by %1</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Saving …</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Not saved yet</translation>
    </message>
    <message>
        <source>A page was scanned for somebody who is not in this case any more.</source>
        <translation>A page was scanned for somebody who is not in this case any more.</translation>
    </message>
    <message>
        <source>It was put to nobody. Scan it again for the person it belongs to.</source>
        <translation>It was put to nobody. Scan it again for the person it belongs to.</translation>
    </message>
    <message>
        <source>Something changed after this was shown: please check it once more.</source>
        <translation>Something changed after this was shown: please check it once more.</translation>
    </message>
    <message>
        <source>Photograph or signature</source>
        <translation>Photograph or signature</translation>
    </message>
    <message>
        <source>Read social security card</source>
        <translation>Read social security card</translation>
    </message>
    <message>
        <source>Work on the scanned pages</source>
        <translation>Work on the scanned pages</translation>
    </message>
    <message>
        <source>Print separator sheets</source>
        <translation>Print separator sheets</translation>
    </message>
    <message>
        <source>Take back what was done to the papers last</source>
        <translation>Take back what was done to the papers last</translation>
    </message>
    <message>
        <source>Take the question back from the citizen</source>
        <translation>Take the question back from the citizen</translation>
    </message>
    <message>
        <source>The citizen says that something is wrong. Ask what it is and put it right; F9 shows it again.</source>
        <translation>The citizen says that something is wrong. Ask what it is and put it right; F9 shows it again.</translation>
    </message>
    <message>
        <source>The second screen shows it no longer: let the citizen check here.</source>
        <translation>The second screen shows it no longer: let the citizen check here.</translation>
    </message>
    <message>
        <source>The citizen reads and signs at the second screen …</source>
        <translation>The citizen reads and signs at the second screen …</translation>
    </message>
    <message>
        <source>The citizen reads at the second screen …</source>
        <translation>The citizen reads at the second screen …</translation>
    </message>
    <message>
        <source>Not submitted: the citizen has not signed yet. F9 asks him again.</source>
        <translation>Not submitted: the citizen has not signed yet. F9 asks him again.</translation>
    </message>
    <message>
        <source>Signed, but not submitted: something changed meanwhile. F9 goes on.</source>
        <translation>Signed, but not submitted: something changed meanwhile. F9 goes on.</translation>
    </message>
    <message>
        <source>A card was read and left aside meanwhile. F2 or F3 reads it again.</source>
        <translation>A card was read and left aside meanwhile. F2 or F3 reads it again.</translation>
    </message>
    <message>
        <source>The card of the third generation is being authenticated at the hub …</source>
        <translation>The card of the third generation is being authenticated at the hub …</translation>
    </message>
    <message>
        <source>The social security card is %1’s.</source>
        <translation>The social security card is %1’s.</translation>
    </message>
    <message>
        <source>PIN of the social security card …</source>
        <translation>PIN of the social security card …</translation>
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
            <numerusform>%n working day</numerusform>
            <numerusform>%n working days</numerusform>
        </translation>
    </message>
    <message>
        <source>at once</source>
        <translation>at once</translation>
    </message>
    <message>
        <source>No matter fits. Type less, or take it as a free intake.</source>
        <translation>No matter fits. Type less, or take it as a free intake.</translation>
    </message>
    <message>
        <source>Which case is it?</source>
        <translation>Which case is it?</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Scenarios</translation>
    </message>
    <message>
        <source>used lately</source>
        <translation>used lately</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::ItemSheet</name>
    <message>
        <source>Time limit</source>
        <translation>Time limit</translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n working day</numerusform>
            <numerusform>%n working days</numerusform>
        </translation>
    </message>
    <message>
        <source>at once</source>
        <translation>at once</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Conditions</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>Looked for first</source>
        <translation>Looked for first</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>Legal basis</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>optional</translation>
    </message>
    <message numerus="yes">
        <source>one of %n</source>
        <translation>
            <numerusform>one of %n</numerusform>
            <numerusform>one of %n</numerusform>
        </translation>
    </message>
    <message>
        <source>in some cases</source>
        <translation>in some cases</translation>
    </message>
    <message numerus="yes">
        <source>may follow within %n day(s)</source>
        <translation>
            <numerusform>may follow within %n day</numerusform>
            <numerusform>may follow within %n days</numerusform>
        </translation>
    </message>
    <message>
        <source>a commitment will do</source>
        <translation>a commitment will do</translation>
    </message>
    <message>
        <source>not needed when shared data has it</source>
        <translation>not needed when shared data has it</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::LapsedBox</name>
    <message>
        <source>Understood</source>
        <translation>Understood</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>The hub had not heard of you since %1. Work you did on them meanwhile is kept under Sync.</source>
        <translation>The hub had not heard of you since %1. Work you did on them meanwhile is kept under Sync.</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) went back to the queue</source>
        <translation>
            <numerusform>%n case(s) went back to the queue</numerusform>
            <numerusform>%n case(s) went back to the queue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::LockSheet</name>
    <message>
        <source>Unlock</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Locked</translation>
    </message>
    <message>
        <source>%1 is signed in. Nothing is lost.</source>
        <translation>%1 is signed in. Nothing is lost.</translation>
    </message>
    <message>
        <source>Somebody else signs in</source>
        <translation>Somebody else signs in</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Password</translation>
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
        <source>Add a paper</source>
        <translation>Add a paper</translation>
    </message>
    <message>
        <source>Name it, then Enter</source>
        <translation>Name it, then Enter</translation>
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
        <source>Papers are optional here. Name what the applicant hands in; F4 scans it.</source>
        <translation>Papers are optional here. Name what the applicant hands in; F4 scans it.</translation>
    </message>
    <message>
        <source>Select the page first.</source>
        <translation>Select the page first.</translation>
    </message>
    <message>
        <source>The page is blank: is the paper the right way round?</source>
        <translation>The page is blank: is the paper the right way round?</translation>
    </message>
    <message>
        <source>No earlier case holds this paper.</source>
        <translation>No earlier case holds this paper.</translation>
    </message>
    <message>
        <source>Taken from case %1</source>
        <translation>Taken from case %1</translation>
    </message>
    <message>
        <source>Looking for an earlier case …</source>
        <translation>Looking for an earlier case …</translation>
    </message>
    <message>
        <source>The paper was removed. Ctrl+Z brings it back.</source>
        <translation>The paper was removed. Ctrl+Z brings it back.</translation>
    </message>
    <message numerus="yes">
        <source>Taking in %n file(s) …</source>
        <translation>
            <numerusform>Taking in %n file …</numerusform>
            <numerusform>Taking in %n files …</numerusform>
        </translation>
    </message>
    <message>
        <source>The page is kept, but over 600 KB: uploading takes longer.</source>
        <translation>The page is kept, but over 600 KB: uploading takes longer.</translation>
    </message>
    <message>
        <source>Once the matter is chosen, the papers it asks for stand here.</source>
        <translation>Once the matter is chosen, the papers it asks for stand here.</translation>
    </message>
    <message>
        <source>Photograph from a file …</source>
        <translation>Photograph from a file …</translation>
    </message>
    <message>
        <source>Sign on the screen …</source>
        <translation>Sign on the screen …</translation>
    </message>
    <message>
        <source>For this paper nothing is captured at the counter.</source>
        <translation>For this paper nothing is captured at the counter.</translation>
    </message>
    <message>
        <source>Photograph of the person</source>
        <translation>Photograph of the person</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png)</source>
        <translation>Pictures (*.jpg *.jpeg *.png)</translation>
    </message>
    <message>
        <source>Print separator sheets</source>
        <translation>Print separator sheets</translation>
    </message>
    <message>
        <source>This paper has no page yet.</source>
        <translation>This paper has no page yet.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n page(s)</source>
        <translation>
            <numerusform>%1: %n page</numerusform>
            <numerusform>%1: %n pages</numerusform>
        </translation>
    </message>
    <message>
        <source>The pile held separator sheets only.</source>
        <translation>The pile held separator sheets only.</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) sorted – %1</source>
        <translation>
            <numerusform>%n page sorted – %1</numerusform>
            <numerusform>%n pages sorted – %1</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Writing runs over the edge of the page: scan it again while the paper is here.</source>
        <translation>Writing runs over the edge of the page: scan it again while the paper is here.</translation>
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
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message>
        <source>The case goes on to the next step.</source>
        <translation>The case goes on to the next step.</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>Not complete yet: %1</source>
        <translation>Not complete yet: %1</translation>
    </message>
    <message>
        <source>The case is yours now: Ctrl+Enter goes on with it.</source>
        <translation>The case is yours now: Ctrl+Enter goes on with it.</translation>
    </message>
    <message>
        <source>Whole case number or ID number</source>
        <translation>Whole case number or ID number</translation>
    </message>
    <message>
        <source>Papers of %1 printed</source>
        <translation>Papers of %1 printed</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) found in the area</source>
        <translation>
            <numerusform>%n case found in the area</numerusform>
            <numerusform>%n cases found in the area</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits under this number. Cases of other windows are found by the whole number.</source>
        <translation>Nothing waits under this number. Cases of other windows are found by the whole number.</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>Hand over …</source>
        <translation>Hand over …</translation>
    </message>
    <message>
        <source>Hand out result …</source>
        <translation>Hand out result …</translation>
    </message>
    <message>
        <source>Do not accept …</source>
        <translation>Do not accept …</translation>
    </message>
    <message>
        <source>Ask to void …</source>
        <translation>Ask to void …</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Scan</translation>
    </message>
    <message>
        <source>Scan from the feeder</source>
        <translation>Scan from the feeder</translation>
    </message>
    <message>
        <source>Look at the papers</source>
        <translation>Look at the papers</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>Read the ID card</source>
        <translation>Read the ID card</translation>
    </message>
    <message>
        <source>Find by number</source>
        <translation>Find by number</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>Common words %1</source>
        <translation>Common words %1</translation>
    </message>
    <message>
        <source>Hand the case over</source>
        <translation>Hand the case over</translation>
    </message>
    <message>
        <source>The colleague finds it under “My cases” and goes on with it.</source>
        <translation>The colleague finds it under “My cases” and goes on with it.</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>Change of shift</source>
        <translation>Change of shift</translation>
    </message>
    <message>
        <source>The applicant goes on at another window</source>
        <translation>The applicant goes on at another window</translation>
    </message>
    <message>
        <source>I am away</source>
        <translation>I am away</translation>
    </message>
    <message>
        <source>Ask to void the case</source>
        <translation>Ask to void the case</translation>
    </message>
    <message>
        <source>A second person voids a case. The request is kept with it as a remark; a supervisor voids it under “To do”.</source>
        <translation>A second person voids a case. The request is kept with it as a remark; a supervisor voids it under “To do”.</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Ask</translation>
    </message>
    <message>
        <source>Taken twice</source>
        <translation>Taken twice</translation>
    </message>
    <message>
        <source>The applicant withdraws</source>
        <translation>The applicant withdraws</translation>
    </message>
    <message>
        <source>Taken for the wrong person</source>
        <translation>Taken for the wrong person</translation>
    </message>
    <message>
        <source>Recorded: the result was handed out.</source>
        <translation>Recorded: the result was handed out.</translation>
    </message>
    <message>
        <source>The case is now with %1.</source>
        <translation>The case is now with %1.</translation>
    </message>
    <message>
        <source>Please void: %1</source>
        <translation>Please void: %1</translation>
    </message>
    <message>
        <source>Asked. A supervisor sees it in the case.</source>
        <translation>Asked. A supervisor sees it in the case.</translation>
    </message>
    <message>
        <source>Not accepted; the decision is being printed.</source>
        <translation>Not accepted; the decision is being printed.</translation>
    </message>
    <message>
        <source>To continue</source>
        <translation>To continue</translation>
    </message>
    <message>
        <source>To be collected</source>
        <translation>To be collected</translation>
    </message>
    <message>
        <source>It waits for papers at the window of %1; take it over to go on here.</source>
        <translation>It waits for papers at the window of %1; take it over to go on here.</translation>
    </message>
    <message>
        <source>Drop it</source>
        <translation>Drop it</translation>
    </message>
    <message>
        <source>What is marked red is not kept. Put it right, or press Esc again to leave without it.</source>
        <translation>What is marked red is not kept. Put it right, or press Esc again to leave without it.</translation>
    </message>
    <message>
        <source>Put it right</source>
        <translation>Put it right</translation>
    </message>
    <message>
        <source>List of papers for the back office</source>
        <translation>List of papers for the back office</translation>
    </message>
    <message>
        <source>Take the question back from the citizen</source>
        <translation>Take the question back from the citizen</translation>
    </message>
    <message>
        <source>The scanner is still at work.</source>
        <translation>The scanner is still at work.</translation>
    </message>
    <message>
        <source>Settled.</source>
        <translation>Settled.</translation>
    </message>
    <message>
        <source>The case is back at your window: Ctrl+Enter goes on with it.</source>
        <translation>The case is back at your window: Ctrl+Enter goes on with it.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>Nobody has taken it up yet: Ctrl+Shift+T takes it back to your window.</source>
        <translation>Nobody has taken it up yet: Ctrl+Shift+T takes it back to your window.</translation>
    </message>
    <message>
        <source>Void or merged</source>
        <translation>Void or merged</translation>
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
    <name>kuaiban::counter::Notation</name>
    <message>
        <source>Write a whole number, such as 12</source>
        <translation>Write a whole number, such as 12</translation>
    </message>
    <message>
        <source>At most two decimals: amounts end at the fen</source>
        <translation>At most two decimals: amounts end at the fen</translation>
    </message>
    <message>
        <source>Write an amount in yuan, such as 1638.50</source>
        <translation>Write an amount in yuan, such as 1638.50</translation>
    </message>
    <message>
        <source>Write a number with at most six decimals, such as 0.9</source>
        <translation>Write a number with at most six decimals, such as 0.9</translation>
    </message>
    <message>
        <source>There is no such day</source>
        <translation>There is no such day</translation>
    </message>
    <message>
        <source>Write the date like 2026-11-21</source>
        <translation>Write the date like 2026-11-21</translation>
    </message>
    <message>
        <source>There is no such month</source>
        <translation>There is no such month</translation>
    </message>
    <message>
        <source>Write the month like 2026-11</source>
        <translation>Write the month like 2026-11</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::OrganisationPane</name>
    <message>
        <source>New organisation</source>
        <translation>New organisation</translation>
    </message>
    <message>
        <source>Change the organisation</source>
        <translation>Change the organisation</translation>
    </message>
    <message>
        <source>Its name is printed on receipts; accounts and windows carry it from the next sign-in on.</source>
        <translation>Its name is printed on receipts; accounts and windows carry it from the next sign-in on.</translation>
    </message>
    <message>
        <source>Open the organisation</source>
        <translation>Open the organisation</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Name or initials; empty: none</source>
        <translation>Name or initials; empty: none</translation>
    </message>
    <message>
        <source>as the one above says</source>
        <translation>as the one above says</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>Above it</source>
        <translation>Above it</translation>
    </message>
    <message>
        <source>Credit code</source>
        <translation>Credit code</translation>
    </message>
    <message>
        <source>Windows lock after minutes</source>
        <translation>Windows lock after minutes</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>18 characters</source>
        <translation>18 characters</translation>
    </message>
    <message>
        <source>To be filled in</source>
        <translation>To be filled in</translation>
    </message>
    <message>
        <source>There is no such organisation</source>
        <translation>There is no such organisation</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::OrganisationsPage</name>
    <message numerus="yes">
        <source>%n organisation(s)</source>
        <translation>
            <numerusform>%n organisation</numerusform>
            <numerusform>%n organisations</numerusform>
        </translation>
    </message>
    <message>
        <source>Code for one machine of %1, good for an hour: %2</source>
        <translation>Code for one machine of %1, good for an hour: %2</translation>
    </message>
    <message>
        <source>The machine is revoked: nobody can sign in there any more; what it has not sent stays on it.</source>
        <translation>The machine is revoked: nobody can sign in there any more; what it has not sent stays on it.</translation>
    </message>
    <message>
        <source>Organisations from a sheet</source>
        <translation>Organisations from a sheet</translation>
    </message>
    <message>
        <source>Name, contact or code of the area</source>
        <translation>Name, contact or code of the area</translation>
    </message>
    <message>
        <source>Areas and organisations</source>
        <translation>Areas and organisations</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Nothing chosen</translation>
    </message>
    <message>
        <source>Choose an area or an organisation at the left.</source>
        <translation>Choose an area or an organisation at the left.</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>Organisations</translation>
    </message>
    <message>
        <source>The organisation is open.</source>
        <translation>The organisation is open.</translation>
    </message>
    <message>
        <source>The organisation is changed.</source>
        <translation>The organisation is changed.</translation>
    </message>
    <message>
        <source>Kept as %1</source>
        <translation>Kept as %1</translation>
    </message>
    <message>
        <source>Windows of the organisation</source>
        <translation>Windows of the organisation</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Windows</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>Change …</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>Close it</translation>
    </message>
    <message>
        <source>The organisation is closed.</source>
        <translation>The organisation is closed.</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>Open it again</translation>
    </message>
    <message>
        <source>Its accounts</source>
        <translation>Its accounts</translation>
    </message>
    <message>
        <source>Code for a machine</source>
        <translation>Code for a machine</translation>
    </message>
    <message>
        <source>From a sheet …</source>
        <translation>From a sheet …</translation>
    </message>
    <message>
        <source>Empty sheet …</source>
        <translation>Empty sheet …</translation>
    </message>
    <message>
        <source>Empty sheet</source>
        <translation>Empty sheet</translation>
    </message>
    <message>
        <source>Open these organisations</source>
        <translation>Open these organisations</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Find an organisation</source>
        <translation>Find an organisation</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>Above it</source>
        <translation>Above it</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>open</source>
        <translation>open</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Accounts</translation>
    </message>
    <message>
        <source>Credit code</source>
        <translation>Credit code</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Windows lock after</source>
        <translation>Windows lock after</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>as the one above says</source>
        <translation>as the one above says</translation>
    </message>
    <message>
        <source>Organisations here and below</source>
        <translation>Organisations here and below</translation>
    </message>
    <message>
        <source>Window %1</source>
        <translation>Window %1</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>revoked</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>since %1</translation>
    </message>
    <message>
        <source>No machine yet</source>
        <translation>No machine yet</translation>
    </message>
    <message>
        <source>Make a code and type it at the machine&apos;s first start.</source>
        <translation>Make a code and type it at the machine&apos;s first start.</translation>
    </message>
    <message>
        <source>New …</source>
        <translation>New …</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Revoke</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Looking …</translation>
    </message>
    <message>
        <source>%1 (closed)</source>
        <translation>%1 (closed)</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::OutcomePane</name>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::OutgoingPane</name>
    <message>
        <source>Entries and files</source>
        <translation>Entries and files</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Set aside</translation>
    </message>
    <message>
        <source>Nothing of it is sent until you let it go on.</source>
        <translation>Nothing of it is sent until you let it go on.</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::PageFeed</name>
    <message>
        <source>Photograph with the document camera</source>
        <translation>Photograph with the document camera</translation>
    </message>
    <message>
        <source>Scan with the scanner</source>
        <translation>Scan with the scanner</translation>
    </message>
    <message>
        <source>Take the page with the other device</source>
        <translation>Take the page with the other device</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::PageSheets</name>
    <message>
        <source>Scanned pages</source>
        <translation>Scanned pages</translation>
    </message>
    <message>
        <source>+ Scan F4</source>
        <translation>+ Scan F4</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>Turn left</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>Turn right</translation>
    </message>
    <message>
        <source>Scan this page again</source>
        <translation>Scan this page again</translation>
    </message>
    <message>
        <source>Remove this page</source>
        <translation>Remove this page</translation>
    </message>
    <message>
        <source>Work on the page</source>
        <translation>Work on the page</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::PageSteps</name>
    <message>
        <source>Turned left</source>
        <translation>Turned left</translation>
    </message>
    <message>
        <source>Turned right</source>
        <translation>Turned right</translation>
    </message>
    <message>
        <source>The page lies straight already.</source>
        <translation>The page lies straight already.</translation>
    </message>
    <message>
        <source>Straightened by %1°</source>
        <translation>Straightened by %1°</translation>
    </message>
    <message>
        <source>Cut to the paper</source>
        <translation>Cut to the paper</translation>
    </message>
    <message>
        <source>Cropped</source>
        <translation>Cropped</translation>
    </message>
    <message>
        <source>Both sides are on one sheet, in their true size.</source>
        <translation>Both sides are on one sheet, in their true size.</translation>
    </message>
    <message>
        <source>Scanning the page again …</source>
        <translation>Scanning the page again …</translation>
    </message>
    <message>
        <source>The page was removed. Ctrl+Z brings it back.</source>
        <translation>The page was removed. Ctrl+Z brings it back.</translation>
    </message>
    <message numerus="yes">
        <source>%n blank page(s) removed. Ctrl+Z brings them back.</source>
        <translation>
            <numerusform>%n blank page removed. Ctrl+Z brings them back.</numerusform>
            <numerusform>%n blank pages removed. Ctrl+Z brings them back.</numerusform>
        </translation>
    </message>
    <message>
        <source>This paper has no blank page.</source>
        <translation>This paper has no blank page.</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>There is nothing to take back.</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Taken back</translation>
    </message>
    <message>
        <source>This page is being scanned again: wait until it is here.</source>
        <translation>This page is being scanned again: wait until it is here.</translation>
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
    <name>kuaiban::counter::PageWorkbench</name>
    <message>
        <source>Workbench for scanned pages</source>
        <translation>Workbench for scanned pages</translation>
    </message>
    <message>
        <source>Pages of this paper</source>
        <translation>Pages of this paper</translation>
    </message>
    <message>
        <source>The page, large</source>
        <translation>The page, large</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>Turn left</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>Turn right</translation>
    </message>
    <message>
        <source>Straighten</source>
        <translation>Straighten</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Crop</translation>
    </message>
    <message>
        <source>Cut to the paper</source>
        <translation>Cut to the paper</translation>
    </message>
    <message>
        <source>Join to an ID-card sheet</source>
        <translation>Join to an ID-card sheet</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Move down</translation>
    </message>
    <message>
        <source>Scan again</source>
        <translation>Scan again</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Remove blank pages</source>
        <translation>Remove blank pages</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>Page before</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>Back to the case</source>
        <translation>Back to the case</translation>
    </message>
    <message>
        <source>Do not crop</source>
        <translation>Do not crop</translation>
    </message>
    <message>
        <source>Crop to the box</source>
        <translation>Crop to the box</translation>
    </message>
    <message>
        <source>The page lies crooked by %1°. S straightens it.</source>
        <translation>The page lies crooked by %1°. S straightens it.</translation>
    </message>
    <message>
        <source>Select the two pages that show the card, with Shift and the arrows, or go to the first of them.</source>
        <translation>Select the two pages that show the card, with Shift and the arrows, or go to the first of them.</translation>
    </message>
    <message>
        <source>Arrows cut the edges, with Ctrl they give back, with Shift by a centimetre; or draw a box with the mouse.</source>
        <translation>Arrows cut the edges, with Ctrl they give back, with Shift by a centimetre; or draw a box with the mouse.</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::PaperSheet</name>
    <message>
        <source>Papers and trays</source>
        <translation>Papers and trays</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>Tray</translation>
    </message>
    <message>
        <source>Sides</source>
        <translation>Sides</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>Print like this</source>
        <translation>Print like this</translation>
    </message>
    <message>
        <source>As the printer is set up</source>
        <translation>As the printer is set up</translation>
    </message>
    <message>
        <source>One side</source>
        <translation>One side</translation>
    </message>
    <message>
        <source>Both, long edge</source>
        <translation>Both, long edge</translation>
    </message>
    <message>
        <source>Both, short edge</source>
        <translation>Both, short edge</translation>
    </message>
    <message>
        <source>The window&apos;s printer</source>
        <translation>The window&apos;s printer</translation>
    </message>
    <message>
        <source>The printer chooses</source>
        <translation>The printer chooses</translation>
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
    <message>
        <source>Side by side with the form</source>
        <translation>Side by side with the form</translation>
    </message>
    <message>
        <source>This page cannot be shown</source>
        <translation>This page cannot be shown</translation>
    </message>
    <message>
        <source>The file is neither a picture nor a readable PDF.</source>
        <translation>The file is neither a picture nor a readable PDF.</translation>
    </message>
    <message>
        <source>Those of the case that is chosen stand here.</source>
        <translation>Those of the case that is chosen stand here.</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::PaperWays</name>
    <message>
        <source>To be handed in by</source>
        <translation>To be handed in by</translation>
    </message>
    <message>
        <source>At the latest %1</source>
        <translation>At the latest %1</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::PartyForm</name>
    <message>
        <source>Use this identity</source>
        <translation>Use this identity</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind of document</source>
        <translation>Kind of document</translation>
    </message>
    <message>
        <source>Unit (credit code)</source>
        <translation>Unit (credit code)</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>Relation to the person</source>
        <translation>Relation to the person</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Why was no card read?</source>
        <translation>Why was no card read?</translation>
    </message>
    <message>
        <source>Papers of this person</source>
        <translation>Papers of this person</translation>
    </message>
    <message>
        <source>Identity without a card</source>
        <translation>Identity without a card</translation>
    </message>
    <message>
        <source>Another person of this case</source>
        <translation>Another person of this case</translation>
    </message>
    <message>
        <source>from the ID card</source>
        <translation>from the ID card</translation>
    </message>
    <message>
        <source>Type it, or lay the card on the reader</source>
        <translation>Type it, or lay the card on the reader</translation>
    </message>
    <message>
        <source>Do not enter anybody</source>
        <translation>Do not enter anybody</translation>
    </message>
    <message>
        <source>Has no part in this case</source>
        <translation>Has no part in this case</translation>
    </message>
    <message>
        <source>Scan of the document</source>
        <translation>Scan of the document</translation>
    </message>
    <message>
        <source>Power of attorney</source>
        <translation>Power of attorney</translation>
    </message>
    <message>
        <source>scanned</source>
        <translation>scanned</translation>
    </message>
    <message>
        <source>scan it with F4</source>
        <translation>scan it with F4</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message>
        <source>15 digits; the new number would be %1. Check it with the household book.</source>
        <translation>15 digits; the new number would be %1. Check it with the household book.</translation>
    </message>
    <message>
        <source>The case is that of %1</source>
        <translation>The case is that of %1</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::PasswordPanel</name>
    <message>
        <source>Change the password</source>
        <translation>Change the password</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>Present password</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>New password once more</source>
        <translation>New password once more</translation>
    </message>
    <message>
        <source>At least 8 characters, letters and digits</source>
        <translation>At least 8 characters, letters and digits</translation>
    </message>
    <message>
        <source>Say the present one</source>
        <translation>Say the present one</translation>
    </message>
    <message>
        <source>The two are not the same</source>
        <translation>The two are not the same</translation>
    </message>
    <message>
        <source>The password is changed.</source>
        <translation>The password is changed.</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::PersonPage</name>
    <message>
        <source>Nobody chosen</source>
        <translation>Nobody chosen</translation>
    </message>
    <message>
        <source>Ctrl+K finds persons by name or number.</source>
        <translation>Ctrl+K finds persons by name or number.</translation>
    </message>
    <message>
        <source>Show full values</source>
        <translation>Show full values</translation>
    </message>
    <message>
        <source>Name, numbers and address are shown in full for three minutes. Who looked, at whom and why is recorded.</source>
        <translation>Name, numbers and address are shown in full for three minutes. Who looked, at whom and why is recorded.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>The person is at the window.</source>
        <translation>The person is at the window.</translation>
    </message>
    <message>
        <source>A review of this person&apos;s case.</source>
        <translation>A review of this person&apos;s case.</translation>
    </message>
    <message>
        <source>A question by phone, identity checked.</source>
        <translation>A question by phone, identity checked.</translation>
    </message>
    <message>
        <source>What the register knows</source>
        <translation>What the register knows</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>Cases of this person</source>
        <translation>Cases of this person</translation>
    </message>
    <message>
        <source>Course of life</source>
        <translation>Course of life</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Show full values …</source>
        <translation>Show full values …</translation>
    </message>
    <message>
        <source>Mask again</source>
        <translation>Mask again</translation>
    </message>
    <message>
        <source>Common words %1</source>
        <translation>Common words %1</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>Full values are shown for three minutes; it is recorded.</source>
        <translation>Full values are shown for three minutes; it is recorded.</translation>
    </message>
    <message>
        <source>None that you may see.</source>
        <translation>None that you may see.</translation>
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
        <source>Further people of this case</source>
        <translation>Further people of this case</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::PublishPane</name>
    <message>
        <source>New announcement</source>
        <translation>New announcement</translation>
    </message>
    <message>
        <source>Everybody of the area and below receives it, also who is offline now; who took note of it is shown.</source>
        <translation>Everybody of the area and below receives it, also who is offline now; who took note of it is shown.</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Publish</translation>
    </message>
    <message>
        <source>Important: stands first on the workbench until it was noted</source>
        <translation>Important: stands first on the workbench until it was noted</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Holds until</source>
        <translation>Holds until</translation>
    </message>
    <message>
        <source>The last day; empty: no end</source>
        <translation>The last day; empty: no end</translation>
    </message>
    <message>
        <source>To be filled in</source>
        <translation>To be filled in</translation>
    </message>
    <message>
        <source>%1 characters at most</source>
        <translation>%1 characters at most</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::QueueModel</name>
    <message>
        <source>Taken %1</source>
        <translation>Taken %1</translation>
    </message>
    <message>
        <source>was returned</source>
        <translation>was returned</translation>
    </message>
    <message>
        <source>sent again</source>
        <translation>sent again</translation>
    </message>
    <message>
        <source>possible duplicate</source>
        <translation>possible duplicate</translation>
    </message>
    <message>
        <source>time in doubt</source>
        <translation>time in doubt</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::QueuePane</name>
    <message>
        <source>Cases that wait</source>
        <translation>Cases that wait</translation>
    </message>
    <message>
        <source>Search in this queue</source>
        <translation>Search in this queue</translation>
    </message>
    <message>
        <source>Which matter</source>
        <translation>Which matter</translation>
    </message>
    <message>
        <source>Which deadlines</source>
        <translation>Which deadlines</translation>
    </message>
    <message>
        <source>Every deadline</source>
        <translation>Every deadline</translation>
    </message>
    <message>
        <source>Within 2 days</source>
        <translation>Within 2 days</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Lists of the queue</source>
        <translation>Lists of the queue</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Mine</translation>
    </message>
    <message>
        <source>Supplement</source>
        <translation>Supplement</translation>
    </message>
    <message>
        <source>Held by others</source>
        <translation>Held by others</translation>
    </message>
    <message>
        <source>To take</source>
        <translation>To take</translation>
    </message>
    <message>
        <source>Every matter</source>
        <translation>Every matter</translation>
    </message>
    <message>
        <source>Not connected: as of %1</source>
        <translation>Not connected: as of %1</translation>
    </message>
    <message>
        <source>Looked at %1. F5 looks again.</source>
        <translation>Looked at %1. F5 looks again.</translation>
    </message>
    <message>
        <source>Nothing fits the search</source>
        <translation>Nothing fits the search</translation>
    </message>
    <message>
        <source>You hold no case</source>
        <translation>You hold no case</translation>
    </message>
    <message>
        <source>No case waits for papers</source>
        <translation>No case waits for papers</translation>
    </message>
    <message>
        <source>Your colleagues hold no case</source>
        <translation>Your colleagues hold no case</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Nothing waits</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::ReadingPage</name>
    <message>
        <source>What you were at is not in the list any more.</source>
        <translation>What you were at is not in the list any more.</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::ReasonPane</name>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Common words</source>
        <translation>Common words</translation>
    </message>
    <message>
        <source>Choose a colleague.</source>
        <translation>Choose a colleague.</translation>
    </message>
    <message>
        <source>Say why; it is kept.</source>
        <translation>Say why; it is kept.</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::Receipts</name>
    <message>
        <source>The papers of case %1 are still being printed.</source>
        <translation>The papers of case %1 are still being printed.</translation>
    </message>
    <message>
        <source>The slip of case %1 was sent, but: %2</source>
        <translation>The slip of case %1 was sent, but: %2</translation>
    </message>
    <message>
        <source>%1 F8 prints again.</source>
        <translation>%1 F8 prints again.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>slip (%1)</source>
        <translation>slip (%1)</translation>
    </message>
    <message>
        <source>pages (%1)</source>
        <translation>pages (%1)</translation>
    </message>
    <message>
        <source>Case %1 is safe. Not printed: %2</source>
        <translation>Case %1 is safe. Not printed: %2</translation>
    </message>
    <message>
        <source>; </source>
        <translation>; </translation>
    </message>
    <message>
        <source>The papers of case %1 are printed after all.</source>
        <translation>The papers of case %1 are printed after all.</translation>
    </message>
    <message>
        <source>Papers of case %1</source>
        <translation>Papers of case %1</translation>
    </message>
    <message>
        <source>Printing what is still missing: %1</source>
        <translation>Printing what is still missing: %1</translation>
    </message>
    <message>
        <source>F8 after that prints the papers of case %1.</source>
        <translation>F8 after that prints the papers of case %1.</translation>
    </message>
    <message>
        <source>Still missing as well: %1.</source>
        <translation>Still missing as well: %1.</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::RefusalPane</name>
    <message>
        <source>Do not accept</source>
        <translation>Do not accept</translation>
    </message>
    <message>
        <source>The applicant gets a written decision with the reason and where to turn. The case is closed with it.</source>
        <translation>The applicant gets a written decision with the reason and where to turn. The case is closed with it.</translation>
    </message>
    <message>
        <source>Refuse and print</source>
        <translation>Refuse and print</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>In words, as it is printed</source>
        <translation>In words, as it is printed</translation>
    </message>
    <message>
        <source>Competent office</source>
        <translation>Competent office</translation>
    </message>
    <message>
        <source>Common words</source>
        <translation>Common words</translation>
    </message>
    <message>
        <source>Choose the reason.</source>
        <translation>Choose the reason.</translation>
    </message>
    <message>
        <source>Say why in words, the applicant reads it.</source>
        <translation>Say why in words, the applicant reads it.</translation>
    </message>
    <message>
        <source>Say where the applicant can turn.</source>
        <translation>Say where the applicant can turn.</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::SeparatorSheets</name>
    <message>
        <source>The separator sheet is printed.</source>
        <translation>The separator sheet is printed.</translation>
    </message>
    <message>
        <source>Separator sheets for the feeder</source>
        <translation>Separator sheets for the feeder</translation>
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
    <message>
        <source>Size of the text</source>
        <translation>Size of the text</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Large</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>High contrast</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::SheetFiles</name>
    <message>
        <source>Sheets (*.csv)</source>
        <translation>Sheets (*.csv)</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::SignatureSheet</name>
    <message>
        <source>Take the signature</source>
        <translation>Take the signature</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Begin anew</translation>
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
        <translation>Esc closes without a signature</translation>
    </message>
    <message>
        <source>Signature of %1</source>
        <translation>Signature of %1</translation>
    </message>
    <message>
        <source>Nothing is signed yet.</source>
        <translation>Nothing is signed yet.</translation>
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
    <name>kuaiban::counter::SupplementForm</name>
    <message>
        <source>Something else</source>
        <translation>Something else</translation>
    </message>
    <message>
        <source>Bring it by</source>
        <translation>Bring it by</translation>
    </message>
    <message>
        <source>Name it, then Enter</source>
        <translation>Name it, then Enter</translation>
    </message>
    <message>
        <source>What is wrong with it, or that it is missing</source>
        <translation>What is wrong with it, or that it is missing</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Reason: %1</translation>
    </message>
    <message>
        <source>Tick at least one paper</source>
        <translation>Tick at least one paper</translation>
    </message>
    <message>
        <source>Say by when</source>
        <translation>Say by when</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::SupplementPane</name>
    <message>
        <source>Tell what is missing</source>
        <translation>Tell what is missing</translation>
    </message>
    <message>
        <source>Everything that is missing is told at once and printed on the notice. The case is taken and waits; any window of the area can take in what comes.</source>
        <translation>Everything that is missing is told at once and printed on the notice. The case is taken and waits; any window of the area can take in what comes.</translation>
    </message>
    <message>
        <source>Tell and print</source>
        <translation>Tell and print</translation>
    </message>
    <message>
        <source>Working days to bring it</source>
        <translation>Working days to bring it</translation>
    </message>
    <message>
        <source>Something else is missing</source>
        <translation>Something else is missing</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>What is missing</translation>
    </message>
    <message>
        <source>Why, as it is printed</source>
        <translation>Why, as it is printed</translation>
    </message>
    <message>
        <source>What else is missing</source>
        <translation>What else is missing</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Reason: %1</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>Until %1</translation>
    </message>
    <message>
        <source>1 to %1 working days</source>
        <translation>1 to %1 working days</translation>
    </message>
    <message>
        <source>Say why for “%1”.</source>
        <translation>Say why for “%1”.</translation>
    </message>
    <message>
        <source>Name at least one thing that is missing, or submit the case.</source>
        <translation>Name at least one thing that is missing, or submit the case.</translation>
    </message>
    <message>
        <source>The time to bring it is missing.</source>
        <translation>The time to bring it is missing.</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::SyncPage</name>
    <message>
        <source>On its way</source>
        <translation>On its way</translation>
    </message>
    <message>
        <source>All is at the centre</source>
        <translation>All is at the centre</translation>
    </message>
    <message>
        <source>What you enter without the network waits here and goes by itself.</source>
        <translation>What you enter without the network waits here and goes by itself.</translation>
    </message>
    <message>
        <source>Synchronisation</source>
        <translation>Synchronisation</translation>
    </message>
    <message>
        <source>It is given up.</source>
        <translation>It is given up.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Try now</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>Open the case</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>Do it again</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Set aside</translation>
    </message>
    <message>
        <source>Let it go on</source>
        <translation>Let it go on</translation>
    </message>
    <message>
        <source>Give up …</source>
        <translation>Give up …</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message numerus="yes">
        <source>Kept on this machine: %n case(s), %1</source>
        <translation>
            <numerusform>Kept on this machine: %n case(s), %1</numerusform>
            <numerusform>Kept on this machine: %n case(s), %1</numerusform>
        </translation>
    </message>
    <message>
        <source>It is set aside on this machine.</source>
        <translation>It is set aside on this machine.</translation>
    </message>
    <message>
        <source>It goes on.</source>
        <translation>It goes on.</translation>
    </message>
    <message>
        <source>It is on its way once more.</source>
        <translation>It is on its way once more.</translation>
    </message>
    <message>
        <source>Into a file …</source>
        <translation>Into a file …</translation>
    </message>
    <message>
        <source>From a file …</source>
        <translation>From a file …</translation>
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
    <message>
        <source>No rows</source>
        <translation>No rows</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::TaskSheet</name>
    <message>
        <source>Devices by task</source>
        <translation>Devices by task</translation>
    </message>
    <message>
        <source>Work like this</source>
        <translation>Work like this</translation>
    </message>
    <message>
        <source>Not set up at this window: %1</source>
        <translation>Not set up at this window: %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
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
        <source>Turn the paper</source>
        <translation>Turn the paper</translation>
    </message>
    <message>
        <source>Common opinion %1</source>
        <translation>Common opinion %1</translation>
    </message>
    <message>
        <source>Dispatch, next case</source>
        <translation>Dispatch, next case</translation>
    </message>
    <message>
        <source>Hand over …</source>
        <translation>Hand over …</translation>
    </message>
    <message>
        <source>Give to …</source>
        <translation>Give to …</translation>
    </message>
    <message>
        <source>Take over …</source>
        <translation>Take over …</translation>
    </message>
    <message>
        <source>Supplement …</source>
        <translation>Supplement …</translation>
    </message>
    <message>
        <source>Void …</source>
        <translation>Void …</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation>Next difference</translation>
    </message>
    <message>
        <source>Nothing differs from the register.</source>
        <translation>Nothing differs from the register.</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Previous page</translation>
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
        <source>Papers side by side with the form</source>
        <translation>Papers side by side with the form</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Next pane</translation>
    </message>
    <message>
        <source>Look at the papers to be handed out</source>
        <translation>Look at the papers to be handed out</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>List %1 of the queue</source>
        <translation>List %1 of the queue</translation>
    </message>
    <message>
        <source>Return …</source>
        <translation>Return …</translation>
    </message>
    <message>
        <source>Return, next case</source>
        <translation>Return, next case</translation>
    </message>
    <message>
        <source>Ask for it, next case</source>
        <translation>Ask for it, next case</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>Give</source>
        <translation>Give</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>This case is at its end.</source>
        <translation>This case is at its end.</translation>
    </message>
    <message>
        <source>Held by %1.</source>
        <translation>Held by %1.</translation>
    </message>
    <message>
        <source>At the window of %1: the applicant was asked for papers.</source>
        <translation>At the window of %1: the applicant was asked for papers.</translation>
    </message>
    <message>
        <source>At the window of %1.</source>
        <translation>At the window of %1.</translation>
    </message>
    <message>
        <source>You entered data of this case: somebody else must check it.</source>
        <translation>You entered data of this case: somebody else must check it.</translation>
    </message>
    <message>
        <source>Your posts do not cover this step for this area and matter.</source>
        <translation>Your posts do not cover this step for this area and matter.</translation>
    </message>
    <message>
        <source>A supervisor must first release the possible duplicate.</source>
        <translation>A supervisor must first release the possible duplicate.</translation>
    </message>
    <message>
        <source>A supervisor must first confirm the date of acceptance.</source>
        <translation>A supervisor must first confirm the date of acceptance.</translation>
    </message>
    <message>
        <source>First settle the two entries.</source>
        <translation>First settle the two entries.</translation>
    </message>
    <message>
        <source>Returned.</source>
        <translation>Returned.</translation>
    </message>
    <message>
        <source>The applicant is asked for what is missing; the clock stands still.</source>
        <translation>The applicant is asked for what is missing; the clock stands still.</translation>
    </message>
    <message>
        <source>The case is now with %1.</source>
        <translation>The case is now with %1.</translation>
    </message>
    <message>
        <source>The case is void.</source>
        <translation>The case is void.</translation>
    </message>
    <message>
        <source>The case is released.</source>
        <translation>The case is released.</translation>
    </message>
    <message>
        <source>The notice is being printed; F7 shows it, F8 prints it again.</source>
        <translation>The notice is being printed; F7 shows it, F8 prints it again.</translation>
    </message>
    <message>
        <source>The date of acceptance is confirmed.</source>
        <translation>The date of acceptance is confirmed.</translation>
    </message>
    <message>
        <source>Settled.</source>
        <translation>Settled.</translation>
    </message>
    <message>
        <source>Nothing to decide</source>
        <translation>Nothing to decide</translation>
    </message>
    <message>
        <source>When a case arrives it appears at the left.</source>
        <translation>When a case arrives it appears at the left.</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>Open the case</translation>
    </message>
    <message>
        <source>Drop it</source>
        <translation>Drop it</translation>
    </message>
    <message>
        <source>Somebody else was quicker; nothing was sent.</source>
        <translation>Somebody else was quicker; nothing was sent.</translation>
    </message>
    <message>
        <source>The hub did not take a decision: %1</source>
        <translation>The hub did not take a decision: %1</translation>
    </message>
    <message>
        <source>Done, next case</source>
        <translation>Done, next case</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Done.</translation>
    </message>
    <message>
        <source>Decide, next case</source>
        <translation>Decide, next case</translation>
    </message>
    <message>
        <source>The case goes on as the earlier one; what the two say differently is settled there.</source>
        <translation>The case goes on as the earlier one; what the two say differently is settled there.</translation>
    </message>
    <message>
        <source>Merge, next case</source>
        <translation>Merge, next case</translation>
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
    <name>kuaiban::counter::UnitPage</name>
    <message>
        <source>No unit chosen</source>
        <translation>No unit chosen</translation>
    </message>
    <message>
        <source>Ctrl+K finds units by name or credit code.</source>
        <translation>Ctrl+K finds units by name or credit code.</translation>
    </message>
    <message>
        <source>What the register knows</source>
        <translation>What the register knows</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>The register knows no such unit any more.</source>
        <translation>The register knows no such unit any more.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Credit code</source>
        <translation>Credit code</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Economy</source>
        <translation>Economy</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Legal person</source>
        <translation>Legal person</translation>
    </message>
    <message>
        <source>Registered on</source>
        <translation>Registered on</translation>
    </message>
    <message>
        <source>Closed on</source>
        <translation>Closed on</translation>
    </message>
</context>
<context>
    <name>kuaiban::counter::VoidPane</name>
    <message>
        <source>Throw the draft away</source>
        <translation>Throw the draft away</translation>
    </message>
    <message>
        <source>Nothing was submitted yet, so no case number is used up. It can be brought back for a week.</source>
        <translation>Nothing was submitted yet, so no case number is used up. It can be brought back for a week.</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Throw away</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Common words</source>
        <translation>Common words</translation>
    </message>
    <message>
        <source>The applicant does not want it any more</source>
        <translation>The applicant does not want it any more</translation>
    </message>
    <message>
        <source>Entered twice</source>
        <translation>Entered twice</translation>
    </message>
    <message>
        <source>Entered by mistake</source>
        <translation>Entered by mistake</translation>
    </message>
    <message>
        <source>Say why.</source>
        <translation>Say why.</translation>
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
            <numerusform>%n case wait in the queue</numerusform>
            <numerusform>%n cases wait in the queue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) taken</source>
        <translation>
            <numerusform>%n case taken</numerusform>
            <numerusform>%n cases taken</numerusform>
        </translation>
    </message>
    <message>
        <source>To be reviewed</source>
        <translation>To be reviewed</translation>
    </message>
    <message>
        <source>Announcement · %1</source>
        <translation>Announcement · %1</translation>
    </message>
    <message>
        <source>Back in the queue: the hub had not heard of you since %1</source>
        <translation>Back in the queue: the hub had not heard of you since %1</translation>
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
    <message>
        <source>%1, window %2, %3</source>
        <translation>%1, window %2, %3</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
    <message numerus="yes">
        <source>Offline, %n day(s) left</source>
        <translation>
            <numerusform>Offline, %n day left</numerusform>
            <numerusform>Offline, %n days left</numerusform>
        </translation>
    </message>
    <message>
        <source>Synchronisation</source>
        <translation>Synchronisation</translation>
    </message>
</context>
</TS>
