#!/usr/bin/env python3
"""A receipt printer (ESC/POS) on TCP: keeps what is printed and answers DLE EOT.

Usage: receipt_printer.py OUTFILE [PORT]; without a port it takes a free one. Prints one JSON line {"port": N}. Commands
come on standard input, one JSON object a line, each answered with "ok":
  {"paper": "ok" | "near-end" | "out"}, {"cover": true | false}, {"cutter": true | false}, {"offline": true | false},
  {"broken": true | false}      unrecoverable error
  {"silent": true | false}      answers nothing
  {"strange": true | false}     answers with a byte that is no status
  {"after": n, "then": {...}}   once n bytes were printed, obey the inner command; {"drop": true} there closes the line,
                                {"stall": true} stops reading
"""
import json
import select
import socket
import sys


class Printer:
    def __init__(self, path):
        self.out = open(path, "ab", buffering=0)
        self.state = {"paper": "ok", "cover": False, "cutter": False, "offline": False, "broken": False, "silent": False,
                      "strange": False}
        self.after = None
        self.then = {}
        self.printed = 0
        self.stalled = False
        self.pending = b""

    def obey(self, order):
        if "after" in order:
            self.after, self.then = self.printed + order["after"], order["then"]
        if "stall" in order:
            self.stalled = order["stall"]
        for word in self.state:
            if word in order:
                self.state[word] = order[word]

    def status(self, question):
        state, byte = self.state, 0x12
        if question == 1:
            byte |= 0x08 if state["offline"] or state["cover"] or state["paper"] == "out" else 0
        elif question == 2:
            byte |= (0x04 if state["cover"] else 0) | (0x20 if state["paper"] == "out" else 0)
        elif question == 3:
            byte |= (0x08 if state["cutter"] else 0) | (0x20 if state["broken"] else 0)
        else:
            byte |= {"ok": 0x00, "near-end": 0x0C, "out": 0x6C}[state["paper"]]
        return 0x80 if state["strange"] else byte

    def take(self, data, connection):
        """Real-time questions are answered at once and are not part of what is printed."""
        data = self.pending + data
        self.pending = b""
        at = 0
        while at < len(data):
            if data[at] == 0x10 and len(data) - at < 3 and data[at:at + 3] in (b"\x10", b"\x10\x04"):
                self.pending = data[at:]
                return True
            if data[at:at + 2] == b"\x10\x04" and 1 <= data[at + 2] <= 4:
                if not self.state["silent"]:
                    connection.sendall(bytes([self.status(data[at + 2])]))
                at += 3
                continue
            self.out.write(data[at:at + 1])
            self.printed += 1
            at += 1
            if self.after is not None and self.printed >= self.after:
                then, self.after = self.then, None
                self.obey(then)
                if then.get("drop"):
                    return False
        return True


def main():
    printer = Printer(sys.argv[1])
    server = socket.create_server(("127.0.0.1", int(sys.argv[2]) if len(sys.argv) > 2 else 0))
    print(json.dumps({"port": server.getsockname()[1]}), flush=True)
    connection = None
    while True:
        wait = [server, sys.stdin] + ([connection] if connection and not printer.stalled else [])
        ready, _, _ = select.select(wait, [], [])
        if sys.stdin in ready:
            line = sys.stdin.readline()
            if not line:
                return
            printer.obey(json.loads(line))
            print("ok", flush=True)
        if server in ready:
            if connection:
                connection.close()
            connection, _ = server.accept()
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        elif connection in ready:
            data = connection.recv(512)
            if not data or not printer.take(data, connection):
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
                connection.close()
                connection = None


if __name__ == "__main__":
    main()
