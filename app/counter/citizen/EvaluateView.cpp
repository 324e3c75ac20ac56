#include "CitizenViews.h"
#include "FaceButton.h"

#include "app/counter/kit/ActionButton.h"
#include "app/counter/kit/TextLabel.h"
#include "modules/casework/Evaluating.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace kuaiban::counter {

namespace {

constexpr int Margin = 24;
constexpr int FaceGap = 12;
constexpr int BestGrade = 5;
constexpr int ReasonColumns = 3;

} // namespace

EvaluateView::EvaluateView(const Look& look, const CitizenWords& words, const codes::CodeTable* reasons)
    : m_look(look)
    , m_words(words)
    , m_table(reasons ? reasons->offered() : QList<codes::CodeEntry>())
{
    auto* place = new QVBoxLayout(this);
    place->setContentsMargins(0, 0, 0, 0);
    askFaces();
}

void EvaluateView::renew()
{
    if (m_content) {
        m_content->hide();
        m_content->deleteLater(); // the button that was pressed stands on it
    }
    m_toggles.clear();
    m_content = new QWidget;
    m_column = new QVBoxLayout(m_content);
    m_column->setContentsMargins(Margin, Margin, Margin, Margin);
    m_column->setSpacing(FaceGap);
    layout()->addWidget(m_content);
}

void EvaluateView::askFaces()
{
    renew();
    m_grade = 0;
    auto* ask = new TextLabel(
        m_look, TextRole::Title, m_words(QT_TRANSLATE_NOOP("Citizen", "How satisfied are you with the service?")));
    ask->setAlignment(Qt::AlignCenter);
    ask->setWrapped(true);
    auto* faces = new QHBoxLayout;
    faces->setSpacing(FaceGap);
    for (int grade = BestGrade; grade >= 1; --grade) {
        auto* face = new FaceButton(m_look, grade, m_words.grade(grade));
        connect(face, &FaceButton::clicked, this, [this, grade] { askReasons(grade); });
        faces->addWidget(face);
    }
    auto* note = new TextLabel(m_look, TextRole::Body,
        m_words(QT_TRANSLATE_NOOP("Citizen", "Your choice is not shown at the window.")), Tone::Secondary);
    note->setAlignment(Qt::AlignCenter);
    note->setWrapped(true);
    m_column->addStretch(1);
    m_column->addWidget(ask);
    m_column->addLayout(faces, 4);
    m_column->addWidget(note);
    m_column->addStretch(1);
}

void EvaluateView::askReasons(int grade)
{
    m_grade = grade;
    if (m_table.isEmpty()) {
        Q_EMIT finished();
        return;
    }
    renew();
    const auto* question = grade >= 4
                               ? QT_TRANSLATE_NOOP("Citizen", "What was good? (more than one if you like)")
                               : QT_TRANSLATE_NOOP("Citizen", "What should be better? (more than one if you like)");
    auto* chosen = new TextLabel(m_look, TextRole::Title, m_words.grade(grade), Tone::Accent);
    auto* ask = new TextLabel(m_look, TextRole::Heading, m_words(question));
    ask->setWrapped(true);
    m_column->addWidget(chosen);
    m_column->addWidget(ask);
    auto* choices = new QGridLayout;
    choices->setSpacing(FaceGap);
    for (const auto& entry : std::as_const(m_table)) {
        if (entry.group != casework::evaluationGroup(grade))
            continue;
        auto* toggle = makeTouchButton(m_look, ButtonRole::Secondary, entry.text);
        toggle->setCheckable(true);
        toggle->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // all of one width
        connect(toggle, &QPushButton::toggled, this, [this, toggle](bool isChosen) {
            toggle->setIcon(isChosen ? m_look.icon(Glyph::Check, Tone::Accent) : QIcon()); // not by colour alone
        });
        const auto place = static_cast<int>(m_toggles.size());
        choices->addWidget(toggle, place / ReasonColumns, place % ReasonColumns);
        m_toggles.insert(entry.code, toggle);
    }
    for (int at = 0; at < ReasonColumns; ++at)
        choices->setColumnStretch(at, 1);
    m_column->addLayout(choices);
    m_column->addStretch();
    auto* back = makeTouchButton(m_look, ButtonRole::Secondary, m_words(QT_TRANSLATE_NOOP("Citizen", "Choose again")));
    auto* send = makeTouchButton(m_look, ButtonRole::Primary, m_words(QT_TRANSLATE_NOOP("Citizen", "Done")));
    connect(back, &QPushButton::clicked, this, &EvaluateView::askFaces);
    connect(send, &QPushButton::clicked, this, &EvaluateView::finished);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(Margin);
    buttons->addWidget(back, 1);
    buttons->addWidget(send, 2);
    m_column->addLayout(buttons);
}

void EvaluateView::goOnFrom(const EvaluateView& before)
{
    if (before.grade() == 0)
        return;
    askReasons(before.grade());
    for (const auto& code : before.reasons())
        m_toggles.value(code)->setChecked(true);
}

QStringList EvaluateView::reasons() const
{
    QStringList codes;
    for (const auto& entry : m_table) {
        const auto* toggle = m_toggles.value(entry.code);
        if (toggle && toggle->isChecked())
            codes.append(entry.code);
    }
    return codes;
}

} // namespace kuaiban::counter
