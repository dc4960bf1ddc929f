// Words on the map: styles, measures, and pictures of words over a halo.

import tokens from "#timemap/style/tokens.json" with { type: "json" };
import { blankCanvas, context2d, finished } from "#timemap/page/nodes.js";
import { paletteName } from "#timemap/map/palette.js";
import { inCapitals, isRightToLeft, nameIn } from "#timemap/labels/names.js";

/** @import {Spot} from "#timemap/labels/labelplacement.js" */
/** @typedef {CanvasRenderingContext2D} Canvas2D */
/** @import {Names} from "#timemap/labels/names.js" */
/** @import {Palette} from "#timemap/map/palette.js" */

const LEADING = 1.15; // of the size
/** The same where it is another. @type {{[Kind in LabelKind]?: number}} */
const LEADING_OF = Object.freeze({ border: 2.5 }); // between the names of two countries the border has room

/**
 * @typedef {keyof typeof tokens.lettering} LabelKind
 * @typedef {object} Style
 * @property {number} size in pixels at scale 1, never below 12
 * @property {number} weight
 * @property {string} colour name in the style sheet
 * @property {number} halo
 * @property {number} [spacing] between letters
 * @property {boolean} [upper]
 * @property {boolean} [italic]
 */

/** @type {Readonly<Record<LabelKind, Style>>} */
const STYLES = Object.freeze(tokens.lettering);

/**
 * Return a name as the lettering of its kind has it.
 *
 * Some kinds are written in capitals.
 *
 * @param {LabelKind} kind
 * @param {Names} names
 * @param {string} language
 * @returns {string} empty when there is none
 */
export function letteredName(kind, names, language) {
  const name = nameIn(names, language);
  return STYLES[kind].upper ? inCapitals(name, names[language] ? language : "") : name;
}

/**
 * @typedef {object} Words
 * @property {string[]} lines
 * @property {number} width in pixels
 * @property {number} height
 * @property {string} font
 * @property {number} leading pixels from one line to the next
 * @property {string} spacing
 * @property {Style} style
 */

/**
 * Make the measure of words.
 *
 * Measures are kept until the font or the scale changes.
 *
 * @returns {(ctx: Canvas2D, kind: LabelKind, lines: string[], scale: number, family: string) => Words}
 */
export function createMeasure() {
  /** @type {Map<string, Words>} */
  const kept = new Map();
  let keptFor = "";

  return function measure(ctx, kind, lines, scale, family) {
    if (keptFor !== `${scale} ${family}`) kept.clear();
    keptFor = `${scale} ${family}`;
    const key = `${kind} ${lines.join("\n")}`;
    const words = kept.get(key) ?? measured(ctx, kind, lines, scale, family);
    kept.set(key, words);
    return words;
  };
}

/** @type {(ctx: Canvas2D, kind: LabelKind, lines: string[], scale: number, family: string) => Words} */
function measured(ctx, kind, lines, scale, family) {
  const style = STYLES[kind];
  const size = Math.max(style.size, 12) * scale;
  const font = `${style.italic ? "italic " : ""}${style.weight} ${size}px ${family}`;
  const plain = lines.some(isRightToLeft); // joined letters must not be pulled apart
  const spacing = `${plain ? 0 : (style.spacing ?? 0) * scale}px`;
  ctx.font = font;
  ctx.letterSpacing = spacing;
  const width = Math.max(...lines.map((line) => ctx.measureText(line).width));
  ctx.letterSpacing = "0px";
  const leading = size * (LEADING_OF[kind] ?? LEADING);
  const height = leading * (lines.length - 1) + size * LEADING;
  return { lines, width: width + 2, height, font, leading, spacing, style };
}

/** @typedef {{left: number, top: number, width: number, height: number}} Extent */
/** @typedef {Extent & {image: HTMLCanvasElement|ImageBitmap}} Picture */
/** @typedef {Picture & {colours: Palette, ratio: number}} Kept */

/** Pictures of words, by their measure or, of turned ones, by their spot. @type {WeakMap<Words|Spot, Kept>} */
const drawn = new WeakMap();

/**
 * Draw words with their middle at a point.
 *
 * They are drawn once and then copied, as strokes of letters are dear.
 *
 * @param {Canvas2D} ctx
 * @param {Words} words
 * @param {Spot} spot
 * @param {Palette} colours
 */
export function letter(ctx, words, spot, colours) {
  const ratio = ctx.getTransform().a;
  if (spot.angle === 0) {
    const { image, width, height } = keptPicture(words, colours, ratio, () => uprightPicture(words, colours, ratio));
    /** @param {number} pixel */
    const whole = (pixel) => Math.round(pixel * ratio) / ratio;
    ctx.drawImage(image, whole(spot.x - width / 2), whole(spot.y - height / 2), width, height);
    return;
  }
  const turned = keptPicture(spot, colours, ratio, () => turnedPicture(words, spot, colours, ratio));
  const { image, left, top, width, height } = turned;
  ctx.imageSmoothingEnabled = false; // it lies on whole pixels
  ctx.drawImage(image, left, top, width, height);
  ctx.imageSmoothingEnabled = true;
}

/** @type {(key: Words|Spot, colours: Palette, ratio: number, make: () => Picture) => Kept} */
function keptPicture(key, colours, ratio, make) {
  const known = drawn.get(key);
  if (known && known.colours === colours && known.ratio === ratio) return known;
  const picture = { ...make(), colours, ratio };
  drawn.set(key, picture);
  return picture;
}

/** @param {Words} words */
const marginOf = (words) => 2 + words.style.halo;

/** @type {(words: Words, colours: Palette, ratio: number) => Picture} */
function uprightPicture(words, colours, ratio) {
  const margin = marginOf(words);
  const [across, down] = [words.width, words.height].map((size) => Math.ceil((size + 2 * margin) * ratio));
  const image = blankCanvas(across, down);
  const on = context2d(image);
  on.scale(ratio, ratio);
  const [width, height] = [across / ratio, down / ratio];
  strike(on, words, { x: width / 2, y: height / 2, angle: 0 }, colours);
  return { image: finished(image), left: 0, top: 0, width, height };
}

/**
 * Draw turned words on the device pixels on which they lie. The copy is then what would be drawn there.
 *
 * @param {Words} words
 * @param {Spot} spot
 * @param {Palette} colours
 * @param {number} ratio
 * @returns {Picture}
 */
function turnedPicture(words, spot, colours, ratio) {
  const margin = marginOf(words);
  const [left, top] = [spot.box[0], spot.box[1]].map((edge) => Math.floor((edge - margin) * ratio));
  const [right, bottom] = [spot.box[2], spot.box[3]].map((edge) => Math.ceil((edge + margin) * ratio));
  const image = blankCanvas(right - left, bottom - top);
  const on = context2d(image);
  on.setTransform(ratio, 0, 0, ratio, -left, -top);
  strike(on, words, spot, colours);
  const [width, height] = [(right - left) / ratio, (bottom - top) / ratio];
  return { image: finished(image), left: left / ratio, top: top / ratio, width, height };
}

/** @type {(ctx: Canvas2D, words: Words, at: {x: number, y: number, angle: number}, colours: Palette) => void} */
function strike(ctx, words, { x, y, angle }, colours) {
  const { lines, font, leading, spacing, style } = words;
  ctx.font = font;
  ctx.letterSpacing = spacing;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  ctx.lineWidth = style.halo;
  ctx.strokeStyle = colours.halo;
  ctx.fillStyle = colours[paletteName(style.colour)];
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
 * Break a name into some lines of like length.
 *
 * Fewer words give fewer lines.
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
