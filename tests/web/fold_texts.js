// Folds what it reads, `{letters, texts}` as JSON, and writes each text folded and its words, for Python's test to
// compare.
import { readFileSync } from "node:fs";
import { createFolding } from "../../timemap/web/find/folding.js";

const { letters, texts } = JSON.parse(readFileSync(0, "utf8"));
const { fold, wordsOf } = createFolding(letters);
process.stdout.write(JSON.stringify(texts.map((text) => [fold(text), wordsOf(text)])));
