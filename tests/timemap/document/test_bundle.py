"""The browser modules are joined into one script: each once, after what it imports, in a scope of its own."""

from __future__ import annotations

import re

import pytest

from timemap.document.assets import read_module, script
from timemap.document.bundle import BundleError, bundle_modules, minify_script
from timemap.web import WEB

MODULES = {
    "main.js": 'import { one } from "#timemap/parts/one.js";\n'
    'import {\n  two as second,\n  three,\n} from "#timemap/two.js";\nexport function start() {}',
    "parts/one.js": 'import { three } from "#timemap/two.js";\nexport class one {}',
    "two.js": "export const two = 2;\nexport async function three() {}\nexport function* four() {}\nconst own = 4;",
    "unasked.js": "export const five = 5;",
}


def joined(**changed: str) -> str:
    """Return the modules joined, with other sources for some; ``main`` stands for ``main.js``."""
    modules = MODULES | {f"{name}.js": source for name, source in changed.items()}
    return bundle_modules("main.js", modules.__getitem__)


def test_each_module_stands_once_after_those_it_imports_and_none_that_is_not_asked_for() -> None:
    assert re.findall(r'^\$modules\["(.+)"\] = ', joined(), re.MULTILINE) == ["two.js", "parts/one.js", "main.js"]


def test_names_are_taken_and_offered() -> None:
    text = joined()
    assert 'const { one } = $modules["parts/one.js"];' in text
    assert 'const {\n  two: second,\n  three,\n} = $modules["two.js"];' in text
    assert "return { two, three, four };" in text
    assert re.search(r"^\s*(import|export)\b", text, re.MULTILINE) is None


@pytest.mark.parametrize(
    "source",
    [
        "export default 1;",
        "export { one };",
        'export { two } from "#timemap/two.js";',
        "export let one = 1;",
        "export const [one] = [1];",
        'import one from "#timemap/two.js";',
        'import one from "#timemap/one.json";',
        'import "#timemap/two.js";',
        'import { two } from "./two.js";',
        'export const one = "</script>";',
        'export const one = "<!--";',
    ],
)
def test_what_cannot_be_joined_is_said(source: str) -> None:
    with pytest.raises(BundleError, match=r"two\.js: cannot be joined"):
        joined(two=source)


def test_a_script_keeps_its_texts_when_it_is_minified() -> None:
    source = (
        "// What it is.\n/**\n * Says `a`.\n */\nfunction one(/** @type {A} */ first) {\n"
        '  return [first, "/* no */; // text", `\n  a  ${first}\n\n  b ${`c  ${2}`}`, /`/];\n}\n'
        "console.log(one(1)); // why\n"
    )
    small = minify_script(source)
    assert [kept in small for kept in ("/* no */; // text", "\n  a  ", "\n\n  b ", "/`/")] == [True] * 4
    assert [gone in small for gone in ("What it is", "Says", "@type", "// why")] == [False] * 4


def test_the_script_of_the_document_is_minified() -> None:
    assert len(script()) < 0.6 * len(bundle_modules("main.js", read_module))


def test_a_table_stands_in_the_script_without_spaces() -> None:
    source = 'import table from "#timemap/a/table.json" with { type: "json" };\nexport const two = table.a;\nlet three;'
    modules = {"main.js": source, "a/table.json": '{\n  "a": [1, "b c"]\n}\n'}
    text = bundle_modules("main.js", modules.__getitem__)
    assert '$modules["a/table.json"] = {"a":[1,"b c"]};\n$modules["main.js"]' in text
    assert 'const table = $modules["a/table.json"];\nconst two = table.a;' in text


@pytest.mark.parametrize("table", ["{", '"</script>"'])
def test_a_table_that_cannot_be_joined_is_said(table: str) -> None:
    modules = {"main.js": 'import table from "#timemap/one.json" with { type: "json" };', "one.json": table}
    with pytest.raises(BundleError, match=r"one\.json: cannot be joined"):
        bundle_modules("main.js", modules.__getitem__)


def test_modules_that_import_each_other_are_said() -> None:
    with pytest.raises(BundleError, match=r"parts/one\.js imports two\.js imports parts/one\.js"):
        joined(two='import { one } from "#timemap/parts/one.js";\nexport const two = 1;\nexport const three = 1;')


def test_all_modules_of_the_document_are_in_its_script() -> None:
    own = {path.relative_to(WEB).as_posix() for path in WEB.rglob("*.js")}
    own |= {"style/backgrounds.json", "style/tokens.json"}
    taken = set(re.findall(r'^\$modules\["(.+)"\] = ', bundle_modules("main.js", read_module), re.MULTILINE))
    assert taken == {name for name in own if not name.startswith(("app/", "cells/", "site/"))}
