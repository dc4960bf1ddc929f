#!/usr/bin/env bash
# Runs every check and test; the exit code is 0 only where all of them passed.
#   bash tests/run.sh         installs first, once, all that is needed: for Debian, as root or with sudo; elsewhere it
#                             says what is missing
#   bash tests/run.sh quick   without a browser, with what is installed
set -u
cd "$(dirname "$0")/.." || exit 1
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

stop() {
  printf '%s\n' "$1" >&2
  exit 1
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

missing_packages() {
  command -v chromium >/dev/null || echo chromium
  command -v node >/dev/null || echo nodejs
  command -v npm >/dev/null || echo npm
  command -v python3 >/dev/null || echo python3
  python3 -c 'import ensurepip, venv' 2>/dev/null || echo python3-venv
  # Playwright's driver needs it.
  [ -n "$(find /usr/lib /lib -name 'libatomic.so.1*' -print -quit 2>/dev/null)" ] || echo libatomic1
  # Labels in Arabic, Kurdish and Turkish need a font that has their letters.
  [ -n "$(find /usr/share/fonts -name 'NotoNaskhArabic*' -print -quit 2>/dev/null)" ] || echo fonts-noto-core
  [ -n "$(find /usr/share/fonts -name 'DejaVuSans.ttf' -print -quit 2>/dev/null)" ] || echo fonts-dejavu-core
}

install_packages() {
  local missing
  missing=$(missing_packages)
  [ -z "$missing" ] && return
  command -v apt-get >/dev/null || stop "Install these first, there is no apt-get here: ${missing//$'\n'/ }"
  # shellcheck disable=SC2086 # one word per package
  as_root apt-get update -q && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing
  missing=$(missing_packages)
  [ -z "$missing" ] || stop "Could not install: ${missing//$'\n'/ }"
}

install_python() {
  python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || stop "Python 3.11 or newer is needed, this is $(python3 -V)"
  .venv/bin/python -m pip --version >/dev/null 2>&1 || python3 -m venv --clear .venv || stop "Could not make .venv"
  .venv/bin/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt || stop "Could not install requirements-dev.txt"
}

install_javascript() {
  [ tests/web/node_modules/.package-lock.json -nt tests/web/package-lock.json ] && return
  npm ci --prefix tests/web --no-audit --no-fund || stop "Could not install what tests/web/package-lock.json names"
}

chosen=()
case "${1:-}" in
  "")
    section "install"
    install_packages
    install_python
    install_javascript
    ;;
  quick)
    if ! [ -x .venv/bin/python ] || ! [ -d tests/web/node_modules ]; then
      stop "Nothing is installed here yet: run \"bash tests/run.sh\" once."
    fi
    chosen=(-m "not browser")
    ;;
  *) stop "usage: bash tests/run.sh [quick]" ;;
esac

part "ruff check" .venv/bin/ruff check
part "ruff format" .venv/bin/ruff format --check
part "types" .venv/bin/mypy app.py pages geodata timemap tests benchmarks
part "JavaScript lint" tests/web/node_modules/.bin/eslint --config tests/web/eslint.config.js --max-warnings 0 timemap/web tests/web tests/browser benchmarks/web
part "JavaScript tests" node --test --test-reporter=spec tests/web/*.test.js

parts_end

section "tests"
# As many at a time as there are cores, each with at most one browser and one app; the tests of a file share these.
.venv/bin/python -m pytest -n "$(nproc 2>/dev/null || getconf _NPROCESSORS_ONLN)" --dist loadfile --no-loadscope-reorder --durations=25 ${chosen[@]+"${chosen[@]}"}
tests=$?

# Pytest's own summary is the last line of a good run; a bad one names the other parts that failed.
[ ${#failed[@]} = 0 ] || { printf 'failed as well: %s\n' "${failed[@]}" >&2; exit 1; }
exit $tests
