// Where the covered region ends in open country its areas fade out, so that the cut does not look like a front; along a state border they end sharply.
import { boxOf, decodeLine, meets, toWorld } from "#timemap/geometry.js";
import { blankCanvas } from "#timemap/symbols.js";

const NEAR = 0.012; // degrees from a border within which the rim is that border
const WIDTH_DEGREES = 0.09; // how far inside the fading starts
const LEAST = 12; // pixels
const MOST = 70;
const STEPS = 9;
const COARSE = 0.5; // the mask is soft, half the sharpness is enough

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
 * @returns {{erase: (ctx: CanvasRenderingContext2D, view: import("#timemap/view.js").View) => void}}
 */
export function createRim(rim, borders) {
  const lines = softParts((rim ?? []).map(decodeLine), borders.map(decodeLine)).map(toWorld);
  const box = boxOf(lines);
  let mask = null;
  let key = "";

  function make(view, width) {
    const name = [view.originX, view.originY, view.scale, view.width, view.height].join(" ");
    if (name === key) return mask;
    key = name;
    mask = blankCanvas(Math.ceil(view.width * COARSE), Math.ceil(view.height * COARSE));
    const ctx = mask.getContext("2d");
    ctx.scale(COARSE, COARSE);
    ctx.lineCap = "butt";
    ctx.lineJoin = "round";
    const path = new globalThis.Path2D();
    for (const line of lines) {
      if (!meets(boxOf([line]), grown(view.box, width / view.scale))) continue;
      let last = null;
      for (let at = 0; at < line.length; at += 2) {
        const x = line[at] * view.scale - view.originX;
        const y = line[at + 1] * view.scale - view.originY;
        if (last && at < line.length - 2 && Math.abs(x - last[0]) + Math.abs(y - last[1]) < 3) continue;
        if (last) path.lineTo(x, y);
        else path.moveTo(x, y);
        last = [x, y];
      }
    }
    for (let step = STEPS; step >= 1; step -= 1) {
      ctx.lineWidth = (2 * width * step) / STEPS;
      ctx.globalAlpha = step === 1 ? 1 : 0.24;
      ctx.stroke(path);
    }
    return mask;
  }

  function erase(ctx, view) {
    const width = Math.min(MOST, Math.max(LEAST, (WIDTH_DEGREES / 360) * view.scale));
    if (lines.length === 0 || !meets(box, grown(view.box, width / view.scale))) return;
    ctx.save();
    ctx.globalCompositeOperation = "destination-out";
    ctx.drawImage(make(view, width), 0, 0, view.width, view.height);
    ctx.restore();
  }

  return { erase };
}

function grown([west, north, east, south], by) {
  return [west - by, north - by, east + by, south + by];
}
