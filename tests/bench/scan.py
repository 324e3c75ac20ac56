#!/usr/bin/env python3
"""What the counter's scanning costs beyond SANE itself: ten pages from the feeder of SANE's test backend, 300 dpi grey,
through `scanimage --batch` and through `kuaiban-device scan` with its driver host, five times in turn. Once as fast as the
backend can, which no scanner is, and once at the pace of a good feeder, about a page a second. Then how much memory 200 pages
need beyond 20. Both start anew for every ten pages, which the counter does not. Prints one JSON line; asserts nothing.

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


def compare(device, sane, folder, name):
    """Seconds that scanimage and kuaiban-device need for all rounds, in turn."""
    environment = dict(os.environ, SANE_CONFIG_DIR=sane)
    peer = ours = 0
    for number in range(ROUNDS):
        batch = os.path.join(folder, f"peer-{name}-{number}-%03d.jpg")
        spent, _ = run(["scanimage", "-d", "test:0", "--source", "Automatic Document Feeder", "--mode", "Gray", "--resolution",
                        "300", "-x", "210", "-y", "297", "--format=jpeg", f"--batch={batch}"], environment)
        peer += spent
        spent, done = run([device, "scan", "--port", f"sane:test:0?config={sane}", "--source", "adf", "--mode", "gray", "--dpi",
                           "300", "--out", os.path.join(folder, f"ours-{name}-{number}")], environment)
        assert len(json.loads(done.stdout)["pages"]) == PAGES, done.stdout
        ours += spent
    return peer, ours


def main():
    device = os.path.join(os.path.abspath(sys.argv[1]), "app/device/kuaiban-device")
    top = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    sane = os.path.join(top, "installer/demo/sane")
    total = ROUNDS * PAGES
    result = {"pages": total}
    with tempfile.TemporaryDirectory() as folder:
        for name, settings in (("flat_out", sane), ("paced", paced(folder, sane))):
            peer, ours = compare(device, settings, folder, name)
            result[name] = {"scanimage_ms_per_page": round(1000 * peer / total),
                            "kuaiban_device_ms_per_page": round(1000 * ours / total), "ratio": round(ours / peer, 2)}
        few, _ = peak(device, 20, folder, dict(os.environ))
        many, pages = peak(device, 200, folder, dict(os.environ))
    result |= {"peak_mb_20_pages": round(few), f"peak_mb_{pages}_pages": round(many),
               "all_children_peak_mb": round(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)}
    print(json.dumps(result))


main()
