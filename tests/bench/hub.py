"""What the measurements of the hub share: a client that writes as a counter does, and the peer beside it."""

import contextlib
import http.client
import json
import os
import secrets
import shutil
import subprocess
import sys
import time


def uuid7():
    value = (int(time.time() * 1000) << 80) | (7 << 76) | (secrets.randbits(12) << 64) | (2 << 62) | secrets.randbits(62)
    text = f"{value:032x}"
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))


def citizen(digits):
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return digits + "10X98765432"[sum(int(d) * w for d, w in zip(digits, weights)) % 11]


class Server:
    def __init__(self, port, prefix, headers):
        self.connection = http.client.HTTPConnection("127.0.0.1", port)
        self.prefix, self.headers = prefix, {"Content-Type": "application/json", **headers}

    def ask(self, method, path, body=None, extra=None):
        self.connection.request(method, self.prefix + path, body, {**self.headers, **(extra or {})})
        answer = self.connection.getresponse()
        content = answer.read()
        if answer.status >= 300:
            sys.exit(f"{method} {path}: {answer.status} {content.decode()}")
        return json.loads(content)


def enrolled(port, code):
    """A machine, as the hub knows it."""
    return Server(port, "/api/v1", {}).ask(
        "POST", "/devices/enrol", json.dumps({"code": code, "name": "bench", "window": "1"}),
        {"Idempotency-Key": f"bench-{time.time_ns()}"})


def signed_in(port, code, password):
    hub, device = Server(port, "/api/v1", {}), enrolled(port, code)
    session = hub.ask("POST", "/sessions", json.dumps({"login": "chen", "password": password}),
                      {"X-Device-Token": device["token"]})
    hub.headers["Authorization"] = "Bearer " + session["token"]
    return hub, session


class Writer:
    """Commands of one clerk, as a counter writes them."""

    def __init__(self, session):
        self.actor, self.device = session["user"]["account"], session["user"]["device"]
        self.serial = 0

    def command(self, stream, kind, body, base):
        now = int(time.time() * 1000)
        return {"id": uuid7(), "stream": stream, "kind": "case", "type": kind, "v": 1, "actor": self.actor,
                "device": self.device, "base": base, "files": [], "body": body,
                "times": {"device": now, "corrected": now, "uncertain": False}}

    def opening(self):
        self.serial += 1
        day = time.strftime("%Y%m%d", time.gmtime(time.time() + 8 * 3600))
        return self.command(uuid7(), "OpenCase", {
            "number": f"210603{day}{self.serial:05d}", "item": "free-intake", "revision": 1, "area": "210603",
            "office": "丹东市人社服务大厅", "window": "1", "queryCode": "7K2M9Q",
            "parties": {"applicant": {"name": "张三", "idKind": "01", "idNo": citizen("21060319800101002"), "source": "card"}},
            "values": {"title": "补发退休审批表", "content": "原件在搬家时遗失，申请补发一份。", "phone": "13900000001",
                       "address": "振安区珍珠路虚构小区"},
            "origins": {"address": "card"}, "materials": []}, 0)


def push(hub, commands, size):
    """Commands a second; every one has to be applied."""
    requests = [json.dumps({"commands": commands[i:i + size]}, ensure_ascii=False).encode()
                for i in range(0, len(commands), size)]
    begin = time.monotonic()
    answers = [answer for request in requests for answer in hub.ask("POST", "/commands", request)["answers"]]
    seconds = time.monotonic() - begin
    wrong = [answer for answer in answers if answer["verdict"] != "applied"]
    if wrong:
        sys.exit(f"not applied: {wrong[0]}")
    return len(commands) / seconds


@contextlib.contextmanager
def peer_server(folder, port):
    """A pouchdb-server with an empty folder; installed once."""
    program = os.path.join(folder, "node_modules", "pouchdb-server", "bin", "pouchdb-server")
    data = os.path.join(folder, "data")
    shutil.rmtree(data, ignore_errors=True)
    os.makedirs(data)
    if not os.path.exists(program):
        subprocess.run(["npm", "i", "--prefix", ".", "--ignore-scripts", "--no-audit", "--no-fund", "pouchdb-server@4"],
                       cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    child = subprocess.Popen(["node", program, "--host", "127.0.0.1", "--port", str(port), "--dir", ".", "--config",
                              "config.json"], cwd=data, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(300):
            try:
                Server(port, "", {}).ask("GET", "/")
                break
            except OSError:
                time.sleep(0.1)
        yield Server(port, "/bench", {})
    finally:
        child.terminate()
        child.wait()


def peer_push(peer, documents, size):
    requests = [json.dumps({"docs": documents[i:i + size]}, ensure_ascii=False).encode()
                for i in range(0, len(documents), size)]
    begin = time.monotonic()
    for request in requests:
        if any("error" in row for row in peer.ask("POST", "/_bulk_docs", request)):
            sys.exit("the peer refused a document")
    return len(documents) / (time.monotonic() - begin)
