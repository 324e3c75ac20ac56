#!/usr/bin/env python3
"""The queue system of a hall over HTTP, with one window, "3".

Usage: call_system.py [--style hall|envelope] [--token T] [--tls CERTIFICATE KEY]. Prints one JSON line {"port": N}.
"hall" is the plain style of resources/caller/README.md; "envelope" is the kind that answers everything with status 200,
a code and a message: GET /call.do?cmd=next&win=3&no=A001&user=1024. Commands come on standard input, one JSON object a
line, each answered with "ok", or "no" if it is not so:
  {"arrive": queue, "number": "A001"}   a citizen draws a ticket
  {"call": number}                      somebody else, a keypad say, calls this number to the window
  {"close": true}, {"open": true}       stops listening, and listens at the same port again
  {"count": n, "of": "next"}            "ok" if so many requests for this operation have come so far
  {"clerk": "1024"}                     "ok" if the last operation named this clerk
  {"fault": kind, "times": n, "of": "next"}   what goes wrong with the next n requests for this operation (any but state
                              if not named). These are not carried out:
        silent   never answered                     refuse   answered with a refusal
        status   answered with status "value"       redirect sent on with status "value"
        These are carried out, but answered with:
        mute     nothing                            drop     nothing, and the connection closes
        crash    nothing, and the system closes     half     the first half
        drip     a byte in a tenth of a second      noise    bytes that are no HTTP
        html     a page of a portal                 garbage  bytes that are no JSON
        empty    status 200 and nothing else        strange  another JSON object
        huge     an announced megabyte              flood    a body without end
        headers  header lines without end           late     the right answer, "value" seconds later
        zipped   a small answer that unpacks to more than the limit
        leave    the right answer, and the system closes
"""
import gzip
import http.server
import json
import ssl
import sys
import threading
import time
import urllib.parse

NOT_CARRIED_OUT = ("silent", "refuse", "status", "redirect")


class Refusal(Exception):
    def __init__(self, code, text):
        super().__init__(code)
        self.code, self.text = code, text


class Hall:
    def __init__(self):
        self.lock = threading.Lock()
        self.waiting = []
        self.here = None
        self.paused = False
        self.counts = {}
        self.clerk = None
        self.fault = None

    def obey(self, order):
        if "arrive" in order:
            self.waiting.append({"number": order["number"], "queue": order["arrive"]})
        if "call" in order:
            self.here = next(ticket for ticket in self.waiting if ticket["number"] == order["call"])
            self.waiting.remove(self.here)
        if "fault" in order:
            self.fault = dict(order, times=order.get("times", 1))
        if "count" in order:
            return self.counts.get(order["of"], 0) == order["count"]
        if "clerk" in order:
            return self.clerk == order["clerk"]
        return True

    def fault_for(self, operation):
        fault = self.fault
        concerned = fault and fault["times"] > 0 and (
            fault["of"] == operation if "of" in fault else operation != "state")
        if not concerned:
            return None, None
        fault["times"] -= 1
        return fault["fault"], fault.get("value")

    def carry_out(self, operation, ticket, after):
        """Whether anybody is there afterwards; without `after` a call is a call."""
        number = self.here["number"] if self.here else ""
        if operation in ("recall", "skip", "done") and (not number or ticket != number):
            raise Refusal("ticket", "窗口没有这个号")
        if operation == "next" and self.paused:
            raise Refusal("paused", "窗口已暂停")
        if operation == "next" and after not in (None, number):
            raise Refusal("moved", "窗口已叫到别的号")
        if operation in ("next", "skip", "done"):
            self.here = None
        if operation == "next" and self.waiting:
            self.here = dict(self.waiting.pop(0), called="2026-11-20 09:00:00")
        if operation in ("pause", "resume"):
            self.paused = operation == "pause"
        return operation != "next" or self.here is not None


class HallStyle:
    """(operation, ticket, after, clerk) of a request, and the answers to it as (status, object)."""

    def question(self, method, path, body):
        parts = path.split("/")
        if len(parts) < 4 or parts[1:4] != ["base", "windows", "3"]:
            return None
        word = parts[4] if len(parts) > 4 else "state"
        if word == "paused" and method == "PUT":
            word = "pause" if body["paused"] is True else "resume"
        elif method != ("GET" if word == "state" else "POST"):
            return None
        return word, body.get("ticket"), body.get("after"), body.get("clerk")

    def state(self, hall):
        here = hall.here and {"number": hall.here["number"], "queue": hall.here["queue"],
                              "calledAt": "2026-11-20T09:00:00+08:00"}
        return 200, {"ticket": here, "waiting": len(hall.waiting), "paused": hall.paused}

    def done(self, hall):
        return self.state(hall)

    def nobody(self):
        return 204, None

    def refusal(self, refusal):
        return 409, {"error": {"code": refusal.code, "text": refusal.text}}


class EnvelopeStyle:
    CODES = {"ticket": 2001, "paused": 2002, "moved": 2003, "maintenance": 2009}
    WORDS = {"query": "state", "finish": "done", "continue": "resume"}

    def question(self, method, path, body):
        url = urllib.parse.urlparse(path)
        query = {name: values[0] for name, values in urllib.parse.parse_qs(url.query).items()}
        if method != "GET" or url.path != "/base/call.do" or query.get("win") != "3":
            return None
        word = query.get("cmd")
        return self.WORDS.get(word, word), query.get("no"), None, query.get("user")

    def state(self, hall):
        here = hall.here or {"number": "", "queue": "", "called": ""}
        return 200, {"code": 0, "msg": "", "data": {
            "ticketNo": here["number"], "bizName": here["queue"],
            "callTime": "2026-11-20 09:00:00" if hall.here else None, "waitNum": str(len(hall.waiting)),
            "winState": 2 if hall.paused else 1}}

    def done(self, hall):
        return 200, {"code": 0, "msg": "成功"}

    def nobody(self):
        return 200, {"code": "1001", "msg": "无人等候"}

    def refusal(self, refusal):
        return 200, {"code": self.CODES[refusal.code], "msg": refusal.text}


