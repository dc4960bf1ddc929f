// Start of the document on the map that Folium made.
// The leaves are made first, and each further part gets those that it needs.

import { createAreaCard } from "#timemap/panel/areacard.js";
import { createBackgrounds } from "#timemap/map/backgrounds.js";
import { createBaseLayer } from "#timemap/map/baselayer.js";
import { createMapButtons } from "#timemap/map/buttons.js";
import { createCompare } from "#timemap/compare/compare.js";
import { createCard } from "#timemap/panel/card.js";
import { createAddSceneButton } from "#timemap/lesson/addscenebutton.js";
import { createStore } from "#timemap/state/store.js";
import { createEvents } from "#timemap/events/events.js";
import { createFilters } from "#timemap/find/filters.js";
import { createFind } from "#timemap/find/find.js";
import { createFollow } from "#timemap/map/follow.js";
import { createSearching } from "#timemap/find/searching.js";
import { createExercise } from "#timemap/exercise/exercise.js";
import { createCooperativeGestures } from "#timemap/map/cooperativegestures.js";
import { addMapControls } from "#timemap/map/mapcontrols.js";
import { createAddress, openingState } from "#timemap/state/address.js";
import { createChannel } from "#timemap/page/channel.js";
import { createHost } from "#timemap/page/host.js";
import { createNotice } from "#timemap/page/notice.js";
import { createViewport } from "#timemap/map/viewport.js";
import { createHelp } from "#timemap/page/shortcutsdialog.js";
import { createKeys } from "#timemap/time/keys.js";
import { createDayLayers } from "#timemap/map/daylayers.js";
import { createLayout } from "#timemap/page/layout.js";
import { createLessons } from "#timemap/lesson/lessons.js";
import { createPresent } from "#timemap/lesson/present.js";
import { createLegend } from "#timemap/legend/legend.js";
import { createList } from "#timemap/panel/list.js";
import { createMessages } from "#timemap/page/messages.js";
import { readOwn, whenOwn } from "#timemap/own/askown.js";
import { withOwn } from "#timemap/own/mergeown.js";
import { createOwnLine } from "#timemap/own/ownline.js";
import { createAreasNotice } from "#timemap/map/areasnotice.js";
import { createPrintLayout } from "#timemap/page/printlayout.js";
import { createDateLabel } from "#timemap/map/datelabel.js";
import { createQuarterCard } from "#timemap/quarters/quartercard.js";
import { createErrorReport } from "#timemap/page/errorreport.js";
import { createShare } from "#timemap/page/share.js";
import { createViewAddress } from "#timemap/page/viewaddress.js";
import { createSelection } from "#timemap/events/selection.js";
import { createVisibleArea } from "#timemap/map/visiblearea.js";
import { sourcesOf } from "#timemap/panel/sources.js";
import { createSlider } from "#timemap/slider/slider.js";
import { createStart } from "#timemap/start/start.js";
import { createAriaSummary } from "#timemap/map/ariasummary.js";
import { whenIdle } from "#timemap/page/idle.js";
import { createTheme } from "#timemap/page/theme.js";
import { createPatternSetting, needsPatterns } from "#timemap/areas/showpatterns.js";
import { createTopology } from "#timemap/areas/topology.js";
import { createTextMap } from "#timemap/textmap/textmap.js";
import { createTermHighlighter } from "#timemap/terms/highlightterms.js";

/** @import { Context, Events, FilterState, MapData, MapState, Payload } from "#timemap/types.d.ts" */

const OWN_FAILED = "Your data could not be loaded. The map is shown without it.";

/** @typedef {ReturnType<typeof createLeaves>} Leaves */
/** @typedef {ReturnType<typeof createCompare>} Compare */

/**
 * Start the document on Folium's map.
 *
 * Parts that need each other are joined by functions that are called only after all of them have been made.
 *
 * @param {L.Map} map
 */
export function start(map) {
  whenOwn((own) => begin(map, own));
}

/**
 * Begin with the data of the document and own events that the page around has sent.
 *
 * @param {L.Map} map
 * @param {string|null|undefined} own see `whenOwn`
 */
