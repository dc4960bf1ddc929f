// Table of the fields of the state as the document has it: each row with its limits, as timemap/state/fields.py joins
// them.
import { readFileSync } from "node:fs";

const read = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));
const LIMITS = read("geodata/records/view_limits.json");
const TABLE = read("timemap/state/fields.json");

/** What `data.fields` of the document is. */
export const FIELD_TABLE = { ...TABLE, fields: TABLE.fields.map((row) => ({ ...row, ...LIMITS[row.name] })) };
