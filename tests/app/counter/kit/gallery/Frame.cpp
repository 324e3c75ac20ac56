#include "Gallery.h"

#include "app/counter/kit/BottomStrip.h"
#include "app/counter/kit/CallBar.h"
#include "app/counter/kit/NavigationRail.h"
#include "app/counter/kit/SearchBox.h"
#include "app/counter/kit/TopStrip.h"
#include "tests/support/places/Places.h"

#include <QAction>
#include <QCoreApplication>
#include <QFile>
#include <QHBoxLayout>
#include <QMenu>
#include <QTranslator>

namespace kuaiban::counter::gallery {

using namespace Qt::StringLiterals;

namespace {

class TsvTranslator final : public QTranslator
{
public:
    using QTranslator::QTranslator;

    bool read(const QString& path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return false;
        const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
        for (const QString& line : lines) {
            const QStringList columns = line.split(u'\t');
            if (columns.size() != 2)
                return false;
            m_texts.insert(columns[0], columns[1]);
        }
        return !m_texts.isEmpty();
    }

    QString translate(const char*, const char* source, const char*, int) const override
    {
        return m_texts.value(QString::fromUtf8(source));
    }

    bool isEmpty() const override { return m_texts.isEmpty(); }

private:
    QHash<QString, QString> m_texts;
};

} // namespace

bool speakChinese()
{
    auto* translator = new TsvTranslator(qApp);
    return translator->read(test::inSource(u"translations/kit-zh.tsv")) &&
           QCoreApplication::installTranslator(translator);
}

QAction* act(
    ActionRegistry* actions, const QString& context, const QString& id, const QString& text, const QKeySequence& key)
{
    const Result<QAction*> added = actions->add({.id = id, .text = text, .key = key, .context = context});
    if (!added)
        qFatal("%s", qPrintable(logLine(added.error())));
    return *added;
}

Frame makeFrame(const Look& look, const QString& person, const QString& openPage)
{
    auto* window = new QWidget;
    window->setWindowTitle(u"快办"_s);
    window->resize(1366, 768);
    auto* actions = new ActionRegistry(window);
    actions->nameContext(u"intake"_s, u"受理"_s);
    actions->nameContext(u"todo"_s, u"待办"_s);

    auto* top = new TopStrip(look);
    top->setPlace(u"丹东市人社服务大厅 · 3 号窗口"_s);
    top->setPerson(person);
    auto* menu = new QMenu(top);
    menu->addAction(look.icon(Glyph::Lock), u"锁定"_s);
    menu->addAction(look.icon(Glyph::SignOut), u"退出登录"_s);
    top->setPersonMenu(menu);
    auto* calls = new CallBar(look);
    calls->setQueue({.number = u"A023"_s, .matter = u"社会保险"_s, .waiting = 7});
    calls->addAction(act(actions, {}, u"call.next"_s, u"呼叫下一位"_s));
    calls->addAction(act(actions, {}, u"call.again"_s, u"重呼"_s));
    calls->addAction(act(actions, {}, u"call.skip"_s, u"过号"_s));
    calls->addAction(act(actions, {}, u"call.pause"_s, u"暂停"_s));
    top->setMiddle(calls);
    QAction* find = act(actions, {}, u"search"_s, u"搜索"_s, QKeySequence(u"Ctrl+K"_s));
    top->search()->setKeyText(find->shortcut().toString(QKeySequence::NativeText));
    QObject::connect(find, &QAction::triggered, top, [top] { top->search()->setFocus(Qt::ShortcutFocusReason); });

    auto* rail = new NavigationRail(look);
    rail->setItems({{u"home"_s, Glyph::Home, u"工作台"_s}, {u"intake"_s, Glyph::FilePlus, u"受理"_s},
        {u"todo"_s, Glyph::ClipboardCheck, u"待办"_s, openPage == "todo"_L1 ? 0 : 5},
        {u"cases"_s, Glyph::List, u"办件"_s}, {u"people"_s, Glyph::Person, u"人员单位"_s},
        {u"subsidy"_s, Glyph::Banknote, u"补贴发放"_s}, {u"archive"_s, Glyph::Archive, u"档案"_s},
        {u"statistics"_s, Glyph::BarChart, u"统计"_s}, {u"manage"_s, Glyph::Sliders, u"管理"_s}});
    rail->setOpenPage(openPage);

    auto* bottom = new BottomStrip(look);
    bottom->devices()->setStates({{u"idcard"_s, u"身份证"_s, Condition::Ready, u"就绪"_s, {}, {}, {}},
        {u"card"_s, u"社保卡"_s, Condition::Ready, u"已放卡"_s, {}, {}, {}},
        {u"scanner"_s, u"扫描仪"_s, Condition::Ready, u"就绪"_s, {}, {}, {}},
        {u"receipt"_s, u"小票机"_s, Condition::Attention, u"纸将尽"_s, u"小票纸不足约 2 米。"_s,
            u"请在空闲时更换纸卷，现在仍可打印。"_s, u"receipt.paper-low"_s},
        {u"keypad"_s, u"评价器"_s, Condition::Absent, u"未配置"_s, {}, {}, {}}});
    bottom->network()->setState({u"network"_s, {}, Condition::Ready, u"在线"_s, {}, {}, {}});
    bottom->setOutbox(3, 12'400'000);
    bottom->setTime(QDateTime(QDate(2026, 11, 21), QTime(9, 42)));

    auto* content = new QWidget;
    auto* page = new QVBoxLayout(content);
    page->setContentsMargins(Metrics::pageMargin, 12, Metrics::pageMargin, 8);
    page->setSpacing(10);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(rail);
    middle->addWidget(content, 1);
    auto* column = new QVBoxLayout(window);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(top);
    column->addLayout(middle, 1);
    column->addWidget(bottom);
    actions->enter(openPage);
    return {window, page, actions};
}

QWidget* makeWindow(const QString& name, const Look& look)
{
    if (name == "intake"_L1)
        return makeIntakeWindow(look);
    if (name == "review"_L1)
        return makeReviewWindow(look);
    if (name == "controls"_L1)
        return makeControlsWindow(look);
    return makeStatesWindow(look);
}

} // namespace kuaiban::counter::gallery
