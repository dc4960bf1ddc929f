// Read the addresses on standard input as the document does, for the test that holds both sides to the same answers.
import { readFileSync } from "node:fs";
import { createAddress, openingState } from "../../timemap/web/state/address.js";

const { data, events, passing, addresses } = JSON.parse(readFileSync(0, "utf8"));
const ids = new Map(events.id.map((id, index) => [id, index]));
const former = new Map(events.formerId.map((id, index) => [id, index]).filter(([id]) => id));
const indexOf = (id) => ids.get(id) ?? former.get(id) ?? -1;
const shown = (filters) => {
  const listed = passing[JSON.stringify([filters.categories, filters.parties, filters.words])];
  return listed === undefined ? null : Uint8Array.from(events.id, (id) => Number(listed.includes(id)));
};
const address = createAddress(
  data,
  { events: { ...events, indexOf }, lessons: () => data.lessonIds, shown },
  openingState(data, { indexOf }),
);
const answers = addresses.map((text) => {
  const { state, problems } = address.read(text);
  return {
    written: address.write(state),
    problems: problems.map(({ name, value, expected, hint }) => [name, value, expected, hint]),
  };
});
process.stdout.write(JSON.stringify(answers));
