#!/usr/bin/env python3
"""A reader of identity cards (SAM_A module, GA 450) on a pseudo terminal.

Usage: sam_emulator.py [--trace]; --trace names every command and parameter it answers on standard error, in hexadecimal.
Prints one JSON line {"path": "/dev/pts/N"} and then answers requests on it. Commands come on standard input, one JSON
object a line, each answered with "ok":
  {"place": {...}}            lay a card down; fields as `kuaiban-device read-id` prints them
  {"place_raw": {"text": hex, "photo": hex}}   lay a card with this content down
  {"queue": [{...}, …], "stay": seconds}       nobody's card lies there until a reading is asked for: then the next of
                              these is laid down, read and lifted after so many seconds, round and round
  {"remove": true}            lift it
  {"find_once": true}         a card that was read answers find and select no more until it is lifted
  {"fault": name, "times": n, "value": hex}    what goes wrong with the next n answers:
        sw3 (status byte value), checksum, silent, noise (before), trailing (behind), split (byte by byte),
        tail (the last bytes are lost), unplug (in the middle of the answer)
  {"only": hex}               the fault concerns this command and parameter only, for example 3001
"""
import json
import os
import pty
import select
import sys
import time
import tty

PREAMBLE = bytes.fromhex("AAAAAA9669")
LONG_TERM = "长期"


def frame(body):
    content = (len(body) + 1).to_bytes(2, "big") + body
    check = 0
    for byte in content:
        check ^= byte
    return PREAMBLE + content + bytes([check])


