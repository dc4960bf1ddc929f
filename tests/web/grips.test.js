// A press takes hold of what it is meant for, and a drag keeps the range.
import assert from "node:assert/strict";
import { test } from "node:test";
import { edgeAfterKey } from "../../timemap/web/slider/brush.js";
import { draggedRange, edged, gripAt, hitsOf } from "../../timemap/web/slider/grips.js";
import { scaleAfterWheel } from "../../timemap/web/slider/gestures.js";
import { scaleAfterKey } from "../../timemap/web/slider/overview.js";
import { wholeScale, zoomScale } from "../../timemap/web/slider/timescale.js";
import { dayIso, isoDay } from "../../timemap/web/time/dates.js";

const WHOLE = [1000, 2000];
const STRIP = { thumb: 500, edges: [300, 700], width: 1000, whole: false, brush: true };
const widthOf = ([from, to]) => to - from;

test("a finger hits 44 pixels of a handle, also at the ends of the strip", () => {
  for (const edges of [[300, 700], [0, 1000], [0, 500], [500, 1000], [400, 440]]) {
    const { from, to } = hitsOf(edges, 1000, 44);
    assert.deepEqual([widthOf(from), widthOf(to)].map(Math.round), [44, 44], edges.join());
  }
});

test("between the handles a third stays free to be moved, however short the range", () => {
  for (const length of [3, 9, 40, 60]) {
    const { from, to } = hitsOf([400, 400 + length], 1000, 44);
    assert.ok(to[0] - from[1] >= length / 3 - 1e-9, String(length));
  }
});

test("on the rail handles, the range between them and a new range are taken, for each kind of pointer", () => {
  for (const pointer of ["mouse", "touch", "pen"]) {
    const at = (x) => gripAt({ x, zone: "rail", pointer }, STRIP);
    assert.deepEqual([300, 700, 500, 100, 900].map(at), ["from", "to", "range", "new", "new"], pointer);
  }
  assert.equal(gripAt({ x: 320, zone: "rail", pointer: "touch" }, STRIP), "from");
  assert.equal(gripAt({ x: 320, zone: "rail", pointer: "mouse" }, STRIP), "range");
  assert.equal(gripAt({ x: 500, zone: "rail", pointer: "mouse" }, { ...STRIP, edges: [0, 1000], whole: true }), "new");
});

test("on the bars the moment is taken, and the empty strip scrubs it", () => {
  for (const zone of ["upper", "lower"]) {
    assert.equal(gripAt({ x: 505, zone, pointer: "mouse" }, STRIP), "moment");
    assert.equal(gripAt({ x: 420, zone, pointer: "mouse" }, STRIP), null);
    assert.equal(gripAt({ x: 302, zone, pointer: "mouse" }, STRIP), "from");
  }
});

test("where moment and handle lie together, the lower half is the moment's and the upper one the handle's", () => {
  const together = { ...STRIP, thumb: 301 };
  assert.equal(gripAt({ x: 300, zone: "lower", pointer: "mouse" }, together), "moment");
  assert.equal(gripAt({ x: 300, zone: "upper", pointer: "mouse" }, together), "from");
  assert.equal(gripAt({ x: 310, zone: "upper", pointer: "touch" }, together), "from");
  assert.equal(gripAt({ x: 310, zone: "lower", pointer: "touch" }, together), "moment");
});

test("a strip without a brush has the moment alone", () => {
  for (const zone of ["rail", "upper", "lower"]) {
    assert.equal(gripAt({ x: 300, zone, pointer: "mouse" }, { ...STRIP, brush: false }), null);
    assert.equal(gripAt({ x: 500, zone, pointer: "mouse" }, { ...STRIP, brush: false }), "moment");
  }
});

