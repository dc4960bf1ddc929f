// The document starts here: one clock is made, every part is given it, and the page around the map is put together.

import { createAreaCard } from "#timemap/panel/areacard.js";
import { createBackgrounds } from "#timemap/map/backgrounds.js";
import { createBaseLayer } from "#timemap/map/baselayer.js";
import { createMapButtons } from "#timemap/map/buttons.js";
import { createCompare } from "#timemap/compare/compare.js";
import { createCard } from "#timemap/panel/card.js";
import { createCollect } from "#timemap/lesson/collect.js";
import { createClock } from "#timemap/time/clock.js";
import { createEvents } from "#timemap/events/events.js";
import { createFilters } from "#timemap/find/filters.js";
import { createFind } from "#timemap/find/find.js";
import { createFollow } from "#timemap/map/follow.js";
import { createSearching } from "#timemap/find/searching.js";
import { createExercise } from "#timemap/exercise/exercise.js";
import { addFurniture } from "#timemap/map/furniture.js";
import { createAddress, openingState } from "#timemap/state/address.js";
import { createHost } from "#timemap/page/host.js";
import { createNotice } from "#timemap/page/notice.js";
import { createViewport } from "#timemap/map/viewport.js";
import { createHelp } from "#timemap/page/help.js";
import { createKeys } from "#timemap/time/keys.js";
import { createDayLayers } from "#timemap/map/daylayers.js";
import { createLayout } from "#timemap/page/layout.js";
import { createLessons } from "#timemap/lesson/lessons.js";
import { createPresent } from "#timemap/lesson/present.js";
import { createLegend } from "#timemap/legend/legend.js";
import { createList } from "#timemap/panel/list.js";
import { createMessages } from "#timemap/page/messages.js";
import { createAreasNotice } from "#timemap/map/areasnotice.js";
import { createPaper } from "#timemap/page/paper.js";
import { createPlate } from "#timemap/map/plate.js";
import { createQuarterCard } from "#timemap/quarters/quartercard.js";
import { createShare } from "#timemap/page/share.js";
import { createSelection } from "#timemap/events/selection.js";
import { createSight } from "#timemap/map/sight.js";
import { sourcesOf } from "#timemap/panel/sources.js";
import { createSlider } from "#timemap/slider/slider.js";
import { createStart } from "#timemap/start/start.js";
import { createSummary } from "#timemap/map/summary.js";
import { whenIdle } from "#timemap/page/idle.js";
import { createTheme } from "#timemap/page/theme.js";
import { createPatternSetting, needsPatterns } from "#timemap/areas/showpatterns.js";
import { createTopology } from "#timemap/areas/topology.js";
import { createMarks } from "#timemap/words/marks.js";

/**
 * Start the document on Folium's map.
 *
 * @param {L.Map} map
 */
export function start(map) {
  const data = JSON.parse(document.getElementById("timemap-data").textContent);
  data.sources = sourcesOf(data.sources);
  const events = createEvents(data.events);
  const filters = createFilters(data, events, whenIdle);
  const clock = createClock({
    ...data.filters, hidden: data.hidden, moment: data.moment, range: data.range, mode: data.mode, window: data.window, selected: events.indexOf(data.selected),
    playing: false, speed: 7, follow: false, skipEmpty: true, dragging: false, compare: data.compare ?? null, cell: -1, lesson: "", scene: 0, marked: null, presenting: false, collecting: false, language: data.language, shown: null, singleKeys: true, patterns: needsPatterns(),
  }, undefined, filters.derive);
  const layout = createLayout(data, map.getContainer());
  const context = { data, clock, events, map, theme: createTheme(document.documentElement), say: layout.say, focusPanel: layout.focusPanel, filters };
  context.searching = createSearching(context);
  clock.subscribe((state, changed) => {
    if ((changed.has("selected") && state.selected >= 0) || (changed.has("cell") && state.cell >= 0) || (changed.has("lesson") && state.lesson)) layout.openPanel();
    if (changed.has("lesson")) layout.hold(state.lesson ? "Lesson" : "Events");
  });
  context.mark = createMarks(context);
  context.select = createSelection(context).select;
  context.help = createHelp(context);
  context.paper = createPaper(map);
  const compare = createCompare(context);
  context.alsoSeen = compare.sees;
  const exercise = createExercise(context);
  const find = createFind(context);
  context.openFilters = () => {
    layout.openPanel();
    find.openFilters();
  };
  const slider = createSlider(context);
  layout.place({
    find: find.element, chips: find.chips, tail: find.tail, exercise: exercise.element, exerciseButton: exercise.button,
    areasNotice: createAreasNotice(context).element, plate: createPlate(context).element, collect: createCollect(context).element,
    compare: compare.panel, card: createCard(context).element, list: createList(context).element,
    slider: slider.element, second: compare.slider, help: context.help.element,
  });
  map.invalidateSize({ animate: false });
  map.setView([data.view.lat, data.view.lon], data.view.zoom, { animate: false });
  context.topology = createTopology(data.areas);
  layout.place({ legend: createLegend({ ...context, other: compare.other }).element });
  addFurniture(context);
  const share = createShare(context);
  context.shared = share.take;
  const beginning = createStart(context);
  context.start = beginning;
  layout.place({ buttons: createMapButtons(context, { buttons: [share.button, beginning.button], onClear: layout.clear }).element, share: share.element, start: beginning.element, terms: beginning.terms });
  context.sight = createSight(map);
  context.viewport = createViewport(context);
  context.sight.open(data.view, data.bounds); // before the layers, so that each is drawn once

  const base = createBaseLayer(context);
  (base.layer ?? base).addTo(map);
  const day = createDayLayers({ ...context, side: compare.left });
  const { areas, marks } = day;
  compare.attach(day);
  const areaCard = createAreaCard({ ...context, topology: areas.topology });
  layout.place({ areaCard: areaCard.card, quarters: createQuarterCard(context).element, areaList: areaCard.list });

  const lessons = createLessons(context);
  const present = createPresent(context, (scale) => {
    for (const side of [day, compare]) side.setScale(scale);
  });
  layout.place({ lesson: lessons.panel, cover: present.element, caption: createFollow(context).element });

  const backgrounds = createBackgrounds({ ...context, onChange: base.setBackground });
  slider.addSetting(backgrounds.element);
  slider.addSetting(createPatternSetting(clock));
  const { press } = createKeys({ ...context, marks, lessons, present });
  context.press = press;
  createSummary({ ...context, areas });
  const notice = createNotice();
  layout.place({ notice: notice.element });
  const shown = (wanted) => filters.derive(wanted, null).shown;
  const address = createAddress(data, { events, lessons: lessons.ids, shown }, openingState(data, events));
  context.address = address;
  const host = createHost({ ...context, address, lessons, notice });
  context.host = host;
  if (data.lesson) lessons.start(data.lesson.id, data.lesson.scene);
  host.start();
  beginning.begin();
  globalThis.timemap = createMessages({ ...context, areas, written: day.written, symbols: day.symbols, lessons, host, address }).api;
}
