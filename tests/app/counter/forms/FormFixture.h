#pragma once

#include "app/counter/forms/FormView.h"
#include "app/counter/kit/Field.h"
#include "app/counter/kit/KeyboardFlow.h"
#include "app/counter/kit/ScrollPane.h"
#include "modules/codes/Identifiers.h"

#include <QApplication>
#include <QFontDatabase>
#include <QJsonDocument>
#include <QtTest>
#include <QVBoxLayout>

// A form with every kind of field in a window, with tables of codes that come when the test says so.
namespace kuaiban::counter {

inline Look lookAt(double textScale = 1.0)
{
    return Look({PaletteKind::Light, textScale}, QFontDatabase::systemFont(QFontDatabase::GeneralFont));
}

inline void failOnAnyWarning()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support propagateSizeHints)")));
}

inline forms::FormEnvironment environment()
{
    forms::FormEnvironment made;
    for (const auto& name : codes::identifierChecks())
        made.identifierChecks.insert(
            name, [name](const QString& text, QDate today) { return codes::checkIdentifier(name, text, today); });
    made.isDoubt = codes::isDoubt;
    return made;
}

inline forms::FormDefinition definitionOf(const QByteArray& json)
{
    QJsonParseError error;
    const auto object = QJsonDocument::fromJson(json, &error).object();
    if (object.isEmpty())
        qFatal("the test form is no JSON: %s", qPrintable(error.errorString()));
    const auto definition = forms::FormDefinition::parse(object, environment());
    if (!definition)
        qFatal("the test form is wrong: %s", qPrintable(logLine(definition.error())));
    return *definition;
}

// Every kind once, and what they can do to each other.
inline forms::FormDefinition everyKind()
{
    return definitionOf(R"({
      "id": "every-kind", "revision": 1,
      "sections": [
        {"id": "person", "title": {"zh_CN": "本人情况", "en": "Person"}, "fields": [
          {"id": "name", "label": {"zh_CN": "姓名", "en": "Name"}, "kind": "text", "required": true,
           "source": ["card.name", "register.name"], "width": 4},
          {"id": "idNo", "label": {"zh_CN": "身份证号", "en": "ID number"}, "kind": "text", "checkAs": "citizen-id",
           "source": "card.idNo", "readOnly": true, "width": 4},
          {"id": "phone", "label": {"zh_CN": "联系电话", "en": "Phone"}, "kind": "text", "checkAs": "mobile",
           "required": true, "source": "register.phone", "width": 4},
          {"id": "reason", "label": {"zh_CN": "失业原因", "en": "Reason"}, "kind": "code", "codeTable": "reason",
           "required": true, "width": 6},
          {"id": "village", "label": {"zh_CN": "常住地", "en": "Village"}, "kind": "area", "width": 6},
          {"id": "married", "label": {"zh_CN": "已婚", "en": "Married"}, "kind": "flag", "width": 3},
          {"id": "spouse", "label": {"zh_CN": "配偶姓名", "en": "Spouse"}, "kind": "text", "required": true,
           "visibleWhen": "married", "width": 3}]},
        {"id": "work", "title": {"zh_CN": "工作与待遇", "en": "Work"}, "fields": [
          {"id": "months", "label": {"zh_CN": "缴费月数", "en": "Months"}, "kind": "integer", "min": 0, "max": 480,
           "source": "register.months", "width": 3},
          {"id": "wage", "label": {"zh_CN": "月工资", "en": "Wage"}, "kind": "money", "min": 0, "width": 3},
          {"id": "share", "label": {"zh_CN": "比例", "en": "Share"}, "kind": "decimal", "min": "0", "max": "1",
           "width": 3},
          {"id": "benefit", "label": {"zh_CN": "月标准", "en": "Benefit"}, "kind": "money", "derived": "wage * 2",
           "width": 3},
          {"id": "ended", "label": {"zh_CN": "终止日期", "en": "Ended"}, "kind": "date", "width": 3},
          {"id": "from", "label": {"zh_CN": "起始月份", "en": "From"}, "kind": "month", "width": 3},
          {"id": "remark", "label": {"zh_CN": "备注", "en": "Remark"}, "kind": "multiline", "maxLength": 50,
           "width": 12}]},
        {"id": "history", "title": {"zh_CN": "工作经历", "en": "History"}, "visibleWhen": "months > 0", "fields": [
          {"id": "periods", "label": {"zh_CN": "工作经历", "en": "Periods"}, "kind": "table", "maxRows": 3,
           "source": "register.periods", "columns": [
             {"id": "unit", "label": {"zh_CN": "单位", "en": "Unit"}, "kind": "text", "required": true, "width": 5},
             {"id": "since", "label": {"zh_CN": "起始月份", "en": "Since"}, "kind": "month", "width": 3},
             {"id": "months", "label": {"zh_CN": "月数", "en": "Months"}, "kind": "integer", "min": 1, "max": 480,
              "width": 2},
             {"id": "paid", "label": {"zh_CN": "已缴", "en": "Paid"}, "kind": "flag", "width": 2},
             {"id": "weight", "label": {"zh_CN": "折算", "en": "Weight"}, "kind": "integer",
              "derived": "row.months * 2", "width": 2}]}]}],
      "checks": [
        {"id": "wage-and-share", "when": "wage > 1000000 && share > 0.5", "severity": "block",
         "message": {"zh_CN": "工资过高时比例不能超过 0.5", "en": "Too much"}, "fields": ["wage", "share"]},
        {"id": "long", "when": "months > 400", "severity": "warn",
         "message": {"zh_CN": "缴费时间很长，请核对", "en": "Very long"}, "fields": ["months"]}]
    })");
}

