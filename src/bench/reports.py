#!/usr/bin/env python3
"""Measures what each format of a report takes, as a whole process: seconds, processor time, and the memory that it held at most. A mail
with 200 hops, whose clients have ten names each, so that 5,000 questions are answered out of a recording; and a list of 10,000 addresses,
answered out of one as well. `whence` is the case, `log` is a report of one line, so the run without a report; its figures are within all others.

    mvn -q -DskipTests package && src/bench/reports.py [--hops 200] [--addresses 10000] [--rounds 1] [--heap MB] [FORMAT...]
"""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

from start import java

CASE = "whence"
OF_MAIL = ["log", CASE, "text", "json", "csv", "html", "pdf", "markdown", "svg", "png", "stix", "misp", "arf", "xarf",
           "authentication-results", "received-spf", "rules-nftables"]
OF_LIST = [CASE, "csv", "json", "text", "html", "markdown", "stix", "misp"]
NAMES = 10


def answer(name, kind, data):
    return {"name": name, "type": kind, "outcome": "answer", "records": [f"{name}. 60 IN {kind} {each}" for each in data]}


def address(hop):
    return f"11.{hop // 250 + 1}.{hop % 250}.7"


def reverse(ip):
    return ".".join(reversed(ip.split("."))) + ".in-addr.arpa"


def alias(name, kind, target):
    return {"name": name, "type": kind, "outcome": "answer", "records": [f"{name}. 60 IN CNAME {target}."]}


def client(ip, names, aliases):
    """The lines of an address with names, some of which are aliases."""
    yield answer(reverse(ip), "PTR", [f"{name}." for name in names])
    for number, name in enumerate(names):
        real = name
        if number < aliases:
            real = "real." + name
            yield alias(name, "A", real)
            yield alias(name, "AAAA", real)
        yield answer(real, "A", [ip])
        yield {"name": real, "type": "AAAA", "outcome": "nodata"}


def mail(folder, hops):
    lines, fields = [], []
    for hop in range(hops):
        ip = address(hop)
        lines += client(ip, [f"n{number}.h{hop}.example" for number in range(NAMES)], 2)
        fields.append(f"Received: from n0.h{hop}.example (n0.h{hop}.example [{ip}])\n by h{hop + 1}.example with ESMTPS id A{hop};"
                      f" Mon, 23 Nov 2026 {10 + hop // 60:02}:{hop % 60:02}:00 +0000\n")
    lines.append(answer("sender.example", "TXT", ['"v=spf1 -all"']))
    lines.append(answer("_dmarc.sender.example", "TXT", ['"v=DMARC1; p=reject"']))
    file = folder / "hops.eml"
    file.write_text("Return-Path: <a@sender.example>\n" + "".join(reversed(fields)) + "From: a@sender.example\nSubject: way\n\nhello\n")
    return file, record(folder / "hops.dns.jsonl", lines)


def addresses(folder, count):
    lines, ips = [], []
    for number in range(count):
        ip = f"11.{number // 62500 + 1}.{number // 250 % 250}.{number % 250 + 1}"
        ips.append(ip)
        lines += client(ip, [f"a{number}.example"], 0)
    file = folder / "list.txt"
    file.write_text("\n".join(ips) + "\n")
    return file, record(folder / "list.dns.jsonl", lines)


def record(file, lines):
    file.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return file


def run(file, recording, form, out, heap):
    """Seconds, seconds of processor time, MB at most, octets written, and what was said."""
    begun = time.perf_counter()
    # A case is told by its ending, and never written over.
    out = out.with_suffix("." + CASE) if form == CASE else out
    out.unlink(missing_ok=True)
    command = [java(), *([f"-Xmx{heap}m"] if heap else []), "-jar", "target/whence.jar", "check", str(file), "--replay", str(recording), "-o", str(out)]
    command += [] if form == CASE else ["-f", form]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process:
        told = process.stderr.read().decode(errors="replace").strip()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1, 3, 4):
        sys.exit(f"reports.py: {form}: exit {process.returncode}: {told}")
    size = out.stat().st_size if out.exists() else 0
    return time.perf_counter() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, size, told


def measure(title, inputs, formats, rounds, folder, heap):
    print(f"\n{title}\n{'format':24} {'s':>7} {'cpu s':>7} {'MB held':>8} {'kB written':>11}")
    for form in formats:
        runs = [run(*inputs, form, folder / "report", heap) for _ in range(rounds)]
        wall, cpu, held, size = (statistics.median(run[i] for run in runs) for i in range(4))
        told = "  " + runs[0][4].splitlines()[-1] if runs[0][4] else ""
        print(f"{form:24} {wall:7.2f} {cpu:7.2f} {held:8.0f} {size / 1024:11.0f}{told}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", maxsplit=1)[0])
    parser.add_argument("formats", nargs="*", metavar="FORMAT")
    parser.add_argument("--hops", type=int, default=200)
    parser.add_argument("--addresses", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--heap", type=int, default=0, metavar="MB", help="how large the heap may get; if not told, what Java thinks fit")
    options = parser.parse_args()
    os.chdir(pathlib.Path(__file__).resolve().parents[2])
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        measure(f"A mail with {options.hops} hops", mail(folder, options.hops), options.formats or OF_MAIL, options.rounds, folder,
                options.heap)
        wanted = [form for form in OF_LIST if not options.formats or form in options.formats]
        measure(f"A list of {options.addresses} addresses", addresses(folder, options.addresses), wanted, options.rounds, folder,
                options.heap)


if __name__ == "__main__":
    main()
