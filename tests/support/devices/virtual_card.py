#!/usr/bin/env python3
"""A social security card for the virtual reader of pcscd (vpcd), so that cards are read over the real PC/SC stack.

Usage: virtual_card.py PORT. Prints {"ready": true} and obeys one JSON object a line on standard input, each answered
with "ok" (or "no" when the reader is not there):
  {"insert": CARD}    CARD: "spec" ("1.00", "2.00", "3.00"), "ssn", "name", "sex", "ethnicity", "birth" (YYYYMMDD),
                      "card_no", "card_id" (hex), "issued", "expires", "pin", "tries", "bank", "key" (hex, for 3.0);
                      "numbers_only", "strict" (6Cxx and 61xx), "other" (no social security card), "silent" (after that
                      many commands says nothing any more), "vanish" (after that many commands goes away), "torn" (after
                      that many commands answers rubbish)
  {"remove": true}
  {"count": true}     answers with the number of commands that came since the card was put in
Shares no code with the driver it tries.
"""
import json
import socket
import struct
import subprocess
import sys
import threading

ATR = bytes.fromhex("3B6D00000081544353866020000000000001")[:17]
SSSE = bytes.fromhex("7378312E73682EC9E7BBE1B1A3D5CF")
DEBIT = bytes.fromhex("A000000333010101")


def sm4(key, block):
    """One block, by the openssl program."""
    made = subprocess.run(["openssl", "enc", "-sm4-ecb", "-nopad", "-K", key.hex()], input=block, capture_output=True,
                          check=True)
    return made.stdout


def cryptogram(key, card_id, factor, source):
    card_key = sm4(key, card_id)
    talk_key = sm4(card_key, factor + bytes(b ^ 0xFF for b in factor))
    return sm4(talk_key, source + source)


def bcd(digits, size):
    return bytes.fromhex(digits.ljust(2 * size, "F"))


