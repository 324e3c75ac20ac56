#pragma once

#include "app/counter/look/Look.h"
#include "KeyValueList.h"
#include "NoticeBox.h"

#include <QPixmap>
#include <QWidget>

class QVBoxLayout;

namespace kuaiban::counter {

class TextLabel;

// A short line with a tone, as "身份证 有效至 2038" in green. Toned lines carry their mark, so colour is never alone.
struct FactLine
{
    QString text;
    Tone tone = Tone::Normal;
};

struct FactSection
{
    QString title; // empty for the first one
    QVector<KeyValue> rows;
};

// What the left column says about the person (or unit) at the window; values come ready for showing, masked if need be.
struct PersonFacts
{
    QString name = {};
    QString summary = {}; // "女 · 满族 · 46 岁"
    QPixmap photo = {};   // null: the placeholder
    QVector<FactLine> lines = {};
    QVector<FactSection> sections = {};
    QVector<Notice> notices = {};
};

class PersonCard final : public QWidget
{
    Q_OBJECT

public:
    explicit PersonCard(const Look& look, QWidget* parent = nullptr);

    void setFacts(const PersonFacts& facts);

private:
    Look m_look;
    QWidget* m_photo;
    TextLabel* m_name;
    TextLabel* m_summary;
    QVBoxLayout* m_lines;
    QVBoxLayout* m_rest;
};

} // namespace kuaiban::counter
