#pragma once

#include "app/counter/kit/MaterialList.h"
#include "modules/casework/CaseFacts.h"

namespace kuaiban::counter {

// How a paper comes to the case. The first three mean that it lies on the desk.
enum class PaperWay {
    Original,   // 原件
    Copy,       // 复印件
    Electronic, // 电子件
    Deferred,   // 容缺: handed in later
    Committed,  // 告知承诺: a signed commitment stands for it
    Shared,     // the data the office shares stands for it
    Reused,     // taken from an earlier case
};

QString wordOf(PaperWay way);
PaperWay wayOf(const casework::CaseMaterial& material);
// The ways an item allows for a paper now, the usual one first.
QList<PaperWay> waysOf(const casework::MaterialNeed& need);
// The line of the case for what an item asks, come in this way. `today` is the legal day from which a deferral counts.
casework::CaseMaterial paperOf(const catalogue::Material& asked, PaperWay way, QDate today);
// The same as it is usually supplied.
casework::CaseMaterial suppliedPaper(const catalogue::Material& asked);
void setWay(casework::CaseMaterial* material, const catalogue::Material& asked, PaperWay way, QDate today);

// The list of papers as the clerk sees it.
struct Checklist
{
    QVector<MaterialRow> rows;
    int asked = 0; // lines that are counted: asked for or handed in
    int done = 0;
};

// `needs` are those of casework::MaterialRules; papers the clerk named come last. With `insist` what is missing is
// marked as refused.
Checklist checklist(const QList<casework::MaterialNeed>& needs, const QList<casework::CaseMaterial>& materials,
    const QString& language, bool insist);

} // namespace kuaiban::counter
