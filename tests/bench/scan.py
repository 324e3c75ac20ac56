#!/usr/bin/env python3
"""What the counter's scanning costs beyond SANE itself: fifty pages from the feeder of SANE's test backend, which holds ten,
300 dpi grey, through `scanimage --batch` and through our scanner with its driver host. Once as fast as the backend can,
which no scanner is, and once at the pace of a good feeder, about a page a second. The counter is running all day and
scanimage starts anew for every ten pages: what its start costs (`scanimage -n`) is measured and given beside. Then how
much memory 200 pages need beyond 20. Prints one JSON line; asserts nothing.

Usage: scan.py BUILD_FOLDER
"""
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time

ROUNDS, PAGES = 5, 10


def run(command, environment):
    begin = time.monotonic()
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=300)
    return time.monotonic() - begin, done


def peak(device, count, folder, environment):
    """The most memory of the process that scans so many pages from a simulated feeder, in MB."""
    script = os.path.join(folder, f"feed-{count}.json")
    with open(script, "w", encoding="utf-8") as file:
        json.dump({"steps": [{"feed": "form"}] * count + [{"end": True}], "pageMs": 0}, file)
    out = os.path.join(folder, f"sim-{count}")
    child = subprocess.Popen([device, "scan", "--port", f"sim:scanner?hosted=1&script={script}", "--source", "adf", "--mode",
                              "gray", "--dpi", "300", "--out", out], env=environment, stdout=subprocess.PIPE)
    most = 0
    while child.poll() is None:
        try:
            with open(f"/proc/{child.pid}/status", encoding="utf-8") as status:
                lines = dict(line.split(":", 1) for line in status)
                most = max(most, int(lines["VmHWM"].split()[0]))
        except (OSError, KeyError):
            pass
        time.sleep(0.02)
    pages = len(json.loads(child.stdout.read())["pages"])
    return most / 1024, pages


def paced(folder, sane):
    """A copy of the backend's settings with a wait in every read: a page takes about a second."""
    copy = os.path.join(folder, "paced")
    shutil.copytree(sane, copy)
    with open(os.path.join(copy, "test.conf"), "a", encoding="utf-8") as file:
        file.write("read-delay true\nread-delay-duration 65000\n")
    return copy


def compare(build, sane, folder, name):
    """Milliseconds a page: of scanimage with its start, without it, and of ours."""
    environment = dict(os.environ, SANE_CONFIG_DIR=sane)
    settings = ["scanimage", "-d", "test:0", "--source", "Automatic Document Feeder", "--mode", "Gray", "--resolution", "300",
                "-x", "210", "-y", "297"]
    peer = start = 0
    for number in range(ROUNDS):
        start += run([*settings, "-n"], environment)[0]
        batch = os.path.join(folder, f"peer-{name}-{number}-%03d.jpg")
        peer += run([*settings, "--format=jpeg", f"--batch={batch}"], environment)[0]
    _, done = run([os.path.join(build, "tests/bench/kuaiban-bench-feeder"), os.path.join(build, "app/device/kuaiban-device"),
                   f"sane:test:0?config={sane}", str(ROUNDS), folder], environment)
    ours = json.loads(done.stdout)
    assert ours["pages"] == PAGES and len(ours["ms"]) == ROUNDS, done
    total = ROUNDS * PAGES
    return [round(value, 1) for value in (1000 * peer / total, 1000 * (peer - start) / total, sum(ours["ms"]) / total)]


def main():
    build = os.path.abspath(sys.argv[1])
    device = os.path.join(build, "app/device/kuaiban-device")
    top = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    sane = os.path.join(top, "installer/demo/sane")
    result = {"pages": ROUNDS * PAGES}
    with tempfile.TemporaryDirectory() as folder:
        for name, settings in (("flat_out", sane), ("paced", paced(folder, sane))):
            peer, started, ours = compare(build, settings, folder, name)
            result[name] = {"scanimage_ms_per_page": peer, "without_its_start": started, "kuaiban_ms_per_page": ours,
                            "ratio": round(ours / peer, 2), "ratio_without_its_start": round(ours / started, 2)}
        few, _ = peak(device, 20, folder, dict(os.environ))
        many, pages = peak(device, 200, folder, dict(os.environ))
    result |= {"peak_mb_20_pages": round(few), f"peak_mb_{pages}_pages": round(many),
               "all_children_peak_mb": round(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)}
    print(json.dumps(result))


main()