function begin(map, own) {
  const given = readData(own);
  const leaves = createLeaves(given, map, (subject) => over.report(subject));
  const { data, store, events, layout, highlightTerms, announce, visibleArea, viewport, channel, topology } = leaves;
  const core = { data, store, events, map, visibleArea, announce };
  const { select } = createSelection({ data, store, events, visibleArea, alsoSeen: (index) => compare.sees(index) });
  const compare = createCompare({ ...core, select });
  const panel = placePanel(leaves, select, compare);
  map.invalidateSize({ animate: false });
  map.setView([data.view.lat, data.view.lon], data.view.zoom, { animate: false });
  const address = createAddressOf(leaves, () => lessons.ids());
  const over = placeOverMap(leaves, address, {
    other: compare.other,
    openFilters: panel.openFilters,
    lead: (text) => host.lead(text),
  });
  visibleArea.watchAll();
  visibleArea.open(data.view, data.bounds); // before the layers, so that each is drawn once

  const base = createBaseLayer({ data, map });
  const day = createDayLayers({ ...core, select, topology, side: compare.left, onUnsaid: panel.dateLabel.say });
  compare.attach(day);
  placeAreas(leaves);
  const textMap = createTextMap({ ...core, topology, openPanel: layout.openPanel });
  layout.place({ mapWords: textMap.element, skipMap: textMap.skip });
  const press = (/** @type {Parameters<Context["press"]>} */ ...key) => keys.press(...key);
  const lessons = createLessons({ ...core, viewport, topology, highlightTerms, select, press });
  const enlarge = (/** @type {number} */ scale) => {
    for (const side of [day, compare]) side.setScale(scale);
  };
  const present = createPresent({ store, announce }, enlarge, lessons.focusScene);
  const follow = createFollow({ data, store, events, map, visibleArea, viewport, select });
  layout.place({ lesson: lessons.panel, cover: present.element, caption: follow.element });
  const notice = createNotice(given.failed ? [OWN_FAILED] : []);
  layout.place({ notice: notice.element });
  panel.slider.addSetting(createBackgrounds({ map, tell: notice.show, onChange: base.setBackground }).element);
  panel.slider.addSetting(createPatternSetting(store));
  const acted = { store, events, map, announce, help: leaves.help, marks: day.marks, lessons, present, textMap };
  const keys = createKeys(acted);
  createAriaSummary({ data, store, events, map, areas: day.areas });
  const host = createHost({ data, events, store, address, viewport, visibleArea, lessons, channel, notice });
  if (data.lesson) lessons.start(data.lesson.id, data.lesson.scene);
  host.start();
  over.beginning.begin();
  const steered = { data, store, events, map, visibleArea, host, channel, address, lessons, day, share: over.view };
  const { api } = createMessages({ ...steered, select, press, theme: leaves.theme, start: over.beginning });
  Object.assign(globalThis, { timemap: api });
  document.getElementById("timemap-opening")?.remove(); // nothing went wrong: its words are not needed
}

/**
 * Read what the document carries.
 *
 * The columns of the events are kept only in their short form.
 *
 * @param {string|null|undefined} own
 * @returns {{data: MapData, events: Events, failed: boolean}} whether own events could not be read
 */
function readData(own) {
  /** @type {Payload} */
  const carried = JSON.parse(document.getElementById("timemap-data")?.textContent ?? "");
  const { payload: { events, sources, ...payload }, failed } = readOwn(carried, own, withOwn);
  return { data: { ...payload, sources: sourcesOf(sources) }, events: createEvents(events), failed };
}

/**
 * Make what needs no other part, or only these.
 *
 * @param {{data: MapData, events: Events}} given
 * @param {L.Map} map
 * @param {Context["report"]} report
 */
function createLeaves({ data, events }, map, report) {
  const filters = createFilters(data, events, whenIdle);
  const store = createStore(initialState(data, events.indexOf(data.selected)), undefined, filters.derive);
  filters.index.whenWhole(() => store.set({})); // what was found among a part is found anew
  const layout = createLayout(data, map.getContainer());
  const visibleArea = createVisibleArea(map);
  openPanelFor(store, layout);
  return {
    data,
    map,
    events,
    filters,
    store,
    layout,
    visibleArea,
    announce: layout.announce,
    viewport: createViewport({ data, map, visibleArea }),
    topology: createTopology(data.areas),
    theme: createTheme(document.documentElement),
    searching: createSearching({ data, store }),
    report,
    highlightTerms: createTermHighlighter({ data, report }),
    help: createHelp({ store }),
    printLayout: createPrintLayout(map),
    channel: createChannel(),
  };
}

/**
 * Return the state before anything is chosen.
 *
 * @param {MapData} data
 * @param {number} selected
 * @returns {MapState}
 */
function initialState({ choices, moment, range, mode, compare }, selected) {
  return {
    ...choices,
    moment,
    range,
    mode,
    selected,
    compare,
    playing: false,
    speed: 7,
    follow: false,
    skipEmpty: true,
    dragging: false,
    cell: -1,
    lesson: "",
    scene: 0,
    marked: null,
    presenting: false,
    collecting: false,
    fillsWindow: false,
    shown: null,
    singleKeys: true,
    patterns: needsPatterns(),
  };
}

