// Words on the map: a few styles, measured once per word, drawn over a halo, in their own direction of writing.

import { blankCanvas, finished } from "#timemap/page/nodes.js";
import { isRightToLeft } from "#timemap/labels/names.js";

const LEADING = 1.15; // of the size

/** Styles by kind: size in pixels at scale 1 (never below 12), weight, colour of the palette, spacing between letters. */
const STYLES = Object.freeze({
  focus: { size: 17, weight: 800, colour: "focus", halo: 5 },
  zone: { size: 14, weight: 700, colour: "zoneLabel", halo: 4 },
  country: { size: 18, weight: 500, colour: "quiet", spacing: 5, upper: true },
  border: { size: 12, weight: 600, colour: "label", spacing: 2, upper: true, leading: 2.5 },
  callout: { size: 13, weight: 650, colour: "label", halo: 0 },
  city: { size: 14.5, weight: 600, colour: "label" },
  town: { size: 12.5, weight: 500, colour: "label" },
  village: { size: 12, weight: 400, colour: "quiet" },
  division: { size: 12, weight: 500, colour: "quiet", spacing: 2, upper: true },
  lake: { size: 12.5, weight: 400, colour: "waterLabel", italic: true },
  river: { size: 12, weight: 400, colour: "waterLabel", italic: true, spacing: 1 },
});

/**
 * @typedef {object} Words
 * @property {string[]} lines
 * @property {number} width in pixels
 * @property {number} height
 * @property {string} font
 * @property {number} leading pixels from one line to the next
 * @property {string} spacing
 * @property {typeof STYLES[keyof typeof STYLES]} style
 */

/**
 * Make the measure of words; measures are kept until the font or the scale changes.
 *
 * @returns {(ctx: CanvasRenderingContext2D, kind: keyof typeof STYLES, lines: string[], scale: number, family: string) => Words}
 */
export function createMeasure() {
  const kept = new Map();
  let keptFor = "";

  return function measure(ctx, kind, lines, scale, family) {
    if (keptFor !== `${scale} ${family}`) kept.clear();
    keptFor = `${scale} ${family}`;
    const key = `${kind} ${lines.join("\n")}`;
    if (!kept.has(key)) kept.set(key, measured(ctx, kind, lines, scale, family));
    return kept.get(key);
  };
}

function measured(ctx, kind, lines, scale, family) {
  const style = STYLES[kind];
  const size = Math.max(style.size, 12) * scale;
  const font = `${style.italic ? "italic " : ""}${style.weight} ${size}px ${family}`;
  const plain = lines.some(isRightToLeft); // joined letters must not be pulled apart
  const spacing = `${plain ? 0 : (style.spacing ?? 0) * scale}px`;
  const shown = style.upper && !plain ? lines.map((line) => line.toLocaleUpperCase()) : lines;
  ctx.font = font;
  ctx.letterSpacing = spacing;
  const width = Math.max(...shown.map((line) => ctx.measureText(line).width));
  ctx.letterSpacing = "0px";
  const leading = size * (style.leading ?? LEADING);
  return { lines: shown, width: width + 2, height: leading * (shown.length - 1) + size * LEADING, font, leading, spacing, style };
}

const drawn = new WeakMap(); // pictures of words: of upright ones by their measure, of turned ones by their spot

/**
 * Draw words with their middle at a point. They are drawn once and then copied, as strokes of letters are dear.
 *
 * @param {CanvasRenderingContext2D} ctx
 * @param {Words} words
 * @param {import("#timemap/labels/placelabels.js").Spot & {x: number, y: number, angle: number}} spot
 * @param {Record<string, string>} colours
 */
export function letter(ctx, words, spot, colours) {
  const ratio = ctx.getTransform().a;
  if (spot.angle === 0) {
    const { image, width, height } = keptPicture(words, colours, ratio, () => uprightPicture(words, colours, ratio));
    const whole = (pixel) => Math.round(pixel * ratio) / ratio;
    ctx.drawImage(image, whole(spot.x - width / 2), whole(spot.y - height / 2), width, height);
    return;
  }
  const { image, left, top, width, height } = keptPicture(spot, colours, ratio, () => turnedPicture(words, spot, colours, ratio));
  ctx.imageSmoothingEnabled = false; // it lies on whole pixels
  ctx.drawImage(image, left, top, width, height);
  ctx.imageSmoothingEnabled = true;
}

function keptPicture(key, colours, ratio, make) {
  const known = drawn.get(key);
  if (known && known.colours === colours && known.ratio === ratio) return known;
  const picture = { ...make(), colours, ratio };
  drawn.set(key, picture);
  return picture;
}

const marginOf = (words) => 2 + (words.style.halo ?? 3);

function uprightPicture(words, colours, ratio) {
  const margin = marginOf(words);
  const [across, down] = [words.width, words.height].map((size) => Math.ceil((size + 2 * margin) * ratio));
  const image = blankCanvas(across, down);
  const on = image.getContext("2d");
  on.scale(ratio, ratio);
  const [width, height] = [across / ratio, down / ratio];
  strike(on, words, { x: width / 2, y: height / 2, angle: 0 }, colours);
  return { image: finished(image), width, height };
}

/** On the device pixels on which the words lie, so that the copy is what would be drawn there. */
function turnedPicture(words, spot, colours, ratio) {
  const margin = marginOf(words);
  const [left, top] = [spot.box[0], spot.box[1]].map((edge) => Math.floor((edge - margin) * ratio));
  const [right, bottom] = [spot.box[2], spot.box[3]].map((edge) => Math.ceil((edge + margin) * ratio));
  const image = blankCanvas(right - left, bottom - top);
  const on = image.getContext("2d");
  on.setTransform(ratio, 0, 0, ratio, -left, -top);
  strike(on, words, spot, colours);
  return { image: finished(image), left: left / ratio, top: top / ratio, width: image.width / ratio, height: image.height / ratio };
}

function strike(ctx, words, { x, y, angle }, colours) {
  const { lines, font, leading, spacing, style } = words;
  ctx.font = font;
  ctx.letterSpacing = spacing;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  ctx.lineWidth = style.halo ?? 3;
  ctx.strokeStyle = colours.halo;
  ctx.fillStyle = colours[style.colour];
  ctx.save();
  ctx.translate(x, y);
  if (angle !== 0) ctx.rotate(angle);
  lines.forEach((line, at) => {
    const down = (at - (lines.length - 1) / 2) * leading;
    ctx.direction = isRightToLeft(line) ? "rtl" : "ltr";
    ctx.strokeText(line, 0, down);
    ctx.fillText(line, 0, down);
  });
  ctx.restore();
  ctx.letterSpacing = "0px";
}

/**
 * Break a name into at most two lines of like length.
 *
 * @param {string} name
 * @param {number} [longest] letters on one line
 * @returns {string[]}
 */
export function breakName(name, longest = 14) {
  return breakInto(name, name.length <= longest ? 1 : 2);
}

/**
 * Break a name into some lines of like length; into fewer where it has no more words.
 *
 * @param {string} name
 * @param {number} count
 * @returns {string[]}
 */
export function breakInto(name, count) {
  const words = name.split(" ");
  if (count < 2 || words.length < 2) return [name];
  let best = [name];
  let least = Infinity;
  for (let at = 1; at < words.length; at += 1) {
    const lines = [words.slice(0, at).join(" "), ...breakInto(words.slice(at).join(" "), count - 1)];
    const length = Math.max(...lines.map((line) => line.length));
    if (length < least) [best, least] = [lines, length];
  }
  return best;
}
