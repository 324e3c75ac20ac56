#!/usr/bin/env python3
"""An evaluation keypad on a pseudo terminal or behind a TCP port.

Usage: keypad_emulator.py five-keys|framed-ff68 LINK|tcp
LINK is made a symbolic link to the terminal, so that a keypad that was unplugged comes back under the same name.
Prints one JSON line {"path": LINK} or {"port": n}. Commands come on standard input, one JSON object a line, each answered
with "ok", or "no" where it is a question:
  {"turns": [5, null, …], "after": ms}   the grades that citizens give to the next questions; null walks away
  {"press": 4, "question": n}            press a key now; the number of the question is the last one unless given
  {"raw": hex}                           say just these bytes
  {"fault": name, "times": n}            what goes wrong with the next n keys: checksum, split (byte by byte), noise (before),
                                         tail (the end is lost), twice (in one piece), key (that has no grade)
  {"dead": true}                         hears nothing; also when the counter opens the line anew
  {"lose": n}                            the next n polls are not answered
  {"flood": true}                        noise without end
  {"unplug": true}, {"plug": true}       the line itself is gone, and back
  {"heard": ["greet", "ask"]}            whether these are all frames that came, polls not counted
  {"polled": true}                       whether any poll came
"""
import json
import os
import pty
import select
import socket
import sys
import time
import tty

NOISE = bytes.fromhex("00FF6804FF680404680191014B4B0D0D16FF68")


class FiveKeys:
    """Short texts: C clear, A ask, T thank; K and a digit from the keypad."""
    ORDERS = {b"C\r": "greet", b"A\r": "ask", b"T\r": "thank"}

    def cut(self, data):
        """The name of the first frame, its question, and what is left; nothing while the frame is incomplete."""
        end = data.find(b"\r") + 1
        return (self.ORDERS.get(data[:end], "unknown"), 0, data[end:]) if end else None

    def key(self, grade, _question):
        return b"K%d\r" % grade

    def unknown_key(self, _question):
        return b"K8\r"

    def damaged(self, frame):
        return frame[:-1] + b"\n"


class FramedFf68:
    """FF 68 n n 68 address command data sum 16; n counts address, command and data, the sum covers them."""
    ORDERS = {0x13: "greet", 0x10: "poll", 0x11: "ask", 0x12: "thank"}

    @staticmethod
    def wrap(command, data):
        body = bytes([0x01, command]) + data
        size = bytes([len(body)])
        return b"\xff\x68" + size + size + b"\x68" + body + bytes([sum(body) % 256]) + b"\x16"

    def cut(self, data):
        if len(data) < 5 or len(data) < data[2] + 7:
            return None
        size = data[2]
        frame, rest = data[:size + 7], data[size + 7:]
        body = frame[5:5 + size]
        sound = frame[:2] == b"\xff\x68" and frame[3] == size and frame[4] == 0x68 and body[0] == 0x01
        if not sound or frame[5 + size] != sum(body) % 256 or frame[-1] != 0x16:
            return "unknown", 0, rest
        return self.ORDERS.get(body[1], "unknown"), body[2] if size > 2 else 0, rest

    def key(self, grade, question):
        return self.wrap(0x91, bytes([question, 6 - grade]))

    def unknown_key(self, question):
        return self.wrap(0x91, bytes([question, 21]))

    def damaged(self, frame):
        return frame[:-2] + bytes([frame[-2] ^ 0x01]) + frame[-1:]

    def alive(self):
        return self.wrap(0x90, b"\x64")


class Terminal:
    """The line as a pseudo terminal; its far end is kept open, so that nobody hangs up when the counter closes it."""

    def __init__(self, link):
        self.link = link
        self.fd = self.slave = None
        self.greeting = {"path": link}

    def plug(self):
        self.fd, self.slave = pty.openpty()
        tty.setraw(self.slave)
        os.set_blocking(self.fd, False)
        os.symlink(os.ttyname(self.slave), self.link)

    def unplug(self):
        os.unlink(self.link)
        os.close(self.slave)
        os.close(self.fd)
        self.fd = None

    hang_up = unplug

    def waits(self):
        return [] if self.fd is None else [self.fd]

    def ready(self, _fd):
        return True


