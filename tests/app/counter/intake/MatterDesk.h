#pragma once

#include "app/counter/kit/CodePicker.h"
#include "app/counter/kit/MaterialList.h"
#include "IntakeDesk.h"
#include "modules/base/Json.h"
#include "tests/support/casework/SampleMatter.h"

#include <QAbstractButton>
#include <QJsonArray>

namespace kuaiban::test {

// The hall with all definitions of the source tree and one more matter, in two scenarios, with a paper for every way in
// which papers come; with these notices among its papers. Before CounterHall::open().
inline bool furnish(CounterHall& hall, const QJsonObject& notices = {})
{
    using namespace Qt::StringLiterals;
    auto matter = sampleMatter();
    matter.insert(u"receiptTemplate"_s, u"intake-receipt"_s);
    if (!notices.isEmpty())
        matter.insert(u"notices"_s, notices);
    const auto words = [](const QString& zh, const QString& en) {
        return QJsonObject{{u"zh_CN"_s, zh}, {u"en"_s, en}};
    };
    matter.insert(u"scenarios"_s,
        QJsonArray{QJsonObject{{u"id"_s, u"first"_s}, {u"name"_s, words(u"首次申请"_s, u"First claim"_s)}},
            QJsonObject{{u"id"_s, u"again"_s}, {u"name"_s, words(u"再次申请"_s, u"Claim again"_s)}}});
    auto materials = matter.value("materials"_L1).toArray();
    materials.append(QJsonObject{{u"id"_s, u"promise"_s}, {u"name"_s, words(u"承诺书"_s, u"Promise"_s)},
        {u"form"_s, u"original"_s}, {u"required"_s, true}, {u"commitment"_s, true}});
    materials.append(QJsonObject{{u"id"_s, u"identity"_s}, {u"name"_s, words(u"身份证件"_s, u"Identity document"_s)},
        {u"form"_s, u"copy"_s}, {u"required"_s, true}, {u"sharedWhen"_s, u"has(card.idNo)"_s}});
    matter.insert(u"materials"_s, materials);
    if (!hall.hub.copyResources())
        return false;
    QFile file(hall.hub.resource(u"catalogue/items/sample-matter.json"_s));
    return file.open(QIODevice::WriteOnly) && file.write(canonicalBytes(matter)) > 0;
}

// A clerk who takes that matter.
class MatterDesk : public IntakeDesk
{
public:
    using IntakeDesk::IntakeDesk;

    // Sits down, reads the first card and chooses the matter's first scenario.
    bool begin(const Card& card = wang()) { return sitDown() && readCard(card) && choose(); }
    bool choose()
    {
        matterSearch()->setFocus();
        type(QStringLiteral("ylsx"));
        press(Qt::Key_Return);
        press(Qt::Key_Return); // the first scenario is marked
        return QTest::qWaitFor([this] { return field(QStringLiteral("Reason")) != nullptr; });
    }
    void fillForm(const QString& months = QStringLiteral("30"))
    {
        field(QStringLiteral("Reason"))->setFocus();
        type(QStringLiteral("test"));
        press(Qt::Key_Return);
        type(months);
        press(Qt::Key_Return);
    }
    counter::MaterialList* papers() const
    {
        return named<counter::MaterialList>(page, QStringLiteral("Papers of this case"));
    }
    // Goes to a line of the list of papers by key; its note.
    QString noteOf(const QString& paper)
    {
        auto* list = papers();
        for (int row = 0; list && row < list->model()->rowCount(); ++row) {
            const auto index = list->model()->index(row, 0);
            if (index.data().toString() == paper) {
                list->setCurrentIndex(index);
                return index.data(counter::MaterialRows::NoteRole).toString();
            }
        }
        return {};
    }
    bool scanInto(const QString& paper)
    {
        if (noteOf(paper).isEmpty())
            return false;
        const auto before = pagesOf(paper).size();
        press(Qt::Key_F4);
        return QTest::qWaitFor([&] { return pagesOf(paper).size() == before + 1; }, 10'000);
    }
    // What the store holds of the case in front.
    QJsonObject saved()
    {
        press(Qt::Key_S, Qt::ControlModifier);
        const auto drafts = seat.drafts();
        return drafts.isEmpty() ? QJsonObject() : drafts.constFirst().content;
    }
    casework::CaseMaterial savedPaper(const QString& id)
    {
        for (const auto& entry : saved().value(QStringLiteral("materials")).toArray()) {
            if (auto material = casework::CaseMaterial::fromJson(entry.toObject()); material.id == id)
                return material;
        }
        return {};
    }
    QJsonObject savedParty(const QString& role)
    {
        return saved().value(QStringLiteral("parties")).toObject().value(role).toObject();
    }
    // Everything the matter asks for is there.
    bool completeCase()
    {
        fillForm();
        return scanInto(QStringLiteral("Claim form")) && scanInto(QStringLiteral("Wage slips")) &&
               scanInto(QStringLiteral("Promise"));
    }
    bool pick(const QString& label, const QString& typed)
    {
        auto* line = field(label);
        if (!line)
            return false;
        line->setFocus();
        type(typed);
        press(Qt::Key_Return);
        return !line->text().isEmpty();
    }
    bool pressButton(const QString& name)
    {
        auto* button = named<QAbstractButton>(page, name);
        if (button)
            button->click();
        return button != nullptr;
    }

private:
    QList<casework::Page> pagesOf(const QString& paper)
    {
        for (const auto& entry : saved().value(QStringLiteral("materials")).toArray()) {
            const auto material = casework::CaseMaterial::fromJson(entry.toObject());
            const auto* asked = item(material.id);
            if (asked && *asked == paper)
                return material.pages;
        }
        return {};
    }
    const QString* item(const QString& id)
    {
        static const QHash<QString, QString> names{{QStringLiteral("claim"), QStringLiteral("Claim form")},
            {QStringLiteral("wages"), QStringLiteral("Wage slips")},
            {QStringLiteral("promise"), QStringLiteral("Promise")},
            {QStringLiteral("contract"), QStringLiteral("Contract")},
            {QStringLiteral("photo"), QStringLiteral("Photograph")}};
        const auto found = names.constFind(id);
        return found == names.constEnd() ? nullptr : &*found;
    }
};

} // namespace kuaiban::test
