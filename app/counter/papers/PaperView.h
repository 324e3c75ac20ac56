#pragma once

#include "app/counter/shell/Page.h"
#include "PaperFiles.h"
#include "PaperLeaves.h"

class QLabel;
class QScrollArea;

namespace kuaiban::counter {

class EmptyState;
class IconButton;
class Panel;
class TextLabel;

// The papers of a case beside it: one page at a time, turned and zoomed by key, next page by key; wide, it takes the
// room of the queue and stands side by side with the form.
class PaperView final : public QWidget
{
    Q_OBJECT

public:
    explicit PaperView(const PageContext& context, QWidget* parent = nullptr);

    void setCase(const casework::Case& state); // the same case again keeps the page that is looked at
    void clear();
    bool showOwner(const QString& owner); // the first page of a material; false when it has none
    const QSet<QString>& missing() const { return m_files->missing(); }
    bool isWide() const { return m_wide; }
    QString place() const; // "2 / 5"
    void focusPage();

public Q_SLOTS:
    void nextPage();
    void previousPage();
    void turn();
    void zoom(double factor);
    void toggleWide();

Q_SIGNALS:
    void missingChanged();
    void wideChanged(bool wide);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void open(int index);
    void show(const QString& digest);
    void unfoldPdf(const QString& digest, int pages);
    void sayProblem(const Error& error);
    void sayInstead(const QString& title, const QString& advice);
    void draw();
    bool handleKey(int key);

    const PageContext& m_context;
    PaperFiles* m_files;
    QString m_stream;
    QStringList m_digests; // as the case names them
    QList<PaperLeaf> m_leaves;
    QSet<QString> m_unfolded; // PDFs whose pages were counted
    int m_index = 0;
    int m_turn = 0;
    double m_zoom = 1.0;
    bool m_wide = false;
    int m_drawing = 0; // answers of earlier drawings are dropped
    QImage m_image;
    Panel* m_panel;
    TextLabel* m_place;
    QList<IconButton*> m_zoomButtons;
    QList<QWidget*> m_tools;
    QScrollArea* m_scroll;
    QLabel* m_picture;
    EmptyState* m_empty;
};

} // namespace kuaiban::counter