class Network:
    """The line as a port that serves one connection at a time, as serial servers do."""

    def __init__(self):
        self.listener = self.connection = None
        self.port = 0
        self.plug()
        self.greeting = {"port": self.port}

    @property
    def fd(self):
        return self.connection.fileno() if self.connection else None

    def plug(self):
        if self.listener is None:
            self.listener = socket.create_server(("127.0.0.1", self.port))
            self.port = self.listener.getsockname()[1]

    def hang_up(self):
        if self.connection:
            self.connection.close()
        self.connection = None

    def unplug(self):
        self.hang_up()
        self.listener.close()
        self.listener = None

    def waits(self):
        return [end.fileno() for end in (self.listener, self.connection) if end]

    def ready(self, fd):
        if self.listener is None or fd != self.listener.fileno():
            return True
        self.hang_up()
        self.connection, _ = self.listener.accept()
        self.connection.setblocking(False)
        return False


class Keypad:
    def __init__(self, language, line):
        self.language = language
        self.line = line
        self.input = b""
        self.sayings = []
        self.turns = []
        self.after = 0
        self.question = 0
        self.fault, self.times = None, 0
        self.lose = 0
        self.dead = self.flooding = self.polled = False
        self.heard = []

    def obey(self, order):
        if "turns" in order:
            self.turns, self.after = list(order["turns"]), order.get("after", 0) / 1000
        if "fault" in order:
            self.fault, self.times = order["fault"], order.get("times", 1)
        if "press" in order:
            self.press(order["press"], order.get("question", self.question))
        if "raw" in order:
            self.write(bytes.fromhex(order["raw"]))
        if "heard" in order:
            return self.heard == order["heard"]
        if "polled" in order:
            return self.polled
        if "unplug" in order:
            self.line.unplug()
        if "plug" in order:
            self.input = b""
            self.line.plug()
        self.dead = order.get("dead", self.dead)
        self.lose = order.get("lose", self.lose)
        self.flooding = order.get("flood", self.flooding)
        return True

    def hear(self, data):
        if self.dead:
            return
        self.input += data
        while True:
            frame = self.language.cut(self.input)
            if frame is None:
                return
            name, question, self.input = frame
            self.react(name, question)

    def react(self, name, question):
        if name == "poll":
            self.polled = True
            if self.lose > 0:
                self.lose -= 1
            else:
                self.write(self.language.alive())
            return
        self.heard.append(name)
        if name == "ask":
            self.question = question
            grade = self.turns.pop(0) if self.turns else None
            if grade is not None:
                self.sayings.append((time.monotonic() + self.after, grade, question))

    def press(self, grade, question):
        frame = self.language.key(grade, question)
        fault = self.fault if self.times > 0 else None
        self.times -= 1
        if fault == "split":
            for at in range(len(frame)):
                self.write(frame[at:at + 1])
                time.sleep(0.005)
            return
        self.write({"checksum": self.language.damaged(frame), "noise": NOISE + frame, "tail": frame[:-1],
                    "twice": frame + frame, "key": self.language.unknown_key(question)}.get(fault, frame))

    def write(self, data):
        while data and self.line.fd is not None:
            try:
                data = data[os.write(self.line.fd, data):]
            except BlockingIOError:
                return  # nobody takes it any more
            except OSError:
                self.line.hang_up()

    def tick(self):
        """Says what is due, and how many seconds nothing else will be."""
        now = time.monotonic()
        due = [saying for saying in self.sayings if saying[0] <= now]
        self.sayings = [saying for saying in self.sayings if saying[0] > now]
        for _, grade, question in due:
            self.press(grade, question)
        if self.flooding:
            self.write(NOISE * 20)
            return 0.001
        return max(0, min(saying[0] for saying in self.sayings) - now) if self.sayings else None


def listen(keypad, line, fd):
    if not line.ready(fd):
        return
    try:
        data = os.read(fd, 4096)
    except OSError:
        data = b""
    if data:
        keypad.hear(data)
    else:
        line.hang_up()


def main():
    language = {"five-keys": FiveKeys, "framed-ff68": FramedFf68}[sys.argv[1]]()
    line = Network() if sys.argv[2] == "tcp" else Terminal(sys.argv[2])
    if isinstance(line, Terminal):
        line.plug()
    keypad = Keypad(language, line)
    print(json.dumps(line.greeting), flush=True)
    while True:
        patience = keypad.tick()
        ready, _, _ = select.select([sys.stdin] + line.waits(), [], [], patience)
        # What was said before an order is heard before it: a busy machine lets both come at once.
        for fd in ready:
            if fd is not sys.stdin:
                listen(keypad, line, fd)
        if sys.stdin in ready:
            order = sys.stdin.readline()
            if not order:
                return
            print("ok" if keypad.obey(json.loads(order)) else "no", flush=True)


if __name__ == "__main__":
    main()
