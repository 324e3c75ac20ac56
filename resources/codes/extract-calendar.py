#!/usr/bin/env python3
"""Makes calendar.json from an unpacked copy of the npm package chinese-days.

usage: extract-calendar.py <package folder> <first year> <last year> > calendar.json

The package follows the yearly notice of the State Council's General Office; run this again when the next one is out.
"""
import json
import pathlib
import sys


def days(table):
    # The package writes "English name,Chinese name,days"; the Chinese name is what people at the counter read.
    return {day: text.split(",")[1] for day, text in sorted(table.items())}


def main():
    folder, first, last = pathlib.Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    package = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    years = []
    for year in range(first, last + 1):
        source = json.loads((folder / "dist" / "years" / f"{year}.json").read_text(encoding="utf-8"))
        own = lambda table: {day: text for day, text in days(table).items() if day.startswith(f"{year}-")}
        years.append({"year": year, "holidays": own(source["holidays"]), "workdays": own(source["workdays"])})
    calendar = {
        "kind": "working-calendar",
        "id": "working-calendar",
        "revision": 1,
        "head": {
            "source": f"extracted from {package['name']} {package['version']}, after the yearly holiday notices of the "
            "General Office of the State Council (国务院办公厅关于部分节假日安排的通知)",
            "licence": "MIT",
        },
        "years": years,
    }
    json.dump(calendar, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")


main()