def pad(text, size):
    raw = (text or "").encode("utf-16-le")[:size]
    return raw + " ".encode("utf-16-le") * ((size - len(raw)) // 2)


def day(text):
    return LONG_TERM if text is None else text.replace("-", "")


def code(value, digits):
    return "" if value is None else str(value).zfill(digits)


def text_block(card):
    """The 256 bytes of the four layouts, written down from the standard, not from the product."""
    kind = card.get("kind", "resident")
    get = card.get
    if kind == "foreigner2017":
        parts = [(get("name_en"), 120), (code(get("sex_code"), 1), 2), (get("id_no"), 30), (get("nationality"), 6),
                 (get("name"), 30), (day(get("valid_from")), 16), (day(get("valid_to")), 16), (day(get("birth")), 16),
                 ("01", 4), (get("authority"), 8), ("I", 2), ("", 6)]
    elif kind == "foreigner2023":
        english = get("name_en") or ""
        parts = [(get("name"), 30), (code(get("sex_code"), 1), 2), (code(get("issue_count") or 0, 2), 4),
                 (day(get("birth")), 16), (english[:35], 70), (get("id_no"), 36), ("", 30), (day(get("valid_from")), 16),
                 (day(get("valid_to")), 16), (english[35:], 22), (get("nationality"), 6), ("Y", 2), ("", 6)]
    else:
        gat = kind == "gat"
        parts = [(get("name"), 30), (code(get("sex_code"), 1), 2), ("" if gat else code(get("ethnicity_code"), 2), 4),
                 (day(get("birth")), 16), (get("address"), 70), (get("id_no"), 36), (get("authority"), 30),
                 (day(get("valid_from")), 16), (day(get("valid_to")), 16), (get("permit_no") if gat else "", 18),
                 (code(get("issue_count") or 0, 2) if gat else "", 4), ("", 6), ("J" if gat else "", 2), ("", 6)]
    block = b"".join(pad(text, size) for text, size in parts)
    assert len(block) == 256, len(block)
    return block


class Reader:
    def __init__(self, trace):
        self.trace = trace
        self.master, self.slave = pty.openpty()
        tty.setraw(self.slave)
        self.path = os.ttyname(self.slave)
        self.text = None
        self.photo = bytes(1024)
        self.address = b""
        self.queue = []
        self.stay = 0
        self.lift_at = None
        self.finds = 3  # in a row; nothing to notice yet
        self.find_once = False
        self.was_read = False
        self.fault = None
        self.times = 0
        self.value = 0
        self.only = None
        self.input = b""

    # --- commands of the test ---

    def obey(self, order):
        if "place" in order:
            self.place(order["place"])
        if "queue" in order:
            self.queue, self.stay = list(order["queue"]), order.get("stay", 0)
        if "place_raw" in order:
            self.text = bytes.fromhex(order["place_raw"]["text"])
            self.photo = bytes.fromhex(order["place_raw"].get("photo", ""))
            self.address = b""
            self.was_read = False
        if "remove" in order:
            self.text = None
        if "find_once" in order:
            self.find_once = order["find_once"]
        if "fault" in order:
            self.fault = order["fault"]
            self.times = order.get("times", 1)
            self.value = int(order.get("value", "0"), 16)
            self.only = bytes.fromhex(order["only"]) if "only" in order else None

    def place(self, card):
        self.text = text_block(card)
        self.photo = bytes.fromhex(card.get("photo_hex", "")) or bytes([0x5A]) * 1024
        self.address = b"".join(pad((card.get("added_address") or "")[35 * i:35 * i + 35], 70) for i in range(4))
        if not card.get("added_address"):
            self.address = b""
        self.was_read = False

    def serve_queue(self, command):
        """Whoever is next lays the card down when the clerk asks for it: a reading selects although nothing was found.

        A counter that looks whether the last card still lies there does so too, until it has noticed that it is gone:
        from then on it only goes on finding.
        """
        if self.lift_at is not None and time.monotonic() > self.lift_at:
            self.text, self.lift_at, self.finds = None, None, 0
        self.finds = self.finds + 1 if command == b"\x20\x01" else self.finds
        noticed = self.finds > 2  # one of the poll, one of the reading, and one more
        if self.queue and self.text is None and command == b"\x20\x02" and noticed:
            self.queue.append(self.queue.pop(0))
            self.place(self.queue[-1])
            self.lift_at = time.monotonic() + self.stay
        elif command != b"\x20\x01":
            self.finds = 0

    # --- the module ---

    def answer(self, request):
        command = request[:2]
        self.serve_queue(command)
        done, silent_card = bytes.fromhex("000090"), self.find_once and self.was_read
        if command in (b"\x10\xff", b"\x11\xff") or command[:1] in (b"\x60", b"\x61"):
            return done
        if command == b"\x12\xff":
            words = [(5, 2), (3, 2), (20230101, 4), (123, 4), (4567890, 4)]
            return done + b"".join(value.to_bytes(size, "little") for value, size in words)
        if command == b"\x20\x01":
            return bytes.fromhex("000080") if self.text is None or silent_card else bytes.fromhex("00009F00000000")
        if command == b"\x20\x02":
            return bytes.fromhex("000081") if self.text is None or silent_card else done + bytes(8)
        if command[:1] == b"\x30" and self.text is None:
            return bytes.fromhex("000041")
        if command == b"\x30\x01":
            self.was_read = True
            return done + len(self.text).to_bytes(2, "big") + len(self.photo).to_bytes(2, "big") + self.text + self.photo
        if command == b"\x30\x10":
            self.was_read = True
            finger = bytes([0x43]) * self.value if self.fault == "fingerprint" else b""
            lengths = b"".join(len(part).to_bytes(2, "big") for part in (self.text, self.photo, finger))
            return done + lengths + self.text + self.photo + finger
        if command == b"\x30\x03":
            return done + self.address if self.address else bytes.fromhex("000091")
        if command == b"\x30\x05":
            return done + bytes(range(28))
        return bytes.fromhex("000021")

    def serve(self, request):
        if self.trace:
            print(request[:2].hex(), file=sys.stderr, flush=True)
        concerned = self.fault and self.times > 0 and self.fault != "fingerprint" and self.only in (None, request[:2])
        body = self.answer(request)
        if not concerned:
            self.write(frame(body))
            return True
        self.times -= 1
        return self.misbehave(body)

    def misbehave(self, body):
        whole = frame(body)
        if self.fault == "sw3":
            self.write(frame(bytes([0, 0, self.value])))
        elif self.fault == "checksum":
            self.write(whole[:-1] + bytes([whole[-1] ^ 0x55]))
        elif self.fault == "noise":
            self.write(b"\x00\xaa\xaa\x96" + PREAMBLE + b"\xff\xff" + whole)
        elif self.fault == "trailing":
            self.write(whole + b"\xaa\xaa\xaa\x00\x01")
        elif self.fault == "split":
            for at in range(len(whole)):
                self.write(whole[at:at + 1])
                if at % 64 == 0:
                    time.sleep(0.002)
        elif self.fault == "tail":
            self.write(whole[:-3])
        elif self.fault == "unplug":
            self.write(whole[:len(whole) // 2])
            return False
        return True  # "silent" says nothing

    def write(self, data):
        while data:
            data = data[os.write(self.master, data):]

    def receive(self, data):
        """Requests are taken apart as the module does: a damaged one is answered with status 10."""
        self.input += data
        while True:
            at = self.input.find(PREAMBLE)
            if at < 0 or len(self.input) < at + 7:
                return True
            length = int.from_bytes(self.input[at + 5:at + 7], "big")
            if len(self.input) < at + 7 + length:
                return True
            content = self.input[at + 5:at + 7 + length]
            self.input = self.input[at + 7 + length:]
            check = 0
            for byte in content:
                check ^= byte
            if check != 0:
                self.write(frame(bytes.fromhex("000010")))
            elif not self.serve(content[2:-1]):
                return False


def main():
    reader = Reader("--trace" in sys.argv[1:])
    print(json.dumps({"path": reader.path}), flush=True)
    while True:
        ready, _, _ = select.select([reader.master, sys.stdin], [], [])
        if sys.stdin in ready:
            line = sys.stdin.readline()
            if not line:
                return
            reader.obey(json.loads(line))
            print("ok", flush=True)
        if reader.master in ready:
            if not reader.receive(os.read(reader.master, 4096)):
                os.close(reader.slave)
                os.close(reader.master)
                sys.stdin.readline()
                return


if __name__ == "__main__":
    main()
