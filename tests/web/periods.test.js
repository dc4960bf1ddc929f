// Names of periods stand where there is room for them, whole or shortened by words, and never on one another.
import assert from "node:assert/strict";
import { test } from "node:test";
import { areaNotice, firstHeld } from "../../timemap/web/map/areasnotice.js";
import { placeNames, shorterNames } from "../../timemap/web/slider/periodnames.js";
import { lanesOf } from "../../timemap/web/slider/periods.js";
import { flagPlace } from "../../timemap/web/slider/thumb.js";

const measure = (text) => text.length * 6;

test("a name stands inside its band, else right behind it, else so that it ends with it", () => {
  const [inside] = placeNames([{ left: 100, right: 190, name: "Siege of Kobane" }], 1000, measure);
  assert.deepEqual(inside, { x: 100, text: "Siege of Kobane" });
  const [behind] = placeNames([{ left: 100, right: 110, name: "Siege of Kobane" }], 1000, measure);
  assert.deepEqual(behind, { x: 110, text: "Siege of Kobane" });
  const neighbours = [{ left: 100, right: 140, name: "Siege of Kobane" }, { left: 150, right: 900, name: "Peace" }];
  assert.deepEqual(placeNames(neighbours, 1000, measure), [
    { x: 7, text: "Siege of Kobane" },
    { x: 150, text: "Peace" },
  ]);
  const [atTheEnd] = placeNames([{ left: 970, right: 990, name: "Siege of Kobane" }], 1000, measure);
  assert.deepEqual(atTheEnd, { x: 877, text: "Siege of Kobane" });
  const close = [{ left: 100, right: 880, name: "Peace" }, { left: 970, right: 990, name: "Siege of Kobane" }];
  assert.deepEqual(placeNames(close, 1000, measure)[1], { x: 900, text: "Siege of Kobane" });
  close[0].right = 905;
  assert.equal(placeNames(close, 1000, measure)[1], null);
  const named = [
    { left: 100, right: 120, name: "Operation Olive Branch" },
    { left: 290, right: 310, name: "Siege of Kobane" },
  ];
  assert.deepEqual(placeNames(named, 310, measure).map((place) => place?.x), [120, undefined]);
});

test("a name that is shortened inside its band is preferred to a longer one behind it", () => {
  const band = { left: 0, right: 100, name: "From the ruins to the Euphrates" };
  assert.deepEqual(placeNames([band], 1000, measure), [{ x: 0, text: "From the ruins\u2026" }]);
  const last = { left: 900, right: 990, name: "Government advance, encirclement", short: "Government advance" };
  assert.deepEqual(placeNames([last], 990, measure), [{ x: 789, text: "Government advance" }]);
});

test("no name stands on another or on another's band, and none leaves the strip", () => {
  const name = "Operation Euphrates Shield";
  const bands = [0, 60, 130, 400, 420, 700, 960].map((left) => ({ left, right: left + 18, name }));
  const names = placeNames(bands, 980, measure).map((place, at) => place && { ...place, at });
  const stand = names.filter(Boolean);
  assert.ok(stand.length >= 3);
  for (const { x, text, at } of stand) {
    const end = x + measure(text);
    assert.ok(x >= 0 && end <= 980 && (x >= bands[at].left || end === bands[at].right), text);
    for (const [other, { left, right }] of bands.entries()) {
      if (other !== at) assert.ok(end <= left || x >= right, `${at} on band ${other}`);
    }
    for (const other of stand) if (other.at > at) assert.ok(end <= other.x, `${at} on name ${other.at}`);
  }
});

test("a name is shortened by whole words, not to a few letters and not to a link", () => {
  const shorter = (name) => shorterNames(name).slice(1);
  assert.deepEqual(shorter("From the ruins to the Euphrates"), ["From the ruins\u2026"]);
  const starts = ["Peace Spring, patrols and drone\u2026", "Peace Spring, patrols\u2026", "Peace Spring\u2026"];
  assert.deepEqual(shorter("Peace Spring, patrols and drone strikes"), starts);
  assert.deepEqual(shorterNames("Manbij offensive"), ["Manbij offensive"]);
  const siege = shorterNames("Siege and recapture of Kobane", "Siege of Kobane");
  assert.deepEqual(siege, ["Siege and recapture of Kobane", "Siege of Kobane", "Siege and recapture\u2026"]);
  const fall = shorterNames("Fall of Assad and a year of talks", "Fall of Assad");
  assert.equal(fall[1], "Fall of Assad");
  assert.ok(!fall.includes("Fall of Assad\u2026"));
});

test("the flag stands over the moment between the handles, or outside of both where these are close", () => {
  assert.equal(flagPlace(300, [-50, 2000], 900), "clamp(0px, 300.0px - 50%, 900px - 100%)");
  assert.equal(flagPlace(300, [200, 600], 900), "clamp(200px, 300.0px - 50%, 600px - 100%)");
  assert.equal(flagPlace(320, [300, 350], 900), "min(362px, 912px - 100%)");
  assert.equal(flagPlace(820, [800, 850], 900), "max(-12px, 788px - 100%)");
});

test("chapters take their lanes in turn, the others the first that is free below them", () => {
  const period = (start, end, chapter = false) => ({ start, end, chapter });
  const chapters = [period(0, 10, true), period(10, 20, true), period(20, null, true)];
  const periods = [...chapters, period(1, 5), period(4, 8), period(5, null)];
  assert.deepEqual(lanesOf(periods, 2), [0, 1, 0, 2, 3, 2]);
  assert.deepEqual(lanesOf(periods, 1), [0, 0, 0, 1, 2, 1]);
});

test("the map says where areas are not known yet, and where they are last known", () => {
  const two = [[16071, null, 1, 0, -1], [16080, 16090, 0, 0, -1]];
  const first = firstHeld({ holds: [[[16100, 16200, 0, 0, -1]], null, [], two] });
  assert.equal(first, 16071);
  assert.equal(firstHeld({}), null);
  const words = (day) => areaNotice(day, { first, last: 20517 });
  assert.equal(words(16070), "No data on areas before 1 January 2014.");
  assert.deepEqual([words(16071), words(20517)], ["", ""]);
  assert.equal(words(20518), "Areas as last known on 5 March 2026.");
  assert.equal(areaNotice(16071, { first: null, last: null }), "No data on areas.");
});
