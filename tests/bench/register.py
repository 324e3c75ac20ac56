"""Asks a hub for people and its database file for the same people, and prints how long both took."""

import http.client
import json
import random
import sqlite3
import sys
import time
import urllib.parse

PORT, DATABASE, CODE, PASSWORD = int(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4]
ROUNDS = 2000


class Hub:
    def __init__(self):
        self.connection = http.client.HTTPConnection("127.0.0.1", PORT)
        self.headers = {"Content-Type": "application/json"}
        device = self.post("/devices/enrol", {"code": CODE, "name": "bench", "window": "1"},
                           {"Idempotency-Key": f"bench-{time.time_ns()}"})
        session = self.post("/sessions", {"login": "chen", "password": PASSWORD}, {"X-Device-Token": device["token"]})
        self.headers["Authorization"] = "Bearer " + session["token"]

    def ask(self, method, path, body=None, extra=None):
        self.connection.request(method, "/api/v1" + path, body, {**self.headers, **(extra or {})})
        answer = self.connection.getresponse()
        content = answer.read()
        if answer.status >= 300:
            sys.exit(f"{method} {path}: {answer.status} {content.decode()}")
        return json.loads(content)

    def post(self, path, body, extra):
        return self.ask("POST", path, json.dumps(body), extra)


def percentile(times, share):
    return sorted(times)[min(len(times) - 1, int(len(times) * share))] * 1000


def timed(questions, ask):
    times = []
    for question in questions:
        begin = time.perf_counter()
        ask(question)
        times.append(time.perf_counter() - begin)
    return times


def report(what, hub, peer, share, goal):
    ours, theirs = percentile(hub, share), percentile(peer, share)
    print(f"{what}: p50 {percentile(hub, 0.5):.2f} ms, p{share * 100:.0f} {ours:.2f} ms (goal {goal}), "
          f"sqlite3 in Python p{share * 100:.0f} {theirs:.2f} ms, ratio {ours / max(theirs, 0.001):.1f}")


def main():
    database = sqlite3.connect(f"file:{DATABASE}?mode=ro", uri=True)
    count = database.execute("SELECT COUNT(*) FROM person").fetchone()[0]
    print(f"{count:,} people")
    pick = random.Random(7)
    rows = database.execute("SELECT id_no, name FROM person WHERE rowid IN (%s)" % ",".join(
        str(pick.randint(1, count)) for _ in range(ROUNDS))).fetchall()
    numbers = [row[0] for row in rows]
    given = [row[1][1:] for row in rows if 2 <= len(row[1]) <= 4][:ROUNDS // 4]
    hub = Hub()

    def direct_record(number):
        person = database.execute("SELECT * FROM person WHERE id_no = ?", (number,)).fetchone()
        for table in ("card", "insurance", "benefit", "termination_report"):
            database.execute(f"SELECT * FROM {table} WHERE person = ?", (person[0],)).fetchall()

    def direct_given(name):
        database.execute("SELECT * FROM person WHERE given_name >= ? AND given_name < ? LIMIT 20",
                         (name, name + "\U0010FFFF")).fetchall()

    for _ in range(2):  # the first round warms both
        by_number = timed(numbers, lambda number: hub.ask("GET", f"/persons/{number}"))
        by_given = timed(given, lambda name: hub.ask("GET", "/persons?limit=20&q=" + urllib.parse.quote(name)))
        direct = timed(numbers, direct_record)
        direct_names = timed(given, direct_given)
    report("everything of a person by ID number", by_number, direct, 0.99, 20)
    report("persons by given name", by_given, direct_names, 0.95, 60)


main()
