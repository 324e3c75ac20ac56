#pragma once

#include "app/counter/kit/ActionRegistry.h"
#include "app/counter/look/Look.h"

#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

// Sample pages made of the kit alone, with the data of the design pictures: looked at by people, walked by the tests.
namespace kuaiban::counter::gallery {

// A window as the shell builds it: strips, navigation, one page.
struct Frame
{
    QWidget* window;
    QVBoxLayout* page; // header, panes and action bar go here
    ActionRegistry* actions;
};

Frame makeFrame(const Look& look, const QString& person, const QString& openPage);
QAction* act(ActionRegistry* actions, const QString& context, const QString& id, const QString& text,
    const QKeySequence& key = {});

QWidget* makeIntakeWindow(const Look& look);                // taking a case
QWidget* makeReviewWindow(const Look& look);                // reviewing one
QWidget* makeControlsWindow(const Look& look);              // every field state, pickers, tables in forms, buttons
QWidget* makeStatesWindow(const Look& look);                // messages, empty state, progress, long flow, big table
QWidget* makeWindow(const QString& name, const Look& look); // by name: intake, review, controls, states

// Loads translations/kit-zh.tsv as the application's Chinese. False when a line is malformed.
bool speakChinese();

} // namespace kuaiban::counter::gallery
