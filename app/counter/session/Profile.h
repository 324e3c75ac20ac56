#pragma once

#include "devices/printer/PagePrinter.h"
#include "modules/base/Result.h"

#include <QHash>
#include <QStringList>
#include <QUrl>

#include <chrono>

namespace kuaiban::counter {

// How this window prints papers of one category (documents::documentCategories).
struct PaperRule
{
    QString printer = {}; // device URI; empty: the window's printer
    QString tray = {};    // empty: the printer chooses
    devices::PaperSides sides = devices::PaperSides::Printer;
    int copies = 1;
    friend bool operator==(const PaperRule&, const PaperRule&) = default;
};

// Work that more than one family of devices can do at a window.
struct WindowTask
{
    QString name;         // under "tasks" in the profile
    QStringList families; // that can do it
};

// What a technician sets up on a machine (resources/profile/profile.schema.json). Relative paths start at the profile.
struct Profile
{
    QString file; // where it was read from; empty for none yet
    QUrl hub;
    QByteArray certificate; // SHA-256 of the hub's certificate, or empty to trust the system's authorities
    QString dataFolder;
    QString language = QStringLiteral("zh_CN");
    bool largeType = false;
    bool highContrast = false;
    std::chrono::seconds idleLock{600}; // after so long without a key the window is locked; 0: never
    int offlineDays = 7;                // so long somebody signs in here without the hub; 0: never
    QHash<QString, QString> devices;    // family → device URI
    QHash<QString, PaperRule> papers;   // by category
    QHash<QString, QString> tasks;      // task → the family that does it here; missing: the usual one

    // The families of devices that a window may have, in the order in which they are shown.
    static const QStringList& families();
    // "papers": the pages of a case; "identity": what shows who somebody is; "handout": what the applicant takes along
    // when a case is taken. Usual is the scanner, and for the handout slip and page.
    static const QList<WindowTask>& windowTasks();

    // Errors: session.profile names file and rule.
    static Result<Profile> read(const QString& file);
    // The profile to use without --profile: /etc/kuaiban/profile.json, else the user's own.
    static QString defaultFile();
    Done write() const;
};

} // namespace kuaiban::counter
