#!/usr/bin/env bash
# Installs what is missing, then runs every check and test; exits with 0 only where all of them passed.
#   bash tests/run.sh         both: tests/setup.sh, then tests/check.sh
#   bash tests/run.sh quick   the checks and tests that need no browser and are not slow, with what is installed
set -u
cd "$(dirname "$0")" || exit 1

case "${1:-}" in
  "") bash setup.sh && bash check.sh ;;
  quick) bash check.sh quick ;;
  *) printf 'usage: bash tests/run.sh [quick]\n' >&2; exit 2 ;;
esac