class Card:
    def __init__(self, says):
        self.says = says
        self.newest = says.get("spec", "2.00").startswith("3")
        self.left = says.get("tries", 3)
        self.randoms = []
        self.count = 0
        self.held = b""
        self.power()
        if says.get("other"):
            self.files = {}
            return
        name = says["name"].encode("gb18030")
        cut = len(name) if len(name) <= 30 else 30 - (len(name[:30].decode("gb18030", "ignore").encode("gb18030")) != 30)
        first, rest = name[:cut], name[cut:]
        person = [(0x08, says["ssn"].encode().ljust(18, b"\0")), (0x09, first.ljust(30, b"\0"))]
        if not says["spec"].startswith("1"):
            person.append((0x4E, rest.ljust(20, b"\0")))
        person += [(0x0A, says["sex"].encode()), (0x0B, bcd(says.get("ethnicity", "01"), 1)),
                   (0x0C, bcd(says["ssn"][:6], 3)), (0x0D, bcd(says["birth"], 4))]
        card = [(0x01, bytes.fromhex(says["card_id"])), (0x02, b"1"), (0x03, says["spec"].encode()),
                (0x04, bytes(range(12))), (0x05, bcd(says.get("issued", "20200315"), 4)),
                (0x06, bcd(says.get("expires", "20300315"), 4)), (0x07, says["card_no"].encode().ljust(9, b"\0"))]
        self.files = {0x05: card, 0x06: person}

    def power(self):
        self.application, self.file, self.proven = None, None, False

    def answer(self, apdu):
        if apdu[1] == 0xC0:
            held, self.held = self.held, b""
            return held + b"\x90\x00"
        data = apdu[5:5 + apdu[4]] if len(apdu) > 5 else b""
        reply = self.obey(apdu[1], apdu[2], apdu[3], data)
        length = len(reply) - 2
        if not self.says.get("strict") or not length:
            return reply
        if data:
            self.held = reply[:-2]
            return bytes([0x61, length])
        return reply if apdu[4] == length else bytes([0x6C, length])

    def obey(self, ins, p1, p2, data):
        if ins == 0xA4:
            return self.select(p1, data)
        if ins == 0xB2:
            return self.record(p1, p2)
        if ins == 0x84:
            self.count_randoms = getattr(self, "count_randoms", 0) + 1
            self.randoms = (self.randoms + [struct.pack(">Q", 0x1234567 * self.count_randoms)])[-2:]
            return self.randoms[-1] + b"\x90\x00"
        if ins == 0x88 and self.newest:
            return cryptogram(self.key(), self.card_id(), data[:8], data[8:])[:8] + b"\x90\x00"
        if ins == 0x82 and self.newest and len(self.randoms) == 2:
            good = data == cryptogram(self.key(), self.card_id(), *self.randoms)
            self.randoms, self.proven = [], good
            return b"\x90\x00" if good else b"\x63\x00"
        if ins == 0x20:
            return self.verify(data)
        if ins == 0x5E and b"\xff" in data:
            old, new = data.split(b"\xff", 1)
            reply = self.verify(old)
            if reply == b"\x90\x00":
                self.says["pin"] = new.hex().rstrip("f")
            return reply
        if ins == 0xA8 and self.application == "bank":
            return bytes.fromhex("770A8202000094041001010090 00".replace(" ", ""))
        return b"\x6d\x00"

    def key(self):
        return bytes.fromhex(self.says["key"])

    def card_id(self):
        return bytes.fromhex(self.says["card_id"])

    def select(self, p1, name):
        if p1 == 4:
            self.power()
            if name == SSSE and not self.says.get("other"):
                self.application = "ssse"
                private = bytes.fromhex("9F0C03860103") if self.newest else b""
                inner = b"\x84" + bytes([len(SSSE)]) + SSSE + b"\xA5" + bytes([len(private)]) + private
                return b"\x6F" + bytes([len(inner)]) + inner + b"\x90\x00"
            if name == DEBIT and self.says.get("bank"):
                self.application = "bank"
                wanted = bytes.fromhex("9F38039F1A02")
                inner = b"\x84" + bytes([len(DEBIT)]) + DEBIT + b"\xA5" + bytes([len(wanted)]) + wanted
                return b"\x6F" + bytes([len(inner)]) + inner + b"\x90\x00"
            return b"\x6a\x82"
        if self.application == "ssse" and name[:1] == b"\xef" and name[1] in self.files:
            self.file = name[1]
            return b"\x90\x00"
        return b"\x6a\x82"

    def record(self, p1, p2):
        if self.application == "bank":
            digits = self.says["bank"]
            inner = b"\x5A" + bytes([(len(digits) + 1) // 2]) + bcd(digits, (len(digits) + 1) // 2)
            return b"\x70" + bytes([len(inner)]) + inner + b"\x90\x00" if (p1, p2) == (1, 0x14) else b"\x6a\x83"
        by_number = p2 == 4
        if not by_number and self.says.get("numbers_only"):
            return b"\x6a\x83"
        for number, (tag, value) in enumerate(self.files.get(self.file, []), 1):
            if p1 != (number if by_number else tag):
                continue
            if self.newest and not self.proven and (self.file == 0x06 or tag in (0x05, 0x06)):
                return b"\x69\x82"
            return bytes([tag, len(value)]) + value + b"\x90\x00"
        return b"\x6a\x83"

    def verify(self, packed):
        if not self.left:
            return b"\x69\x83"
        pin = self.says.get("pin", "")
        if packed == bcd(pin, (len(pin) + 1) // 2):
            self.left = self.says.get("tries", 3)
            return b"\x90\x00"
        self.left -= 1
        return bytes([0x63, 0xC0 | self.left])


class Slot:
    """The connection to vpcd is the card: there while it stands."""

    def __init__(self, port):
        self.port = port
        self.line = None
        self.card = None

    def insert(self, card):
        self.remove()
        self.card = card
        self.line = socket.create_connection(("127.0.0.1", self.port), timeout=5)
        self.line.settimeout(None)
        threading.Thread(target=self.serve, args=(self.line, card), daemon=True).start()

    def remove(self):
        line, self.line = self.line, None
        if line:
            line.shutdown(socket.SHUT_RDWR)
            line.close()

    @staticmethod
    def take(line, size):
        data = b""
        while len(data) < size:
            part = line.recv(size - len(data))
            line.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)  # vpcd waits for it otherwise, 40 ms a command
            if not part:
                raise OSError("closed")
            data += part
        return data

    def serve(self, line, card):
        try:
            while True:
                message = self.take(line, struct.unpack(">H", self.take(line, 2))[0])
                if len(message) == 1:
                    if message[0] == 4:
                        line.sendall(struct.pack(">H", len(ATR)) + ATR)
                    else:
                        card.power()
                    continue
                card.count += 1
                if card.count > card.says.get("vanish", 1 << 30):
                    self.remove()
                    return
                if card.count > card.says.get("silent", 1 << 30):
                    continue
                answer = b"\x5A" * 3 if card.count > card.says.get("torn", 1 << 30) else card.answer(message)
                line.sendall(struct.pack(">H", len(answer)) + answer)
        except OSError:
            pass


def main():
    slot = Slot(int(sys.argv[1]))
    print(json.dumps({"ready": True}), flush=True)
    for text in sys.stdin:
        order = json.loads(text)
        answer = "ok"
        try:
            if "insert" in order:
                slot.insert(Card(order["insert"]))
            elif "remove" in order:
                slot.remove()
            elif "count" in order:
                answer = str(slot.card.count)
        except OSError:
            answer = "no"
        print(answer, flush=True)


main()
