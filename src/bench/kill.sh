#!/bin/sh
# Kills a process that saves a case, 200 times (or as often as told) at random moments, and looks at what it left:
# a case that opens with all that was said to be saved, and a journal with all that was said to be kept.
#
#     src/bench/kill.sh [TIMES]
#
# So is the desk of the window while it asks and somebody writes: nothing older than a second is lost.
exec mvn -q test -Dtest='KillTest,KilledWindowTest' -Dwhence.kills="${1:-200}"