class Handler(http.server.BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def do_GET(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        token = self.server.token
        if token and self.headers.get("Authorization") != "Bearer " + token:
            return self.answer(401, None)
        question = self.server.style.question(self.command, self.path, json.loads(body or "{}"))
        if not question:
            return self.answer(404, None)
        self.serve(*question)

    do_POST = do_PUT = do_GET

    def serve(self, operation, ticket, after, clerk):
        hall, style = self.server.hall, self.server.style
        with hall.lock:
            hall.counts[operation] = hall.counts.get(operation, 0) + 1
            hall.clerk = clerk if operation != "state" else hall.clerk
            kind, value = hall.fault_for(operation)
            if kind not in NOT_CARRIED_OUT:
                try:
                    there = hall.carry_out(operation, ticket, after)
                    result = style.state(hall) if operation == "state" else style.done(hall)
                    result = result if there else style.nobody()
                except Refusal as refusal:
                    result = style.refusal(refusal)
        if not kind:
            return self.answer(*result)
        if kind in NOT_CARRIED_OUT:
            return self.decline(kind, value)
        self.misbehave(kind, value, result)

    def decline(self, kind, value):
        if kind == "silent":
            self.wait_for_the_end()
        elif kind == "refuse":
            self.answer(*self.server.style.refusal(Refusal("paused", "系统维护中")))
        elif kind == "status":
            self.answer(value, None)
        else:
            self.send_response(value)
            self.send_header("Location", self.path)
            self.send_header("Content-Length", "0")
            self.end_headers()

    def misbehave(self, kind, value, result):
        whole = self.whole(*result)
        if kind == "mute":
            self.wait_for_the_end()
        elif kind in ("drop", "crash"):
            if kind == "crash":
                self.server.stop_listening()
        elif kind == "leave":
            self.server.stop_listening()
            self.wfile.write(whole)
        elif kind == "half":
            self.wfile.write(whole[:-len(whole) // 3])
        elif kind == "drip":
            self.trickle(whole)
        elif kind == "noise":
            self.wfile.write(b"\x00\xff\x68\x68 NOT HTTP\r\n\r\n")
        elif kind == "html":
            self.raw(b"<html><body>Please sign in</body></html>")
        elif kind == "garbage":
            self.raw(b'{"ticket": {"number": "A0')
        elif kind == "empty":
            self.raw(b"")
        elif kind == "strange":
            self.raw(b'{"hello": [1, 2]}')
        elif kind == "huge":
            self.raw(b'{"x":"' + b"x" * 1_000_000 + b'"}')
        elif kind == "flood":
            self.pour(b"HTTP/1.1 200 OK\r\n\r\n", b"[" * 4096)
        elif kind == "headers":
            self.pour(b"HTTP/1.1 200 OK\r\n", b"X-More: " + b"x" * 4000 + b"\r\n")
        elif kind == "late":
            time.sleep(value)
            self.wfile.write(whole)
        elif kind == "zipped":
            self.raw(gzip.compress(b" " * 200_000 + whole.split(b"\r\n\r\n", 1)[1]), "Content-Encoding: gzip\r\n")

    def raw(self, body, headers=""):
        head = f"HTTP/1.1 200 OK\r\n{headers}Content-Length: {len(body)}\r\n\r\n"
        self.wfile.write(head.encode() + body)

    def whole(self, status, content):
        body = b"" if content is None else json.dumps(content, ensure_ascii=False).encode()
        return (f"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\n"
                f"Content-Length: {len(body)}\r\n\r\n").encode() + body

    def answer(self, status, content):
        self.wfile.write(self.whole(status, content))

    def trickle(self, data):
        for at in range(len(data)):
            self.wfile.write(data[at:at + 1])
            time.sleep(0.1)

    def pour(self, head, drop):
        self.wfile.write(head)
        while True:
            self.wfile.write(drop)

    def wait_for_the_end(self):
        self.connection.recv(1)

    def handle(self):
        try:
            super().handle()
        except OSError:  # the other side has had enough
            self.close_connection = True


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, address, hall, style, token):
        super().__init__(address, Handler)
        self.hall, self.style, self.token = hall, style, token

    def start(self, tls):
        if tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*tls)
            self.socket = context.wrap_socket(self.socket, server_side=True)
        threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True).start()

    def stop_listening(self):
        self.shutdown()
        self.server_close()

    def handle_error(self, *_):
        pass  # a handshake that the other side broke off


def option(name, count=1):
    if name not in sys.argv:
        return None
    at = sys.argv.index(name)
    values = sys.argv[at + 1:at + 1 + count]
    return values if count > 1 else values[0]


def main():
    hall, tls = Hall(), option("--tls", 2)
    style = EnvelopeStyle() if option("--style") == "envelope" else HallStyle()
    server = Server(("127.0.0.1", 0), hall, style, option("--token"))
    port = server.server_address[1]
    server.start(tls)
    print(json.dumps({"port": port}), flush=True)
    for line in sys.stdin:
        order = json.loads(line)
        if order.get("close"):
            server.stop_listening()
        if order.get("open"):
            server = Server(("127.0.0.1", port), hall, style, server.token)
            server.start(tls)
        with hall.lock:
            answer = hall.obey(order)
        print("ok" if answer else "no", flush=True)


if __name__ == "__main__":
    main()
