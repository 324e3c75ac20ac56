#!/usr/bin/env bash
# Collects the texts of all rooms into the two translation files. New ones come in unfinished: translate them and run again.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
lupdate=$(command -v lupdate || echo /usr/lib/qt6/bin/lupdate)
for language in zh_CN en; do
    "$lupdate" app -recursive -extensions cpp,h -locations none -no-obsolete -source-language en \
        -target-language "$language" -ts "translations/kuaiban_$language.ts"
done
