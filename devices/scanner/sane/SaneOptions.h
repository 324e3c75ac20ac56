#pragma once

#include "modules/base/Result.h"

#include <QHash>
#include <QStringList>

#include <sane/sane.h>

#include <optional>

namespace kuaiban::devices {

// The options of an open device by their names. Setting one may change which others exist, so they are read anew.
class SaneOptions
{
public:
    explicit SaneOptions(SANE_Handle handle);

    bool has(const QString& name) const { return m_options.contains(name); }
    QStringList choices(const QString& name) const; // of a text option
    std::optional<double> largest(const QString& name) const;
    std::optional<double> smallest(const QString& name) const;
    bool isInPixels(const QString& name) const;

    Done setText(const QString& name, const QString& value);
    Done setFlag(const QString& name, bool value);
    // The nearest number that the option allows; returns what was taken.
    Result<double> setNumber(const QString& name, double value);

private:
    struct Option
    {
        SANE_Int index = 0;
        const SANE_Option_Descriptor* descriptor = nullptr;
    };

    void reload();
    Done set(SANE_Int index, void* value);

    SANE_Handle m_handle;
    QHash<QString, Option> m_options;
};

} // namespace kuaiban::devices
