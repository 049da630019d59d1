#!/bin/sh
# Runs on the instance before the new version takes over; anything but exit status 0 fails the deployment.
set -eu
test -s release.json || { echo 'release.json is missing' >&2; exit 1; }
echo "about to deploy $(tr -d '\n' < release.json)"
