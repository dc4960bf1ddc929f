"""Bundle of our browser modules, and the tables they read, as one script.

A browser starts it much sooner than a hundred that ask for each other.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import minify_html

if TYPE_CHECKING:
    from collections.abc import Callable

_IMPORT = re.compile(r'^import \{(?P<names>[^{}]*)\} from "#timemap/(?P<module>[\w/.-]+)";$', re.MULTILINE)
_IMPORT_TABLE = re.compile(
    r'^import (?P<name>\w+) from "#timemap/(?P<module>[\w/.-]+\.json)" with \{ type: "json" \};$', re.MULTILINE
)
_EXPORT = re.compile(r"^export (?P<kind>(?:async )?function\*? |const |class )(?P<name>\w+)", re.MULTILINE)
_COMMENT = re.compile(r"^[ \t]*(?:/\*\*(?:(?!\*/)[\s\S])*\*/[ \t]*|//.*)\n", re.MULTILINE)
"""A comment that has its lines to itself; no text of ours that spans lines has a line that begins so."""
_OTHER = re.compile(r"^\s*(?:import|export)\b.*$", re.MULTILINE)
_ENDS_SCRIPT = re.compile(r"</script|<!--", re.IGNORECASE)


class BundleError(ValueError):
    """Error for a module that cannot be joined with the others."""


def bundle_modules(start: str, read: Callable[[str], str]) -> str:
    r"""Return one script of ``start`` and all modules that it imports.

    Each runs once and after those it imports.

    Each module stays in a scope of its own. Imports and exports must be written as ours are, which is checked: names in
    braces, by ``#timemap/`` and the module's own name, and ``export`` before a function, a class or a constant. A table
    in JSON is imported under one name, as a JSON module, and travels without its spaces.

    >>> modules = {"a.js": 'import { b as c } from "#timemap/b.js";', "b.js": "export const b = 1;"}
    >>> print(bundle_modules("a.js", modules.__getitem__))
    const $modules = {};
    $modules["b.js"] = (() => {
    const b = 1;
    return { b };
    })();
    $modules["a.js"] = (() => {
    const { b: c } = $modules["b.js"];
    return {  };
    })();

    Args:
        start: name of the module to begin with.
        read: returns the source of a module by its name.

    Raises:
        BundleError: if a module is written otherwise, imports itself by way of others, or would end the script element.
    """
    scopes: list[str] = []
    finished: set[str] = set()

    def take(name: str, asking: tuple[str, ...]) -> None:
        if name in asking:
            raise BundleError(" imports ".join((*asking[asking.index(name) :], name)))
        if name in finished:
            return
        source = read(name)
        is_table = name.endswith(".json")
        for found in () if is_table else (*_IMPORT_TABLE.finditer(source), *_IMPORT.finditer(source)):
            take(found["module"], (*asking, name))
        finished.add(name)
        scopes.append(f'$modules["{name}"] = {(_table if is_table else _scope)(name, source)};')

    take(start, ())
    return "\n".join(["const $modules = {};", *scopes])


def minify_script(script: str) -> str:
    """Return a script that does the same in fewer bytes.

    >>> minify_script("const one = 1; // why")
    'const one=1;'
    """
    begins, ends = "<script type=module>", "</script>"
    return (
        minify_html.minify(f"{begins}{_COMMENT.sub('', script)}{ends}", minify_js=True)
        .removeprefix(begins)
        .removesuffix(ends)
    )


def _table(name: str, source: str) -> str:
    """Return a table in JSON without spaces."""
    try:
        text = json.dumps(json.loads(source), separators=(",", ":"))
    except json.JSONDecodeError as error:
        message = f"{name}: cannot be joined because it is no JSON: {error}"
        raise BundleError(message) from error
    if found := _ENDS_SCRIPT.search(text):
        message = f"{name}: cannot be joined because of {found[0]}"
        raise BundleError(message)
    return text


def _scope(name: str, source: str) -> str:
    """Return an expression whose value is what the module exports."""
    offered = [found["name"] for found in _EXPORT.finditer(source)]
    bare = _IMPORT_TABLE.sub(r'const \g<name> = $modules["\g<module>"];', source)
    body = _EXPORT.sub(r"\g<kind>\g<name>", _IMPORT.sub(_taken, bare)).strip()
    if other := _OTHER.search(body) or _ENDS_SCRIPT.search(body):
        message = f"{name}: cannot be joined because of {other[0].strip()}"
        raise BundleError(message)
    return f"(() => {{\n{body}\nreturn {{ {', '.join(offered)} }};\n}})()"


def _taken(found: re.Match[str]) -> str:
    names = re.sub(r"(\w+)\s+as\s+(\w+)", r"\1: \2", found["names"])
    return f'const {{{names}}} = $modules["{found["module"]}"];'