/**
 * Open the panel when something is chosen that it holds.
 *
 * @param {Context["store"]} store
 * @param {Leaves["layout"]} layout
 */
function openPanelFor(store, layout) {
  store.subscribe(({ selected, cell, lesson }, changed) => {
    const isEvent = changed.has("selected") && selected >= 0;
    const isArea = changed.has("cell") && cell >= 0;
    if (isEvent || isArea || (changed.has("lesson") && lesson)) layout.openPanel();
    if (changed.has("lesson")) layout.hold(lesson ? "Lesson" : "Events");
  });
}

/**
 * Place what stands beside the map and below it.
 *
 * @param {Leaves} leaves
 * @param {Context["select"]} select
 * @param {Compare} compare
 */
function placePanel(leaves, select, compare) {
  const {
    data,
    store,
    events,
    filters,
    searching,
    layout,
    announce,
    highlightTerms,
    report,
    visibleArea,
    viewport,
    help,
    printLayout,
  } = leaves;
  const { focusPanel } = layout;
  const exercise = createExercise({ data, store, events, select, announce });
  const find = createFind({
    data,
    store,
    events,
    filters,
    searching,
    visibleArea,
    viewport,
    announce,
    select,
    focusPanel,
  });
  const slider = createSlider({ data, store, events, announce, help });
  const dateLabel = createDateLabel({ data, store });
  const ownLine = createOwnLine(data, events);
  layout.place({
    find: find.element,
    chips: find.chips,
    tail: find.tail,
    ...(ownLine === null ? {} : { ownLine }),
    exercise: exercise.element,
    exerciseButton: exercise.button,
    areasNotice: createAreasNotice({ data, store }).element,
    dateLabel: dateLabel.element,
    addScene: createAddSceneButton({ data, store, events, announce, visibleArea }).element,
    compare: compare.panel,
    card: createCard({ data, store, events, searching, announce, highlightTerms, report, select }).element,
    list: createList({ data, store, events, filters, searching, printLayout, select }).element,
    slider: slider.element,
    second: compare.slider,
    help: help.element,
  });
  return {
    slider,
    dateLabel,
    openFilters() {
      layout.openPanel();
      find.openFilters();
    },
  };
}

/**
 * Make the reader and writer of addresses.
 *
 * @param {Leaves} leaves
 * @param {() => string[]} lessons ids of those that can run
 */
function createAddressOf({ data, events, filters }, lessons) {
  const shown = (/** @type {FilterState} */ wanted) => filters.derive(wanted, null).shown;
  return createAddress(data, { events, shown, lessons }, openingState(data, events));
}

/**
 * Place what lies over the map.
 *
 * Legend, scale, buttons, and the dialogs that they open.
 *
 * @param {Leaves} leaves
 * @param {Context["address"]} address
 * @param {Pick<Compare, "other"> & {openFilters: () => void, lead: (text: string) => void}} actions
 */
function placeOverMap(leaves, address, { other, openFilters, lead }) {
  const { data, store, events, map, topology, layout, visibleArea, viewport, channel, printLayout, highlightTerms } =
    leaves;
  const legend = createLegend({ data, store, events, map, topology, printLayout, highlightTerms, openFilters, other });
  layout.place({ legend: legend.element });
  addMapControls({ data, map });
  const gestures = createCooperativeGestures({ map, store, embedded: channel.embedded });
  const view = createViewAddress({ store, visibleArea, address, channel });
  const share = createShare(view);
  const report = createErrorReport({ data, view });
  const beginning = createStart({ data, store, map, topology, address, channel, lead });
  const more = { buttons: [share.button, beginning.button], onClear: layout.clear };
  const buttons = createMapButtons({ data, store, map, viewport }, more);
  layout.place({
    buttons: buttons.element,
    gestures: gestures.element,
    share: share.element,
    report: report.element,
    start: beginning.element,
    terms: beginning.terms,
  });
  return { view, beginning, report: report.open };
}

/**
 * Place what the panel says of areas.
 *
 * @param {Leaves} leaves
 */
function placeAreas({ data, store, map, topology, layout, announce, highlightTerms, report }) {
  const areaCard = createAreaCard({ data, store, map, topology, announce, highlightTerms, report });
  const quarters = createQuarterCard({ data, store, map });
  layout.place({ areaCard: areaCard.card, quarters: quarters.element, areaList: areaCard.list });
}
