// Description of days as the document has it, for the test that holds it to the numbers of Python.
import { readFileSync } from "node:fs";
import { createTopology } from "../../timemap/web/areas/topology.js";
import { createEvents } from "../../timemap/web/events/events.js";
import { createDescriber, plainSections } from "../../timemap/web/textmap/describe.js";
import { hereWords } from "../../timemap/web/textmap/here.js";
import { createNames } from "../../timemap/web/textmap/names.js";
import { stretchesOf } from "../../timemap/web/textmap/routes.js";
import { plain } from "../../timemap/web/textmap/text.js";

const { data, days, points = [], language = "en" } = JSON.parse(readFileSync(0, "utf8"));
const topology = createTopology(data.areas);
const known = { data, topology, events: createEvents(data.events) };
const describer = createDescriber(known);

function dayOf(moment) {
  const state = { moment, language, shown: null, hidden: [] };
  const ground = describer.groundOf();
  const here = { known, ground, state, names: createNames(data, moment, language) };
  return {
    text: plainSections(describer.sectionsOf(state)),
    areas: describer.factsOn(moment).map(({ area, km2, shape, meetings, focus, near, rivers, shares }) => ({
      controller: area.controller, zone: area.zone, km2, shape, meetings, focus, shares,
      near: near && { name: near.place.names.en, km: near.km }, rivers: rivers.map(({ km }) => km),
    })),
    border: stretchesOf(ground.border, topology.at(moment).holders)
      .map(({ from, to, holders }) => [holders[0], to - from]),
    here: points.map(([lat, lon]) => hereWords(here, { lat, lon }).map(plain).join(" ")),
  };
}

process.stdout.write(JSON.stringify(days.map(dayOf)));
