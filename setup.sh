#!/bin/sh
# Make .venv and install there what a lock file names.
#
#   ./setup.sh requirements.lock          what the program needs
#   ./setup.sh requirements-dev.lock      that, and what its tests need
#   ./setup.sh --can-start                only tell whether a fit Python is here
#
# Plain POSIX sh, so that it can say what is missing even where Python is.
# PYTHON=/path/to/python picks the interpreter, VENV=folder the place.
set -u
lock=${1:-requirements.lock}
venv=${VENV:-.venv}
cd "$(dirname "$0")" || exit 1

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "setup: $1"
    shift
    for line in "$@"; do say "       $line"; done
    exit 1
}

# Prints «ok», «old», «novenv» or nothing at all; runs on any Python since 2.7.
examine() {
    "$1" -c '
import sys
if sys.version_info < (3, 11):
    print("old")
else:
    try:
        import ensurepip, venv
        print("ok")
    except ImportError:
        print("novenv")
' 2>/dev/null
}

candidates() {
    if [ -n "${PYTHON:-}" ]; then
        printf '%s\n' "$PYTHON"
        return
    fi
    printf '%s\n' python3.13 python3.12 python3.11 python3 python
    for version in 3.13 3.12 3.11; do
        for path in "${PYENV_ROOT:-$HOME/.pyenv}"/versions/"$version"*/bin/python3; do
            [ -x "$path" ] && printf '%s\n' "$path"
        done
    done
}

find_python() {
    old='' novenv=''
    for candidate in $(candidates); do
        case $(examine "$candidate") in
            ok) python=$candidate; return ;;
            old) old=${old:-$candidate} ;;
            novenv) novenv=${novenv:-$candidate} ;;
        esac
    done
    if [ -n "$novenv" ]; then
        fail "$novenv has no venv module, so no place can be made for the packages." \
            "On Debian or Ubuntu: apt install python3-venv" \
            "Then run make again."
    fi
    if [ -n "$old" ]; then
        fail "the Python found here is too old: $("$old" --version 2>&1) ($old)." \
            "Python 3.11, 3.12 or 3.13 is needed." \
            "On Debian 12 or later: apt install python3 python3-venv; with pyenv: pyenv install 3.13"
    fi
    fail "no Python was found${PYTHON:+ at $PYTHON}." \
        "Python 3.11, 3.12 or 3.13 is needed." \
        "On Debian 12 or later: apt install python3 python3-venv; with pyenv: pyenv install 3.13"
}

explain_failure() {
    tail -n 12 "$venv/setup.log" >&2
    if grep -qiE 'failed building|failed-wheel-build|metadata-generation-failed|command .*(gcc|cc).* failed' \
        "$venv/setup.log" && ! command -v cc >/dev/null 2>&1; then
        fail "a package has no ready build for this machine and there is no compiler." \
            "On Debian or Ubuntu: apt install build-essential python3-dev" \
            "Then run make again."
    fi
    if grep -qiE 'do not match the hashes' "$venv/setup.log"; then
        fail "a package that came is not the one that $lock names: nothing was installed." \
            "Ask whoever keeps your package index; the whole story: $venv/setup.log"
    fi
    fail "the packages of $lock could not be installed." \
        "Is there a way to a Python package index from here? The whole story: $venv/setup.log"
}

if [ "$lock" = --can-start ]; then
    find_python
    exit 0
fi
[ -f "$lock" ] || fail "there is no $lock here."
if [ -f "$venv/$lock" ] && cmp -s "$lock" "$venv/$lock" && [ "$(examine "$venv/bin/python")" = ok ]; then
    exit 0
fi
if [ "$(examine "$venv/bin/python")" != ok ]; then
    find_python
    say "setup: making $venv with $("$python" --version 2>&1)"
    "$python" -m venv --clear "$venv" || fail "$python could not make $venv."
fi
say "setup: installing $(grep -c '==' "$lock") packages of $lock"
"$venv/bin/python" -m pip install --disable-pip-version-check --no-input --require-hashes \
    --prefer-binary --requirement "$lock" >"$venv/setup.log" 2>&1 || explain_failure
cp "$lock" "$venv/$lock"
