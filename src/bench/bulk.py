#!/usr/bin/env python3
"""Measures how fast Whence checks a long list, in whole processes and in one run beside others: half of dnsperf's query rate on the
same questions (reverse and forward: two for each address), and Python's aiodns. NSD answers on a loopback port for the 131,072
addresses of 198.18.0.0/15 and their names; a relay (Delay.java) delays its answers. Whence writes a CSV and a recording with all
its evidence; it asks three questions for each address, for it looks for both types of addresses. Bare.java asks the same three with
nothing around them, and its start is left out: more than that rate is not to be had with dnsjava's messages and blocking threads.

    mvn -q -DskipTests package && src/bench/bulk.py [--addresses 100000] [--rounds 3] [--only 0|20|200|memory]
        [--image target/package/whence]

Needs Debian's nsd, dnsperf and python3-aiodns, and the JDK of JAVA_HOME, else the newest in /usr/lib/jvm. Prints the median of
the rounds, and sets no target. Processor time is that of the process alone, and depends less on what else the machine does.
"""

import argparse
import os
import pathlib
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time

from start import java, program

ALL = 131_072
# delay in milliseconds -> how many addresses are checked at once
IN_FLIGHT = {0: 500, 20: 500, 200: 2000}
NAMES = "bench.example"


def address(index):
    return f"198.{18 + (index >> 16)}.{index >> 8 & 255}.{index & 255}"


def name(index):
    return f"mail{index}.{NAMES}"


def reverse(index):
    return ".".join(reversed(address(index).split("."))) + ".in-addr.arpa"


def need(program, package):
    found = shutil.which(program) or shutil.which(program, path="/usr/sbin")
    return found or sys.exit(f"bulk.py: no {program}; apt-get install {package}")


def python():
    """Debian's own: it has Debian's packages."""
    found = "/usr/bin/python3"
    if subprocess.run([found, "-c", "import aiodns"], stderr=subprocess.DEVNULL, check=False).returncode:
        sys.exit("bulk.py: no aiodns in /usr/bin/python3; apt-get install python3-aiodns")
    return found


def free_port():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def awaited(port):
    """Waits until something answers at the port: a query for the root's SOA."""
    query = bytes.fromhex("0001 0100 0001 0000 0000 0000 00 0006 0001")
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
        one.settimeout(0.2)
        one.connect(("127.0.0.1", port))
        for _ in range(300):
            try:
                one.send(query)
                one.recv(4096)
                return
            except OSError:
                time.sleep(0.1)
    sys.exit("bulk.py: the server does not answer")


class Bench:
    def __init__(self, folder, addresses, command):
        self.folder = folder
        self.addresses = addresses
        self.command = command
        self.port = free_port()
        self.list = folder / "list.txt"
        self.list.write_text("".join(address(i) + "\n" for i in range(addresses)))
        self.questions = folder / "questions.txt"
        self.questions.write_text("".join(f"{reverse(i)} PTR\n{name(i)} A\n" for i in range(addresses)))
        self.processes = []

    def start_nsd(self):
        soa = "@ 3600 IN SOA ns.bench.example. hostmaster.bench.example. 1 7200 900 1209600 300\n@ 3600 IN NS ns.bench.example.\n"
        (self.folder / "reverse.zone").write_text(
            "$ORIGIN 198.in-addr.arpa.\n" + soa + "".join(f"{reverse(i)}. 3600 IN PTR {name(i)}.\n" for i in range(ALL)))
        (self.folder / "forward.zone").write_text(
            f"$ORIGIN {NAMES}.\n" + soa + "".join(f"{name(i)}. 3600 IN A {address(i)}\n" for i in range(ALL)))
        config = self.folder / "nsd.conf"
        config.write_text(f"""server:
    ip-address: 127.0.0.1@{self.port}
    zonesdir: "{self.folder}"
    pidfile: "{self.folder}/nsd.pid"
    xfrdfile: "{self.folder}/xfrd.state"
    zonelistfile: "{self.folder}/zone.list"
    database: ""
    username: ""
    chroot: ""
    server-count: 1
    receive-buffer-size: 4194304
    send-buffer-size: 4194304
    rrl-ratelimit: 0
remote-control:
    control-enable: no
zone:
    name: "198.in-addr.arpa"
    zonefile: "reverse.zone"
zone:
    name: "{NAMES}"
    zonefile: "forward.zone"
""")
        log = open(self.folder / "nsd.log", "w", encoding="ascii")
        self.processes.append(subprocess.Popen([need("nsd", "nsd"), "-d", "-c", config], stdout=log, stderr=log))
        awaited(self.port)

    def relay(self, delay):
        """Starts a relay with a delay, and tells its port."""
        port = free_port()
        relay = pathlib.Path(__file__).with_name("Delay.java")
        self.processes.append(subprocess.Popen([java(), relay, str(port), str(self.port), str(delay)]))
        awaited(port)
        return port

    def stop(self):
        for process in self.processes:
            process.terminate()
        for process in self.processes:
            process.wait()

    def dnsperf(self, port, in_flight):
        """Queries a second."""
        command = ["dnsperf", "-s", "127.0.0.1", "-p", str(port), "-d", self.questions, "-n", "1", "-q", str(in_flight)]
        out = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True, text=True).stdout
        return float(re.search(r"Queries per second:\s+([\d.]+)", out)[1])

    def aiodns(self, port, in_flight):
        """Checks a second, of the whole process."""
        script = pathlib.Path(__file__).with_name("lookups.py")
        wall, _, _, out = timed([python(), script, self.list, str(port), str(in_flight)])
        self.hold(int(out), "aiodns")
        return self.addresses / wall

    def bare(self, port, in_flight):
        """Checks a second of the questions alone, the start left out."""
        source = pathlib.Path(__file__).with_name("Bare.java")
        command = [java(), "-XX:+UseSerialGC", "-Xmn128m", "-cp", "target/lib/*", source, str(port), self.list, str(in_flight)]
        confirmed, seconds = timed(command)[3].split()
        self.hold(int(confirmed), "Bare.java")
        return self.addresses / float(seconds)

    def whence(self, port, in_flight):
        """Checks a second, seconds of processor time and megabytes, of the whole process."""
        rows, recording = self.folder / "rows.csv", self.folder / "rows.dns.jsonl"
        command = self.command + ["check", self.list, "-r", f"udp://127.0.0.1:{port}", "-o", rows]
        wall, processor, memory, _ = timed(command + ["--record", recording, "--in-flight", str(in_flight)])
        self.hold(rows.read_bytes().count(b",pass,confirmed,"), "Whence")
        lines = recording.read_bytes().count(b"\n")
        if lines < 3 * self.addresses:
            sys.exit(f"bulk.py: the recording has {lines} lines for {self.addresses} addresses")
        return self.addresses / wall, processor, memory

    def hold(self, confirmed, who):
        if confirmed != self.addresses:
            print(f"bulk.py: {who} confirmed {confirmed} of {self.addresses}", file=sys.stderr)