test("a drag moves one end, both or neither beyond the whole, and never one over the other", () => {
  const drag = (grip, start, now, before = [1200, 1400]) => draggedRange(grip, before, { start, now }, WHOLE);
  assert.deepEqual(drag("from", 1200, 1249.6), [1250, 1400]);
  assert.deepEqual(drag("from", 1200, 1900), [1399, 1400]);
  assert.deepEqual(drag("from", 1200, 0), [1000, 1400]);
  assert.deepEqual(drag("to", 1400, 1100), [1200, 1201]);
  assert.deepEqual(drag("to", 1400, 5000), [1200, 2000]);
  assert.deepEqual(drag("range", 1300, 1310.2), [1210, 1410]);
  assert.deepEqual(drag("range", 1300, 0), [1000, 1200]);
  assert.deepEqual(drag("range", 1300, 9000), [1800, 2000]);
  assert.deepEqual(drag("new", 1500.4, 1600.9), [1500, 1601]);
  assert.deepEqual(drag("new", 1600.9, 1500.4), [1500, 1601]);
  assert.deepEqual(drag("new", 1990, 9000), [1990, 2000]);
  assert.deepEqual(drag("new", 10, 20), [1000, 1001]);
});

test("keys move a handle by day and month and to its ends; the others are not its own", () => {
  const [first, last] = [isoDay("2014-01-31"), isoDay("2016-03-31")];
  const range = [first, last + 1];
  const whole = [isoDay("2012-07-19"), isoDay("2026-11-30")];
  const press = (key, end, shiftKey = false) => {
    const edge = edgeAfterKey({ key, shiftKey }, end, range, whole);
    return edge === null ? null : dayIso(edge - (end === "to" ? 1 : 0));
  };
  assert.equal(press("ArrowRight", "from"), "2014-02-01");
  assert.equal(press("ArrowDown", "to"), "2016-03-30");
  assert.equal(press("ArrowRight", "from", true), "2014-02-28");
  assert.equal(press("ArrowLeft", "to", true), "2016-02-29");
  assert.deepEqual(["Home", "End"].map((key) => press(key, "from")), ["2012-07-19", "2016-03-31"]);
  assert.deepEqual(["Home", "End"].map((key) => press(key, "to")), ["2014-01-31", "2026-11-29"]);
  for (const key of ["PageUp", "PageDown", " ", "Enter", "n"]) assert.equal(press(key, "from"), null, key);
});

test("an end goes as far as the other end and the whole allow", () => {
  assert.deepEqual(edged([1200, 1400], "from", 1500, WHOLE), [1399, 1400]);
  assert.deepEqual(edged([1200, 1400], "from", 900, WHOLE), [1000, 1400]);
  assert.deepEqual(edged([1200, 1400], "to", 1000, WHOLE), [1200, 1201]);
  assert.deepEqual(edged([1200, 1400], "to", 9000, WHOLE), [1200, 2000]);
});

test("the wheel zooms over the axis or with Ctrl, and is the page's where it does nothing", () => {
  const scale = wholeScale(WHOLE, 1000);
  const near = zoomScale(scale, 500, 4);
  const turn = (on, event, onAxis) => scaleAfterWheel(on, { deltaX: 0, deltaY: 0, ...event }, 500, onAxis);
  assert.equal(turn(scale, { deltaY: -100 }, false), null);
  assert.ok(turn(scale, { deltaY: -100 }, true).to < 2000);
  assert.ok(turn(scale, { deltaY: -100, ctrlKey: true }, false).to < 2000);
  assert.equal(turn(scale, { deltaY: 100 }, true), null);
  assert.equal(turn(scale, { deltaX: 100 }, false), null);
  assert.ok(turn(near, { deltaX: 100 }, false).from > near.from);
  assert.ok(turn(near, { deltaY: 100, shiftKey: true }, false).from > near.from);
});

test("keys move the part in sight along the whole story", () => {
  const near = zoomScale(wholeScale(WHOLE, 1000), 500, 10);
  assert.equal(scaleAfterKey(near, "ArrowRight").from, near.from + 10);
  assert.equal(scaleAfterKey(near, "Home").from, 1000);
  assert.equal(scaleAfterKey(near, "End").to, 2000);
  assert.equal(scaleAfterKey(near, "PageDown"), null);
});
