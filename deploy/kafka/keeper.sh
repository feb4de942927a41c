#!/bin/sh
# Ends what a test run started: waits until the run closes its pipe or dies, kills the brokers, removes their folder.
home=$1
cat >/dev/null # returns when the other end of the pipe is gone, however its process ended
for pid in "$home"/*/pid; do
    [ -e "$pid" ] && kill -9 "$(cat "$pid")" 2>/dev/null
done
rm -rf "$home"
