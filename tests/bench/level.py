"""Fills a hub with cases of one clerk, lets a new counter become level, and prints what that took."""

import json
import os
import shutil
import subprocess
import sys
import time

from hub import Writer, enrolled, peer_push, peer_server, push, signed_in

HUB, CODE, SECOND_CODE, PASSWORD, CASES, PROGRAM, FOLDER = (
    int(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4], int(sys.argv[5]), sys.argv[6], sys.argv[7])
BATCH, LEVEL_MS, REST_S, LAST_SERIAL = 100, 600_000, 10, 99_999
REPLICATE = """
const PouchDB = require('pouchdb-core').plugin(require('pouchdb-adapter-leveldb'))
    .plugin(require('pouchdb-adapter-http')).plugin(require('pouchdb-replication'));
const begin = Date.now();
PouchDB.replicate(process.argv[1], new PouchDB(process.argv[2]), {batch_size: 500}).on('complete', result => {
    console.log(JSON.stringify({peer_seconds: Math.round((Date.now() - begin) / 100) / 10,
                                peer_documents: result.docs_written,
                                peer_mb: Math.round(process.memoryUsage().rss / 1048576)}));
    process.exit(0);
});
"""


class Counter:
    """The program without its window, on a machine of its own."""

    def __init__(self):
        folder = os.path.join(FOLDER, "counter")
        os.makedirs(os.path.join(folder, "data"))
        device = enrolled(HUB, SECOND_CODE)
        with open(os.path.join(folder, "data", "device.json"), "w", encoding="utf-8") as file:
            json.dump({name: device[name] for name in ("device", "token", "area", "office", "window")}, file)
        self.profile = os.path.join(folder, "profile.json")
        with open(self.profile, "w", encoding="utf-8") as file:
            json.dump({"hub": {"address": f"http://127.0.0.1:{HUB}"}, "data": "data"}, file)
        self.start()

    def start(self):
        self.process = subprocess.Popen([PROGRAM, "--no-window", "--lang", "en", "--profile", self.profile],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                                        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})

    def ask(self, **request):
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        if not answer["ok"]:
            sys.exit(f"{request}: {answer}")
        return answer

    def level(self):
        begin = time.monotonic()
        self.ask(request="login", login="chen", password=PASSWORD)
        self.ask(request="sync", timeout_ms=LEVEL_MS)
        return round(time.monotonic() - begin, 1)

    def memory(self, name):
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as status:
            return next(round(int(line.split()[1]) / 1024) for line in status if line.startswith(name))

    def processor_ms(self):
        with open(f"/proc/{self.process.pid}/stat", encoding="utf-8") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) * 1000 // os.sysconf("SC_CLK_TCK")

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def size_of(folder):
    return round(sum(os.path.getsize(os.path.join(path, name))
                     for path, _, names in os.walk(folder) for name in names) / 1_000_000)


def main():
    hub, session = signed_in(HUB, CODE, PASSWORD)
    writer = Writer(session)
    openings = [writer.opening() for _ in range(min(CASES, LAST_SERIAL))]
    push(hub, openings, BATCH)
    counter = Counter()
    figures = {"cases": len(openings), "level_s": counter.level(), "most_mb": counter.memory("VmHWM")}
    counter.end()
    counter.start()  # the next morning
    figures["again_s"] = counter.level()
    before = counter.processor_ms()
    time.sleep(REST_S)
    figures |= {"rest_mb": counter.memory("VmRSS"), "rest_ms_per_s": round((counter.processor_ms() - before) / REST_S, 1),
                "disk_mb": size_of(os.path.join(FOLDER, "counter", "data"))}
    counter.end()
    print(json.dumps(figures), flush=True)
    if shutil.which("node") and shutil.which("npm"):
        print(json.dumps(compared(openings, figures)))


def compared(openings, figures):
    folder = os.path.join(FOLDER, "peer")
    with peer_server(folder, HUB + 1) as peer:
        peer.ask("PUT", "")
        peer_push(peer, [{"_id": opening["id"], **opening} for opening in openings], BATCH)
        copied = subprocess.run(["node", "-e", REPLICATE, f"http://127.0.0.1:{HUB + 1}/bench",
                                 os.path.join(folder, "data", "copy")], cwd=folder, check=True, capture_output=True)
        theirs = json.loads(copied.stdout)
    return theirs | {"ratio_level": round(theirs["peer_seconds"] / figures["level_s"], 2),
                     "ratio_memory": round(figures["rest_mb"] / theirs["peer_mb"], 2)}


main()
