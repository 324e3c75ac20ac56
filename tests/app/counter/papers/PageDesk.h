#pragma once

#include "app/counter/kit/ThumbnailStrip.h"
#include "app/counter/papers/PageCanvas.h"
#include "app/counter/papers/PageWorkbench.h"
#include "tests/app/counter/intake/MatterDesk.h"

namespace kuaiban::test {

// A clerk at the workbench, with scanned pages of the claim form.
class PageDesk : public MatterDesk
{
public:
    using MatterDesk::MatterDesk;

    // Takes the matter, scans this many pages of what lies on the scanner and goes to the first of them.
    bool beginWork(int pages)
    {
        if (!begin())
            return false;
        for (int i = 0; i < pages; ++i) {
            if (!scanInto(QStringLiteral("Claim form")))
                return false;
        }
        press(Qt::Key_W, Qt::ControlModifier);
        if (!bench())
            return false;
        press(Qt::Key_Home);
        return sees();
    }
    counter::PageWorkbench* bench() { return only<counter::PageWorkbench>(&seat.window()); }
    counter::ThumbnailStrip* strip()
    {
        return named<counter::ThumbnailStrip>(bench(), QStringLiteral("Pages of this paper"));
    }
    counter::PageCanvas* canvas() { return bench()->findChild<counter::PageCanvas*>(); }
    // The page in front is there to be seen.
    bool sees()
    {
        return QTest::qWaitFor([this] { return canvas() && canvas()->width() > 50; }, 10'000);
    }
    bool says(const QString& words)
    {
        return QTest::qWaitFor([&] { return bench() && test::shows(bench(), words); }, 10'000);
    }
    // The pages of the claim form as the store has them; typing saves them within two seconds.
    QList<casework::Page> pages()
    {
        for (const auto& draft : seat.drafts()) {
            for (const auto& entry : draft.content.value(QStringLiteral("materials")).toArray()) {
                const auto material = casework::CaseMaterial::fromJson(entry.toObject());
                if (material.id == QStringLiteral("claim"))
                    return material.pages;
            }
        }
        return {};
    }
    QStringList digests()
    {
        QStringList digests;
        for (const auto& kept : pages())
            digests.append(kept.digest);
        return digests;
    }
    template<class Condition>
    bool becomes(Condition condition)
    {
        return QTest::qWaitFor([&] { return condition(pages()); }, 15'000);
    }
    QImage picture(const QString& digest)
    {
        const auto file = seat.session().file(digest);
        return QTest::qWaitFor([&] { return file.isFinished(); }) && file.result() ? QImage::fromData(*file.result())
                                                                                   : QImage();
    }
};

} // namespace kuaiban::test
