// Samples of what is drawn as lines and small signs are made by the very functions that draw them on the map.
import { drawGate, drawPost } from "#timemap/border/bordersymbols.js";
import { remaining } from "#timemap/areas/rim.js";
import { drawRing } from "#timemap/map/focus.js";
import { drawQuarter } from "#timemap/quarters/quarterlayer.js";
import { watchPalette } from "#timemap/map/palette.js";
import { blankCanvas, svgElement } from "#timemap/page/nodes.js";

const WIDTH = 24;
const HEIGHT = 16;
const RATIO = 2;

/**
 * Make the samples in the palette of a map.
 *
 * @param {Element} root element whose theme counts
 * @returns {Record<string, (...look: any[]) => Element>} each makes a new sample; `onTheme(call)` tells when they have to be made anew
 */
export function borderSamples(root) {
  const listeners = new Set();
  const theme = watchPalette(root, () => listeners.forEach((call) => call()));

  function picture(draw, scale = 1) {
    const canvas = blankCanvas(WIDTH * RATIO, HEIGHT * RATIO);
    canvas.className = "swatch";
    canvas.setAttribute("aria-hidden", "true");
    canvas.style.cssText = `inline-size:${WIDTH}px;block-size:${HEIGHT}px`;
    const ctx = canvas.getContext("2d");
    ctx.scale(RATIO * scale, RATIO * scale);
    draw(ctx, WIDTH / 2 / scale, HEIGHT / 2 / scale, theme.current());
    return canvas;
  }

  function lines(...strokes) {
    const svg = svgElement("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT, class: "swatch", "aria-hidden": "true", focusable: "false" });
    for (const stroke of strokes) svg.append(svgElement("path", { fill: "none", "stroke-linejoin": "round", ...stroke }));
    return svg;
  }

  function numbered(look) {
    const svg = lines();
    const text = svgElement("text", { x: 12, y: 12, "text-anchor": "middle", "font-size": 11, "font-weight": 600, fill: "#fff" }, "3");
    svg.append(svgElement("rect", { x: 4, y: 0, width: 16, height: 16, ...look }), text);
    return svg;
  }

  return {
    rim: () => {
      const svg = lines();
      for (let at = 0; at < WIDTH; at += 2) {
        const share = remaining(1 - at / WIDTH);
        svg.append(svgElement("rect", { x: at, y: 0, width: 2, height: HEIGHT, fill: "var(--ink)", "fill-opacity": `calc(var(--map-fill) * ${share})` }));
      }
      return svg;
    },
    zone: (lastKnown) => lines({ d: "M2 2H22V14H2Z", stroke: "var(--map-zone-label)", "stroke-width": 2.6, "stroke-dasharray": lastKnown ? "5 3" : "none" }),
    border: () => lines({ d: "M0 8H24", stroke: "var(--map-border)", "stroke-width": 3 }),
    wall: () => lines(
      { d: "M0 8H24", stroke: "var(--map-border)", "stroke-width": 3 },
      { d: "M3 8V14M10 8V14M17 8V14", stroke: "var(--map-wall)", "stroke-width": 1.6 },
    ),
    ring: () => lines({ d: "M12 1.2A6.8 6.8 0 1 1 12 14.8A6.8 6.8 0 1 1 12 1.2Z", stroke: "var(--ink)", "stroke-width": 1.4, "stroke-dasharray": "4 3.2" }),
    smaller: () => lines(
      { d: "M8 2.5A5.5 5.5 0 1 1 8 13.5A5.5 5.5 0 1 1 8 2.5Z", stroke: "var(--ink)", "stroke-width": 1.4 },
      { d: "M19 5A3.5 3.5 0 1 1 19 12A3.5 3.5 0 1 1 19 5Z", stroke: "var(--ink)", "stroke-width": 1.4 },
    ),
    callout: () => lines({ d: "M4 1.5H20V10H14L12 15L10 10H4Z", stroke: "var(--ink)", "stroke-width": 1.3, fill: "var(--panel)" }),
    event: () => lines({ d: "M12 2.5A5.5 5.5 0 1 1 12 13.5A5.5 5.5 0 1 1 12 2.5Z", stroke: "var(--panel)", "stroke-width": 1.4, fill: "var(--ink)" }),
    bar: (colour) => lines({ d: "M8 2H16V14H8Z", class: "bar-sample", style: `--group: ${colour}` }),
    badge: () => numbered({ rx: 8, fill: "#1d1d1b" }),
    count: () => numbered({ fill: "#6f63a8" }),
    focus: () => picture((ctx, x, y, colours) => drawRing(ctx, x, y, 0.52, colours), 0.8),
    crossing: (state) => picture((ctx, x, y, colours) => drawGate(ctx, x, y, 6, state, colours)),
    quarter: (colour, estimated = false) => picture((ctx, x, y, colours) => drawQuarter(ctx, x, y, { colour, estimated }, colours), 0.8),
    post: (state, colour) => picture((ctx, x, y, colours) => drawPost(ctx, x, y, 6, state, colour ?? colours.label, colours)),
    onTheme: (call) => listeners.add(call),
  };
}
