"""Sends commands to a hub and documents to a pouchdb-server, reads both back, and prints how many a second."""

import contextlib
import http.client
import json
import os
import secrets
import shutil
import subprocess
import sys
import time

HUB, CODE, PASSWORD, COMMANDS, PEER_FOLDER = int(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4]), sys.argv[5]
PEER = HUB + 1
BATCH, SINGLES, PAGE = 100, 500, 500
DIGITS = "21060319800101002"


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


def signed_in():
    hub = Server(HUB, "/api/v1", {})
    device = hub.ask("POST", "/devices/enrol", json.dumps({"code": CODE, "name": "bench", "window": "1"}),
                     {"Idempotency-Key": f"bench-{time.time_ns()}"})
    session = hub.ask("POST", "/sessions", json.dumps({"login": "chen", "password": PASSWORD}),
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
            "parties": {"applicant": {"name": "张三", "idKind": "01", "idNo": citizen(DIGITS), "source": "card"}},
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


def feed(hub):
    rows, after, begin = 0, 0, time.monotonic()
    while True:
        page = hub.ask("GET", f"/feed?after={after}&limit={PAGE}")
        rows, after = rows + len(page["rows"]), page["upTo"]
        if not page["more"]:
            return rows / (time.monotonic() - begin), rows


@contextlib.contextmanager
def peer_server():
    """A pouchdb-server with an empty folder; installed once."""
    program = os.path.join(PEER_FOLDER, "node_modules", "pouchdb-server", "bin", "pouchdb-server")
    data = os.path.join(PEER_FOLDER, "data")
    shutil.rmtree(data, ignore_errors=True)
    os.makedirs(data)
    if not os.path.exists(program):
        subprocess.run(["npm", "i", "--prefix", ".", "--ignore-scripts", "--no-audit", "--no-fund", "pouchdb-server@4"],
                       cwd=PEER_FOLDER, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    child = subprocess.Popen(["node", program, "--host", "127.0.0.1", "--port", str(PEER), "--dir", ".", "--config",
                              "config.json"], cwd=data, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(300):
            try:
                Server(PEER, "", {}).ask("GET", "/")
                break
            except OSError:
                time.sleep(0.1)
        yield Server(PEER, "/bench", {})
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


def peer_feed(peer):
    rows, since, begin = 0, 0, time.monotonic()
    while True:
        page = peer.ask("GET", f"/_changes?include_docs=true&limit={PAGE}&since={since}")
        rows, since = rows + len(page["results"]), page["last_seq"]
        if len(page["results"]) < PAGE:
            return rows / (time.monotonic() - begin)


def main():
    hub, session = signed_in()
    writer = Writer(session)
    openings = [writer.opening() for _ in range(COMMANDS // 2)]
    remarks = [writer.command(opening["stream"], "AddRemark", {"text": "下午再来，已电话告知本人。"}, 2)
               for opening in openings]
    figures = {"commands": COMMANDS, "cases_per_s": round(push(hub, openings, BATCH)),
               "remarks_per_s": round(push(hub, remarks, BATCH)),
               "single_per_s": round(push(hub, [writer.opening() for _ in range(SINGLES)], 1))}
    rows_per_s, rows = feed(hub)
    figures["feed_rows_per_s"], figures["feed_rows"] = round(rows_per_s), rows
    figures["feed_cases_per_s"] = round(rows_per_s * (len(openings) + SINGLES) / rows)
    print(json.dumps(figures), flush=True)
    if shutil.which("node") and shutil.which("npm"):
        with peer_server() as peer:
            print(json.dumps(compared(peer, openings, figures)))


def compared(peer, openings, figures):
    """The peer's figures and how many times faster the hub was."""
    peer.ask("PUT", "")
    documents = [{"_id": opening["id"], **opening} for opening in openings]
    singles = [{"_id": uuid7(), **openings[0]} for _ in range(SINGLES)]
    peer_figures = {"peer_documents_per_s": round(peer_push(peer, documents, BATCH)),
                    "peer_single_per_s": round(peer_push(peer, singles, 1)),
                    "peer_changes_per_s": round(peer_feed(peer))}
    ratios = (("push", "cases_per_s", "peer_documents_per_s"), ("single", "single_per_s", "peer_single_per_s"),
              ("feed", "feed_cases_per_s", "peer_changes_per_s"))
    return peer_figures | {f"ratio_{name}": round(figures[ours] / peer_figures[theirs], 2)
                           for name, ours, theirs in ratios}


main()