def timed(command):
    """Seconds, seconds of processor time, megabytes at the peak, and what it printed."""
    begun = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        out = process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"bulk.py: {' '.join(map(str, command))}: exit {process.returncode}")
    return time.perf_counter() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, out


def rates(bench, delay, rounds):
    port = bench.port if delay == 0 else bench.relay(delay)
    in_flight = IN_FLIGHT[delay]
    halves, others, bares, own, processor, memory = [], [], [], [], [], []
    for _ in range(rounds):
        halves.append(bench.dnsperf(port, 2 * in_flight) / 2)
        others.append(bench.aiodns(port, in_flight))
        bares.append(bench.bare(port, in_flight))
        rate, seconds, megabytes = bench.whence(port, in_flight)
        own.append(rate)
        processor.append(seconds)
        memory.append(megabytes)
    half, other, rate = map(statistics.median, (halves, others, own))
    print(f"{delay} ms, {in_flight} in flight, {bench.addresses} addresses: checks a second")
    print(f"  half of dnsperf's rate  {half:8.0f}  ({min(halves):.0f} to {max(halves):.0f})")
    print(f"  aiodns                  {other:8.0f}  ({min(others):.0f} to {max(others):.0f})")
    print(f"  the questions alone     {statistics.median(bares):8.0f}  ({min(bares):.0f} to {max(bares):.0f})")
    print(f"  Whence                  {rate:8.0f}  ({min(own):.0f} to {max(own):.0f})", end="")
    print(f"  {statistics.median(processor):.1f} s of processor time, {max(memory):.0f} MB at the peak")
    print(f"  Whence is {rate / half:.2f} of half of dnsperf's rate, {rate / other:.2f} of aiodns's", end="")
    if delay:
        bound = in_flight / (2 * delay / 1000)
        print(f", {rate / bound:.2f} of the bound of {bound:.0f}", end="")
    print(flush=True)


def memory(bench):
    for addresses in (10_000, 100_000):
        bench.addresses = addresses
        bench.list.write_text("".join(address(i) + "\n" for i in range(addresses)))
        rate, _, megabytes = bench.whence(bench.port, IN_FLIGHT[0])
        print(f"memory: {addresses} addresses, {megabytes:.0f} MB at the peak, {rate:.0f} checks a second", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", maxsplit=1)[0])
    parser.add_argument("--addresses", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", choices=["0", "20", "200", "memory"])
    parser.add_argument("--image", type=os.path.abspath, help="what installer/package.sh leaves in target/package/whence, in place of the jar")
    options = parser.parse_args()
    need("dnsperf", "dnsperf")
    python()
    os.chdir(pathlib.Path(__file__).resolve().parents[2])
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(pathlib.Path(folder), options.addresses, program(options.image))
        try:
            bench.start_nsd()
            for delay in IN_FLIGHT:
                if options.only in (None, str(delay)):
                    rates(bench, delay, options.rounds)
            if options.only in (None, "memory"):
                memory(bench)
        finally:
            bench.stop()


if __name__ == "__main__":
    main()
