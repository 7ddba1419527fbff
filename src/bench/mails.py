#!/usr/bin/env python3
"""Measures how many small mails `whence batch --offline` reads, as a whole process, its start included: every file of a folder and of
those below it that is smaller than 20 kB, again and again until there are 6,000. Prints the median of the rounds, and processor time,
which depends less on what else the machine does; sets no target. How Mime4j alone compares is what MailBenchmark tells.

    mvn -q -DskipTests package && src/bench/mails.py FOLDER [--check message|hops] [--count 6000] [--rounds 3]
        [--image target/package/whence]
"""

import argparse
import itertools
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

from start import program

SMALL = 20_000


def run(command, requests, count):
    """Seconds, and seconds of processor time."""
    begun = time.perf_counter()
    with open(requests, "rb") as asked, tempfile.TemporaryFile() as answers:
        with subprocess.Popen(command + ["batch", "--offline"], stdin=asked, stdout=answers) as process:
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - begun
        answers.seek(0)
        lines = answers.read().splitlines()
    wrong = [line for line in lines if b'"error"' in line]
    if process.returncode != 0 or len(lines) != count or wrong:
        sys.exit(f"mails.py: exit {process.returncode}, {len(lines)} answers to {count}, {len(wrong)} errors")
    return wall, used.ru_utime + used.ru_stime


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", maxsplit=1)[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--check", choices=["message", "hops"], default="message")
    parser.add_argument("--count", type=int, default=6000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--image", type=os.path.abspath, help="what installer/package.sh leaves in target/package/whence, in place of the jar")
    options = parser.parse_args()
    mails = sorted(file.resolve() for file in options.folder.rglob("*.eml") if file.stat().st_size < SMALL)
    if not mails:
        sys.exit(f"mails.py: {options.folder}: no small *.eml in it; name a folder of mails")
    os.chdir(pathlib.Path(__file__).resolve().parents[2])
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as requests:
        for file in itertools.islice(itertools.cycle(mails), options.count):
            requests.write(json.dumps({"check": options.check, "file": str(file)}) + "\n")
        requests.flush()
        runs = [run(program(options.image), requests.name, options.count) for _ in range(options.rounds)]
    rates = [options.count / wall for wall, _ in runs]
    each = statistics.median(processor for _, processor in runs) / options.count * 1e6
    print(f"{options.count} mails, {options.check}: {statistics.median(rates):.0f} a second ({min(rates):.0f} to {max(rates):.0f}),"
          f" {each:.0f} µs of processor time each")


if __name__ == "__main__":
    main()
