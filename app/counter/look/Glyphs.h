#pragma once

#include <QColor>
#include <QHash>
#include <QIcon>

#include <memory>

class QPainter;
class QSvgRenderer;

namespace kuaiban::counter {

// The one set of line icons (resources/icons: 24 px grid, stroke 1.75), in the order of glyphName().
enum class Glyph {
    Archive,
    ArrowDown,
    ArrowLeft,
    ArrowRight,
    ArrowUp,
    Banknote,
    BarChart,
    Bell,
    Building,
    Calendar,
    Camera,
    Card,
    Check,
    CheckCircle,
    ChevronDown,
    ChevronLeft,
    ChevronRight,
    ChevronUp,
    Circle,
    ClipboardCheck,
    Clock,
    Close,
    Columns,
    Copy,
    Crop,
    Download,
    Edit,
    Eye,
    EyeOff,
    File,
    FilePlus,
    Filter,
    Fit,
    Help,
    Home,
    IdCard,
    Info,
    Keyboard,
    List,
    Lock,
    Minus,
    More,
    Network,
    NetworkOff,
    Pause,
    People,
    Person,
    Play,
    Plus,
    Print,
    Refresh,
    RotateLeft,
    RotateRight,
    Save,
    Scan,
    Search,
    Settings,
    SignOut,
    Signature,
    Sliders,
    Table,
    Transfer,
    Trash,
    Unlock,
    Upload,
    User,
    Warning,
    ZoomIn,
    ZoomOut
};

inline constexpr int glyphCount = int(Glyph::ZoomOut) + 1;

// The file name without its ending: "file-plus".
QString glyphName(Glyph glyph);

// Draws the icons in any colour and at any scale; keeps what it parsed. UI thread only.
class GlyphPainter
{
public:
    void paint(QPainter* painter, Glyph glyph, const QRectF& box, const QColor& colour);

private:
    QHash<std::pair<int, QRgb>, std::shared_ptr<QSvgRenderer>> m_parsed;
};

struct GlyphColours
{
    QColor normal;
    QColor active; // under the mouse or focused
    QColor on;     // checked, selected
    QColor disabled;
};

// An icon that is drawn from the SVG at the size and device pixel ratio it is asked for.
QIcon glyphIcon(std::shared_ptr<GlyphPainter> painter, Glyph glyph, const GlyphColours& colours);

} // namespace kuaiban::counter
