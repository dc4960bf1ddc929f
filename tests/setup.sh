#!/usr/bin/env bash
# Installs what the app, the checks and the tests need; what is there already stays.
#   bash tests/setup.sh   for Debian, as root or with sudo; elsewhere it says what is missing
set -u
cd "$(dirname "$0")/.." || exit 1

stop() {
  printf '%s\n' "$1" >&2
  exit 1
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

missing_packages() {
  command -v chromium >/dev/null || echo chromium
  command -v chromium-headless-shell >/dev/null || echo chromium-headless-shell
  command -v firefox-esr >/dev/null || echo firefox-esr
  command -v node >/dev/null || echo nodejs
  command -v npm >/dev/null || echo npm
  # PySpark needs it.
  command -v java >/dev/null || echo openjdk-17-jre-headless
  command -v python3 >/dev/null || echo python3
  command -v openssl >/dev/null || echo openssl
  python3 -c 'import ensurepip, venv' 2>/dev/null || echo python3-venv
  # The proxy before the app, as deploy/ has it.
  [ -x /usr/sbin/nginx ] || echo nginx-light
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

install_packages
install_python
install_javascript