inline QByteArray reasonTable()
{
    return R"({"kind": "code-table", "id": "reason", "name": "失业原因", "standard": "own", "revision": 1, "entries": [
      {"code": "11", "text": "劳动合同期满"}, {"code": "12", "text": "单位破产"}, {"code": "31", "text": "本人辞职"},
      {"code": "90", "text": "旧的原因", "retired": true}]})";
}

inline QByteArray fewAreas()
{
    return "code,name,parent\n21,辽宁省,\n2106,丹东市,21\n210602,元宝区,2106\n210603,振兴区,2106\n"
           "210603001,站前街道,210603\n210603001001,站前社区,210603001\n210603002,临江街道,210603\n"
           "22,吉林省,\n2201,长春市,22\n220102,南关区,2201\n220102001,站前街道,220102\n";
}

// The definitions in force, as a session would give them: at once, or when the test lets them go.
class Definitions
{
public:
    QHash<QString, QByteArray> bytes{{QStringLiteral("reason"), reasonTable()}, {QStringLiteral("areas"), fewAreas()}};
    bool isHeld = false;
    int asked = 0;
    QSet<QString> tables; // asked for, as they are called in forms

    CodeShelf::Fetch fetch()
    {
        return [this](const QString&, const QString& key) {
            ++asked;
            tables.insert(key == QLatin1StringView("areas") ? CodeShelf::areas() : key);
            QPromise<Result<QByteArray>> promise;
            promise.start();
            auto future = promise.future();
            m_waiting.append({key, std::make_shared<QPromise<Result<QByteArray>>>(std::move(promise))});
            if (!isHeld)
                letGo();
            return future;
        };
    }

    void letGo()
    {
        for (const auto& [key, promise] : std::exchange(m_waiting, {})) {
            promise->addResult(Result<QByteArray>(bytes.value(key)));
            promise->finish();
        }
    }

private:
    QList<std::pair<QString, std::shared_ptr<QPromise<Result<QByteArray>>>>> m_waiting;
};

// The form of a definition in a window as wide as the middle of the intake page.
class FormWindow
{
public:
    explicit FormWindow(const forms::FormDefinition& definition = everyKind(), double scale = 1.0, bool held = false)
        : codes(std::make_shared<CodeShelf>(hold(held).fetch(), QStringLiteral("210603001")))
        , view(new FormView({{lookAt(scale), QStringLiteral("zh_CN"), codes, [this] { return newRowId(); }}, manual}))
        , m_definition(definition)
    {
        auto* column = new QVBoxLayout(&window);
        scroll = new ScrollPane(view);
        column->addWidget(scroll);
        new KeyboardFlow(&window);
        window.resize(640, 520);
        begin();
        window.show();
        window.activateWindow();
    }

    bool isReady()
    {
        QCoreApplication::processEvents(); // the window of the test before is still on its way out
        window.activateWindow();
        return QTest::qWaitForWindowActive(&window) && QTest::qWaitFor([this] {
            return definitions.isHeld || std::all_of(definitions.tables.begin(), definitions.tables.end(),
                                             [this](const QString& table) { return codes->isReady(table); });
        });
    }
    void begin(const QJsonObject& values = {}, const QJsonObject& origins = {})
    {
        view->setForm(m_definition, values, origins, QDate(2026, 11, 21));
    }
    Field* field(const QString& id) const { return view->findChild<Field*>(id); }
    // What has the keyboard when somebody types into the field.
    QWidget* at(const QString& path) const
    {
        view->focusPath(path);
        return QApplication::focusWidget();
    }
    QJsonValue value(const QString& id) const { return view->values().value(id); }
    QString origin(const QString& id) const { return view->origins().value(id).toString(); }
    void type(const QString& path, const QString& text) const { QTest::keyClicks(at(path), text); }
    // Chinese comes from an input method, not from keys.
    void commit(const QString& path, const QString& text) const
    {
        QInputMethodEvent event;
        event.setCommitString(text);
        QCoreApplication::sendEvent(at(path), &event);
    }
    static void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key(key), modifiers);
    }

    Definitions definitions;
    const FailureManual manual;
    std::shared_ptr<CodeShelf> codes;
    QWidget window;
    FormView* view;
    ScrollPane* scroll = nullptr;

private:
    Definitions& hold(bool held)
    {
        definitions.isHeld = held;
        return definitions;
    }
    QString newRowId() { return QStringLiteral("new-%1").arg(++m_rows); }

    const forms::FormDefinition m_definition;
    int m_rows = 0;
};

} // namespace kuaiban::counter
