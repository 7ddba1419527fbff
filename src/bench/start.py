#!/usr/bin/env python3
"""Times Whence from the start of its process to its end: the median of ten runs of each command, beside the start of a bare
JVM measured in the same rounds. Prints wall time, its ratio, its range, and processor time, which depends less on what else the
machine does; sets no target.

    mvn -q -DskipTests package && src/bench/start.py [IMAGE]

IMAGE is what installer/package.sh leaves in target/package/whence, to be measured too. The JDK is that of JAVA_HOME, else
the newest in /usr/lib/jvm.
"""

import glob
import os
import pathlib
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 10
ZONE = """\
10.2.0.192.in-addr.arpa. 3600 IN PTR mail.example.
mail.example. 3600 IN A 192.0.2.10
mail.example. 3600 IN AAAA 2001:db8::10
"""
FIRST_FRAME = ["-Dglass.platform=Headless", "-Dprism.order=sw", "-Dwhence.exit.after.first.frame=true"]


def java():
    homes = [os.environ.get("JAVA_HOME", "")] + glob.glob("/usr/lib/jvm/*")
    for home in homes:
        release = pathlib.Path(home, "release")
        version = re.search(r'JAVA_VERSION="(\d+)', release.read_text()) if home and release.is_file() else None
        if version and int(version[1]) >= 25:
            return home + "/bin/java"
    sys.exit("start.py: no JDK 25 in JAVA_HOME or /usr/lib/jvm")


def program(image):
    """What starts the command line: that of an image, or the jar that Maven left."""
    return [os.path.join(image, "bin/whence")] if image else [java(), "-jar", "target/whence.jar"]


def commands(zone, image):
    """Name -> (command, what JAVA_TOOL_OPTIONS adds)."""
    jar = program(None)
    check = ["check", "192.0.2.10", "--zone", zone, "-f", "json"]
    table = {
        "bare JVM: java -version": ([java(), "-version"], []),
        "jar: --version": (jar + ["--version"], []),
        "jar: check ADDRESS --zone FILE -f json": (jar + check, []),
        "jar: first frame of the window": (jar, FIRST_FRAME),
    }
    if image:
        table |= {
            "image: --version": (program(image) + ["--version"], []),
            "image: check ADDRESS --zone FILE -f json": (program(image) + check, []),
            "image: first frame of the window": ([image + "/bin/whence-window"], FIRST_FRAME),
        }
    return table


def seconds(command, options):
    """Wall and processor time of one run."""
    environment = os.environ | ({"JAVA_TOOL_OPTIONS": " ".join(options)} if options else {})
    begun, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    wall, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != 0:
        sys.exit(f"start.py: {' '.join(command)}: exit {done.returncode}\n{done.stderr.decode()}")
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    os.chdir(pathlib.Path(__file__).resolve().parents[2])
    with tempfile.NamedTemporaryFile("w", suffix=".zone") as zone:
        zone.write(ZONE)
        zone.flush()
        table = commands(zone.name, sys.argv[1] if len(sys.argv) > 1 else None)
        times = {name: [] for name in table}
        for round_number in range(ROUNDS + 1):
            for name, (command, options) in table.items():
                took = seconds(command, options)
                if round_number > 0:  # the first round fills the page cache
                    times[name].append(took)
    bare = statistics.median(wall for wall, _ in next(iter(times.values())))
    for name, runs in times.items():
        walls, processor = zip(*runs)
        median = statistics.median(walls)
        spread = f"({min(walls):.2f} to {max(walls):.2f})"
        print(f"{name:44} {median:6.2f} s {median / bare:6.1f} x  {spread:16}  cpu {statistics.median(processor):.2f} s")


if __name__ == "__main__":
    main()
