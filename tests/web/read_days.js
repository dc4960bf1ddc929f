// Areas, lengths and changes of days as the document has them, for the test that holds Python to the same numbers.
import { readFileSync } from "node:fs";
import { ringPoints, turning } from "../../timemap/web/areas/arcs.js";
import { sizeOf } from "../../timemap/web/areas/areaof.js";
import { outlineOf } from "../../timemap/web/areas/edgelengths.js";
import { createTopology } from "../../timemap/web/areas/topology.js";
import { changesBetween, keptBetween } from "../../timemap/web/compare/changes.js";

const { areas, edges, successions, days, pairs } = JSON.parse(readFileSync(0, "utf8"));
const topology = createTopology(areas);

/** Return each controller's land: its size in km², that of its rings in square degrees, and the lengths round it. */
function dayOf(day) {
  const { controllers, holders } = topology.at(day);
  return controllers.map(({ controller, rings }) => {
    const cells = [...holders.keys()].filter((cell) => holders[cell] === controller);
    const { fronts, borders } = outlineOf(edges, holders, cells);
    return {
      controller,
      km2: sizeOf(topology, cells),
      degrees: rings.reduce((sum, ring) => sum + turning(ringPoints(topology.arcs, ring)) / 2, 0),
      fronts: fronts.map((front) => [front.controller, front.km]),
      borders: borders.map((border) => [border.state, border.km]),
    };
  });
}

const changes = pairs.map(([first, second]) => ({
  changes: changesBetween(topology, first, second, successions).map(({ from, to, way, km2 }) => [from, to, way, km2]),
  kept: keptBetween(topology, first, second).map(({ holder, km2 }) => [holder, km2]),
}));
process.stdout.write(JSON.stringify({ days: days.map(dayOf), changes }));
