#!/usr/bin/env bash
# Runs every check and test with what is installed; the exit code is 0 only where all of them passed.
#   bash tests/check.sh         lint, types, tests of the JavaScript, of the Python, and in a browser
#   bash tests/check.sh quick   the same without a browser and without what is slow
set -u
cd "$(dirname "$0")/.." || exit 1

chosen=()
case "${1:-}" in
  "") ;;
  quick) chosen=(-m "not browser and not slow") ;;
  *) printf 'usage: bash tests/check.sh [quick]\n' >&2; exit 2 ;;
esac

if ! [ -x .venv/bin/python ] || ! [ -d tests/web/node_modules ]; then
  printf 'Nothing is installed here yet: run "bash tests/setup.sh" once.\n' >&2
  exit 1
fi

failed=()
names=()
checks=()
said=$(mktemp -d) || exit 1
trap 'rm -rf "$said"' EXIT

section() { printf '\n== %s\n' "$1"; }

# Starts a check, which goes on beside the others; what it says is kept until it is over.
part() {
  local name=$1
  shift
  names+=("$name")
  "$@" >"$said/${#names[@]}" 2>&1 &
  checks+=($!)
}

# Waits for the checks, shows what each said, and notes which failed.
parts_end() {
  local number
  for number in "${!checks[@]}"; do
    section "${names[number]}"
    wait "${checks[number]}" || { failed+=("${names[number]}"); printf 'failed: %s\n' "${names[number]}" >&2; }
    cat "$said/$((number + 1))"
  done
}

part "ruff check" .venv/bin/ruff check
part "ruff format" .venv/bin/ruff format --check
part "types" .venv/bin/mypy app.py pages geodata timemap tests benchmarks docs
part "JavaScript lint" tests/web/node_modules/.bin/eslint --config tests/web/eslint.config.js --max-warnings 0 timemap/web timemap/site tests/web tests/browser benchmarks/web
part "types of the browser side" tests/web/node_modules/.bin/tsc -p tests/web/tsconfig.json
part "known vulnerabilities" .venv/bin/python -m tests.audit
part "JavaScript tests" node --test --test-reporter=spec tests/web/*.test.js

parts_end

section "tests"
# As many at a time as there are cores, each with at most one browser and one app; the tests of a file share these.
.venv/bin/python -m pytest -n "$(nproc 2>/dev/null || getconf _NPROCESSORS_ONLN)" --dist loadfile --no-loadscope-reorder --durations=25 ${chosen[@]+"${chosen[@]}"}
tests=$?

# Pytest's own summary is the last line of a good run; a bad one names the other parts that failed.
[ ${#failed[@]} = 0 ] || { printf 'failed as well: %s\n' "${failed[@]}" >&2; exit 1; }
exit $tests
