// Where the covered region ends in open country its areas fade out, so that the cut does not look like a front; along a state border they end sharply.
import { boxOf, decodeLine, meets, toWorld } from "#timemap/map/geometry.js";
import { blankCanvas } from "#timemap/page/nodes.js";

const NEAR = 0.012; // degrees from a border within which the rim is that border
const WIDTH_DEGREES = 0.16; // how far inside the fading starts
const LEAST = 14; // pixels
const MOST = 110;
const STEPS = 12;
const PIECE = 64; // the mask is taken in square pieces, and only where it fades something
const ROW = 4096; // more pieces than a row ever has

/**
 * Return the parts of the rim that are not a border, as lines of longitudes and latitudes.
 *
 * @param {Float64Array[]} rim closed rings in degrees
 * @param {Float64Array[]} borders lines in degrees
 * @returns {Float64Array[]}
 */
export function softParts(rim, borders) {
  const known = new Set();
  const cell = (value) => Math.floor(value / NEAR);
  for (const line of borders) {
    for (const [lon, lat] of dense(line)) known.add(`${cell(lon)} ${cell(lat)}`);
  }
  const isBorder = (lon, lat) => {
    for (let dx = -1; dx <= 1; dx += 1) for (let dy = -1; dy <= 1; dy += 1) if (known.has(`${cell(lon) + dx} ${cell(lat) + dy}`)) return true;
    return false;
  };
  const parts = [];
  for (const ring of rim) {
    let part = [];
    const finish = () => {
      if (part.length > 2) parts.push(Float64Array.from(part));
      part = [];
    };
    for (const [lon, lat] of dense(ring)) {
      if (isBorder(lon, lat)) finish();
      else part.push(lon, lat);
    }
    finish();
  }
  return parts;
}

/**
 * Return how much of an area is left so near to the rim: it starts and ends to fade gently, so that neither looks like a line.
 *
 * @param {number} away from the rim, as a share of the width of the fading
 * @returns {number} from 0 to 1
 */
export function remaining(away) {
  const part = Math.min(1, Math.max(0, away - 1 / STEPS));
  return part * part * (3 - 2 * part);
}

/** Join the pieces of a row that lie side by side. */
function inRows(names) {
  const runs = [];
  let last = NaN;
  for (const name of names) {
    if (name === last + 1) runs[runs.length - 1][2] += PIECE;
    else runs.push([(name % ROW) * PIECE, Math.floor(name / ROW) * PIECE, PIECE]);
    last = name;
  }
  return runs;
}

function* dense(line) {
  for (let at = 0; at + 1 < line.length; at += 2) {
    if (at >= 2) {
      const [fromLon, fromLat] = [line[at - 2], line[at - 1]];
      const count = Math.ceil(Math.max(Math.abs(line[at] - fromLon), Math.abs(line[at + 1] - fromLat)) / NEAR);
      for (let step = 1; step < count; step += 1) {
        yield [fromLon + ((line[at] - fromLon) * step) / count, fromLat + ((line[at + 1] - fromLat) * step) / count];
      }
    }
    yield [line[at], line[at + 1]];
  }
}

/**
 * Make the fading: `erase` takes the rim out of what is drawn. The mask is made anew only when the view has changed.
 *
 * @param {number[][]} rim delta-coded rings
 * @param {number[][]} borders delta-coded lines
 * @returns {{erase: (ctx: CanvasRenderingContext2D, view: import("#timemap/map/view.js").View, box?: number[]) => void}} `box` limits it to a part of the canvas
 */
export function createRim(rim, borders) {
  const lines = softParts((rim ?? []).map(decodeLine), borders.map(decodeLine)).map(toWorld);
  const box = boxOf(lines);
  let mask = null;
  let pieces = [];
  let key = "";

  /** Trace the rim in the view and note the pieces of the mask that it reaches. */
  function trace(view, width) {
    const path = new globalThis.Path2D();
    const touched = new Set();
    const touch = (x, y) => {
      for (let column = Math.floor((x - width) / PIECE); column <= (x + width) / PIECE; column += 1) {
        for (let row = Math.floor((y - width) / PIECE); row <= (y + width) / PIECE; row += 1) {
          if (column >= 0 && row >= 0 && column * PIECE < view.width && row * PIECE < view.height) touched.add(row * ROW + column);
        }
      }
    };
    for (const line of lines) {
      if (!meets(boxOf([line]), grown(view.box, width / view.scale))) continue;
      let last = null;
      for (let at = 0; at < line.length; at += 2) {
        const x = line[at] * view.scale - view.originX;
        const y = line[at + 1] * view.scale - view.originY;
        if (last && at < line.length - 2 && Math.abs(x - last[0]) + Math.abs(y - last[1]) < 3) continue;
        if (last) path.lineTo(x, y);
        else path.moveTo(x, y);
        touch(x, y);
        last = [x, y];
      }
    }
    return { path, touched: inRows([...touched].sort((one, other) => one - other)) };
  }

  function make(view, width) {
    const name = [view.originX, view.originY, view.scale, view.width, view.height, view.ratio].join(" ");
    if (name === key) return;
    key = name;
    const { path, touched } = trace(view, width);
    pieces = touched;
    if (pieces.length === 0) return;
    mask = blankCanvas(Math.ceil(view.width * view.ratio), Math.ceil(view.height * view.ratio));
    const ctx = mask.getContext("2d");
    ctx.scale(view.ratio, view.ratio);
    ctx.lineCap = "round"; // else a tooth stands where the rim meets a border for a short way
    ctx.lineJoin = "round";
    for (let step = STEPS; step >= 1; step -= 1) {
      ctx.lineWidth = (2 * width * step) / STEPS;
      ctx.globalAlpha = 1 - remaining(step / STEPS) / remaining((step + 1) / STEPS);
      ctx.stroke(path);
    }
  }

  function erase(ctx, view, [left, upper, right, lower] = [0, 0, view.width, view.height]) {
    const width = Math.min(MOST, Math.max(LEAST, (WIDTH_DEGREES / 360) * view.scale));
    if (lines.length === 0 || !meets(box, grown(view.box, width / view.scale))) return;
    make(view, width);
    ctx.save();
    ctx.globalCompositeOperation = "destination-out";
    ctx.imageSmoothingEnabled = false;
    for (const [x, y, length] of pieces) {
      if (x > right || y > lower || x + length < left || y + PIECE < upper) continue;
      ctx.drawImage(mask, x * view.ratio, y * view.ratio, length * view.ratio, PIECE * view.ratio, x, y, length, PIECE);
    }
    ctx.restore();
  }

  return { erase };
}

function grown([west, north, east, south], by) {
  return [west - by, north - by, east + by, south + by];
}
