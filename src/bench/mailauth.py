#!/usr/bin/env python3
"""Measures how many whole messages `whence batch` judges per second of processor time, cold and warm, beside Node's mailauth on the
same files and the same DNS, in one run. Each message is read, its hops too, and IPREV, SPF, DKIM, ARC and DMARC are judged, out of a
recording; mailauth has no IPREV and no hops. Cold is a whole process; warm is what further messages cost it, once Java has compiled
what they need. Both run on one processor alone, so that what they share of it with others is the same.

    mvn -q -DskipTests package && src/bench/mailauth.py MODULES [--rounds 3] [--only 5k|50k|5m]
        [--image target/package/whence]

MODULES is a folder where `npm install mailauth` was run (with Node 20: mailauth 4 with undici 6, for newer ones do not load). Needs
Node, and the JDK of JAVA_HOME, else the newest in /usr/lib/jvm. Processor time depends less on what else the machine does than
time does; its spread tells how much. Linux alone. Sets no target.
"""

import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

from start import program

# size -> (messages of a cold process, those that warm it up, further ones that count as warm)
COUNTS = {"5k": (3000, 70_000, 30_000), "50k": (2000, 110_000, 20_000), "5m": (30, 1200, 200)}
TICKS = os.sysconf("SC_CLK_TCK")
KINDS = {"rsa": "RSA", "both": "RSA and Ed25519"}
SEEN = {"ip": "198.51.100.7", "helo": "mail.sender.example", "mailFrom": "ann@sender.example"}


def taken(process):
    """Processor time of a process until now."""
    with open(f"/proc/{process}/stat", encoding="utf-8") as stat:
        user, system = stat.read().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / TICKS


def passed(mail, answer):
    got = [answer.get("result"), answer["iprev"]["result"], answer["spf"]["result"], answer["dkim"]["result"]]
    if got != ["pass"] * 4:
        sys.exit(f"mailauth.py: {mail}: {got}")


class Bench:
    def __init__(self, modules, folder, command):
        self.folder = folder
        self.script = [shutil.which("node") or sys.exit("mailauth.py: no node; install Node"),
                       pathlib.Path(__file__).with_name("mailauth.cjs"), modules]
        self.batch = command + ["batch"]
        subprocess.run(self.script + ["make", folder], check=True)

    def requests(self, mail, count):
        file = self.folder / "requests.jsonl"
        line = json.dumps({"check": "message", "file": str(self.folder / mail)} | SEEN) + "\n"
        file.write_text(line * count)
        return file

    def record(self, mail):
        """What DNS says of a mail, asked once of the zone."""
        recording = self.folder / "names.dns.jsonl"
        with open(self.requests(mail, 1), "rb") as asked:
            command = self.batch + ["--zone", self.folder / "names.zone", "--record", recording]
            subprocess.run(command, stdin=asked, stdout=subprocess.DEVNULL, check=True)
        return recording

    def whence(self, mail, recording, count, warm=0):
        """Processor time of messages: of the whole process, or of those behind the first ones."""
        requests, skipped, answered = self.requests(mail, warm + count), 0.0, 0
        with open(requests, "rb") as asked, subprocess.Popen(
            self.batch + ["--replay", recording], stdin=asked, stdout=subprocess.PIPE
        ) as process:
            for line in process.stdout:
                answered += 1
                if answered == warm:
                    skipped = taken(process.pid)
                if answered % 1000 == 1:
                    passed(mail, json.loads(line))
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0 or answered != warm + count:
            sys.exit(f"mailauth.py: {mail}: exit {process.returncode}, {answered} answers to {warm + count}")
        return used.ru_utime + used.ru_stime - skipped

    def mailauth(self, mail, count, warm):
        command = self.script + ["measure", self.folder, mail, str(count), str(warm)]
        return float(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)

    def compare(self, size, kind, rounds):
        mail, (cold, warm, more) = f"{size}-{kind}.eml", COUNTS[size]
        recording = self.record(mail)
        colds, warms, others = [], [], []
        for _ in range(rounds):
            colds.append(cold / self.whence(mail, recording, cold))
            warms.append(more / self.whence(mail, recording, more, warm))
            try:
                others.append(more // 4 / self.mailauth(mail, more // 4, more // 8))
            except subprocess.CalledProcessError:
                print(f"{size}, {KINDS[kind]}: mailauth refuses a mail that it signed itself, which happens with some keys; run this again")
                return
        print(f"{size}, {KINDS[kind]}: messages per second of processor time")
        for name, rates in ("Whence, cold", colds), ("Whence, warm", warms), ("mailauth, warm", others):
            print(f"  {name:15} {statistics.median(rates):8.0f}  ({min(rates):.0f} to {max(rates):.0f})")
        print(f"  Whence, warm, is {statistics.median(warms) / statistics.median(others):.1f} times mailauth", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", maxsplit=1)[0])
    parser.add_argument("modules")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", choices=list(COUNTS))
    parser.add_argument("--image", type=os.path.abspath, help="what installer/package.sh leaves in target/package/whence, in place of the jar")
    options = parser.parse_args()
    modules = pathlib.Path(options.modules).resolve()
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    os.chdir(pathlib.Path(__file__).resolve().parents[2])
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(modules, pathlib.Path(folder), program(options.image))
        for size in COUNTS:
            if options.only in (None, size):
                for kind in KINDS:
                    bench.compare(size, kind, options.rounds)


if __name__ == "__main__":
    main()
