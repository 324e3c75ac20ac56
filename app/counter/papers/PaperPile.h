#pragma once

#include "modules/base/Result.h"

#include <QList>
#include <QString>

namespace kuaiban::counter {

// Which paper of which draft a page belongs to. It is fixed when the page is asked for: the clerk may open another case
// while the scanner works.
struct PaperPlace
{
    QString draft;
    QString role;     // a party's paper: applicant, subject, agent, collector, or "confirmation"; empty for a material
    QString paper;    // id of the material, or "proof", "authority"
    QString replaces; // digest of the page that is scanned anew or changed; empty for a further page
    bool isChange = false; // of the page it replaces: where that is gone, this one has no place either
    friend bool operator==(const PaperPlace&, const PaperPlace&) = default;
};

// A line of the list of papers, with the name it is called by.
struct PaperLine
{
    QString id;
    QString name;
};

// How many pages of a pile went to a paper.
struct PaperShare
{
    QString name;
    int pages = 0;
    friend bool operator==(const PaperShare&, const PaperShare&) = default;
};

// A pile of papers in the feeder. It begins at one paper of the list; separator sheets (分隔页) in it say where the
// pages after them belong.
class PaperPile
{
public:
    PaperPile(const PaperPlace& begin, const QList<PaperLine>& papers);

    const PaperPlace& place() const { return m_place; } // where the next page goes
    // A separator sheet came that names a material, or with an empty id the next paper of the list. Where there is no
    // such paper, pages go on to the one before: papers.separator-unknown, papers.separator-last.
    Done separate(const QString& material);
    bool isSeparated() const { return m_separated; } // pages went to further papers

    void count(const QString& paper); // a page of the pile was kept there
    QList<PaperShare> shares() const; // of papers that got pages, in the order of the list

private:
    PaperPlace m_place;
    QList<PaperLine> m_papers;
    QList<QString> m_kept; // the paper of each page
    bool m_separated = false;
};

} // namespace kuaiban::counter
