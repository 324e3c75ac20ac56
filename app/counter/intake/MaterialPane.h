#pragma once

#include "app/counter/shell/Page.h"
#include "IntakeDraft.h"

#include <QImage>

class QLineEdit;

namespace kuaiban::counter {

class ActionButton;
class MaterialList;
class Panel;
class TextLabel;
class ThumbnailStrip;

// The right column: the papers of the case. A scan goes to the selected line; the clerk names further papers himself
// where the item allows it.
class MaterialPane final : public QWidget
{
    Q_OBJECT

public:
    MaterialPane(const PageContext& context, QAction* scan, QWidget* parent = nullptr);

    void setItem(const ItemPtr& item);
    void setMaterials(const QList<casework::CaseMaterial>& materials);
    const QList<casework::CaseMaterial>& materials() const { return m_materials; }
    bool isScanning() const { return m_ticket != 0; }
    void scan();
    void focusName();

Q_SIGNALS:
    void changed();
    void failed(const kuaiban::Error& error);
    void said(const QString& text, kuaiban::counter::Tone tone);

private:
    void addNamed();
    void takePage(const devices::ScannedPage& page);
    void fill();
    void fillPages();
    casework::CaseMaterial* current();
    void removePage(const QString& digest);
    void movePage(const QString& digest, int toIndex);

    const PageContext& m_context;
    ItemPtr m_item;
    QList<casework::CaseMaterial> m_materials;
    QHash<QString, QImage> m_thumbs; // by digest, small
    int m_ticket = 0;
    QString m_target; // id of the material the running scan goes to
    Panel* m_panel;
    MaterialList* m_list;
    QLineEdit* m_name;
    ThumbnailStrip* m_pages;
    TextLabel* m_hint;
};

} // namespace kuaiban::counter
