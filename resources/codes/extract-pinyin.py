#!/usr/bin/env python3
"""Makes pinyin-initials.txt: for each letter the characters whose usual reading begins with it.

usage: extract-pinyin.py <common readings.json> <all readings.go> > pinyin-initials.txt

 * common readings: {"<code point, decimal>": "<reading>"}, exported from the npm package pinyin-pro;
 * all readings: pinyin_dict.go of the Debian package golang-github-mozillazg-go-pinyin-dev, which holds pinyin-data.

Where a character has several readings, the order of GB 2312 level 1 (sorted by pinyin) decides first, then the common
readings. Words whose reading differs belong into pinyin-words.txt, which is kept by hand.
"""
import json
import re
import sys
import unicodedata

# First code of GB 2312 level 1 for each letter.
LEVEL_1 = [("a", 0xB0A1), ("b", 0xB0C5), ("c", 0xB2C1), ("d", 0xB4EE), ("e", 0xB6EA), ("f", 0xB7A2), ("g", 0xB8C1),
           ("h", 0xB9FE), ("j", 0xBBF7), ("k", 0xBFA6), ("l", 0xC0AC), ("m", 0xC2E8), ("n", 0xC4C3), ("o", 0xC5B6),
           ("p", 0xC5BE), ("q", 0xC6DA), ("r", 0xC8BB), ("s", 0xC8F6), ("t", 0xCBFA), ("w", 0xCDDA), ("x", 0xCEF4),
           ("y", 0xD1B9), ("z", 0xD4D1)]
END_OF_LEVEL_1 = 0xD7F9
# Readings that matter in names of people and places and that the sources put second or lack.
OURS = {"仡": "g", "莞": "g", "圩": "w", "郄": "q", "玟": "w", "艹": "c", "鳜": "g", "𠮷": "j", "〇": "l"}


def initial(reading):
    return unicodedata.normalize("NFD", reading)[0]


def is_han(code):
    return code == 0x3007 or 0x3400 <= code <= 0x9FFF or 0x20000 <= code <= 0x323AF


def main():
    letters = {}
    with open(sys.argv[2], encoding="utf-8") as file:
        for code, readings in re.findall(r'0x([0-9a-fA-F]+):\s*"([^",]+)', file.read()):
            letters[int(code, 16)] = initial(readings)
    with open(sys.argv[1], encoding="utf-8") as file:
        letters.update({int(code): initial(reading) for code, reading in json.load(file).items()})
    for row in range(0xB0, 0xD8):
        for cell in range(0xA1, 0xFF):
            code = row << 8 | cell
            if code <= END_OF_LEVEL_1:
                character = bytes([row, cell]).decode("gb2312")
                letters[ord(character)] = [letter for letter, first in LEVEL_1 if first <= code][-1]
    letters.update({ord(character): letter for character, letter in OURS.items()})

    print("# Pinyin initials of Chinese characters, one line a letter; made by extract-pinyin.py, do not edit by hand.")
    print("# Readings: order of GB 2312 level 1; pinyin-pro (MIT, Copyright (c) zh-lx); pinyin-data and go-pinyin")
    print("# (MIT, Copyright (c) 2016 mozillazg).")
    for letter in "abcdefghijklmnopqrstuvwxyz":
        characters = "".join(chr(code) for code in sorted(letters) if letters[code] == letter and is_han(code))
        if characters:
            print(letter, characters)


main()
