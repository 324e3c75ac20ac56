#!/usr/bin/env python3
"""Makes pinyin-syllables.txt: for each syllable, without its tone, the characters that can be read so.

usage: extract-syllables.py <all readings.go> > pinyin-syllables.txt

 * all readings: pinyin_dict.go of the Debian package golang-github-mozillazg-go-pinyin-dev, which holds pinyin-data.

The first three readings of a character count, the usual one first; ü is written v, as input methods have it. Only the
block of unified ideographs: whoever looks for a rarer character does not type how it is read.
"""
import re
import sys
import unicodedata

MOST_READINGS = 3


def syllable(reading):
    letters = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    # A tone may stand between the u and its two dots.
    letters = re.sub("u[\u0300-\u0307\u0309-\u036f]\u0308", "v", letters)
    return "".join(letter for letter in letters if "a" <= letter <= "z")


def main():
    characters = {}
    with open(sys.argv[1], encoding="utf-8") as file:
        for code, readings in re.findall(r'0x([0-9a-fA-F]+):\s*"([^"]+)"', file.read()):
            if not 0x4E00 <= int(code, 16) <= 0x9FFF:
                continue
            spelled = []
            for reading in readings.split(","):
                if syllable(reading) and syllable(reading) not in spelled:
                    spelled.append(syllable(reading))
            for one in spelled[:MOST_READINGS]:
                characters.setdefault(one, []).append(chr(int(code, 16)))
    print("# Pinyin of Chinese characters, one line a syllable; made by extract-syllables.py, do not edit by hand.")
    print("# Readings: pinyin-data and go-pinyin (MIT, Copyright (c) 2016 mozillazg).")
    for one in sorted(characters):
        print(one, "".join(sorted(characters[one])))


main()
