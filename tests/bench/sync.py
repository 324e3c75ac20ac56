"""Sends commands to a hub and documents to a pouchdb-server, reads both back, and prints how many a second."""

import json
import shutil
import sys
import time

from hub import Writer, peer_push, peer_server, push, signed_in, uuid7

HUB, CODE, PASSWORD, COMMANDS, PEER_FOLDER = int(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4]), sys.argv[5]
BATCH, SINGLES, PAGE = 100, 500, 500


def feed(hub):
    rows, after, begin = 0, 0, time.monotonic()
    while True:
        page = hub.ask("GET", f"/feed?after={after}&limit={PAGE}")
        rows, after = rows + len(page["rows"]), page["upTo"]
        if not page["more"]:
            return rows / (time.monotonic() - begin), rows


def peer_feed(peer):
    rows, since, begin = 0, 0, time.monotonic()
    while True:
        page = peer.ask("GET", f"/_changes?include_docs=true&limit={PAGE}&since={since}")
        rows, since = rows + len(page["results"]), page["last_seq"]
        if len(page["results"]) < PAGE:
            return rows / (time.monotonic() - begin)


def main():
    hub, session = signed_in(HUB, CODE, PASSWORD)
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
        with peer_server(PEER_FOLDER, HUB + 1) as peer:
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
