#!/bin/sh
echo 'migration 0042 failed: column "email" already exists (this release fails on purpose)' >&2
exit 3
