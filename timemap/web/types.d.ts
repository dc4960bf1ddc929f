// Types that several parts of the browser side share.
// They describe the data of the document, the state of the map and the parts that are handed on; only the type check
// reads them.

/** Days since 1970-01-01. */
export type Day = number;
/** How finely a day is known. */
export type Precision = "day" | "month" | "year";
/** First day and first day after. */
export type DayRange = [Day, Day];
/** Longitude and latitude steps of a line in 1/100,000 of a degree, see geometry.js. */
export type EncodedLine = number[];
/** Smallest x, smallest y, largest x, largest y. */
export type Box = [number, number, number, number];
export type Mode = "day" | "until" | "range";
/** Names by language code; the English one is always there. */
export type Names = { en: string; [language: string]: string | undefined };

export interface LonLat {
  lat: number;
  lon: number;
}

/** "water-label" as "waterLabel". */
export type CamelCase<Name extends string> = Name extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<CamelCase<Tail>>}` : Name;

/** Middle and zoom of what is seen of the map. */
export interface Viewport extends LonLat {
  zoom: number;
}

export interface Point {
  x: number;
  y: number;
}

// --- Data of the document, as timemap/document/payload.py makes it ---

/** Columns of the events, all of the same length and sorted by `start`. */
export interface EventColumns {
  id: string[];
  start: Day[];
  end: Day[];
  precision: Precision[];
  title: string[];
  /** Numbers of its categories; the first gives an event its symbol. */
  categories: number[][];
  lat: number[];
  lon: number[];
  where: string[];
  place: string[];
  summary: string[];
  contested: string[];
  actors: string[][];
  actorsAsWritten: string[][];
  parties: number[][];
  /** Numbers of the groups of spellings that its texts name. */
  spellings: number[][];
  sources: number[][];
  formerId: string[];
  /** Whether it comes from the founding article. */
  column: boolean[];
  names: (Names | null)[];
  /** Number of the table of a visitor's own event, from 1; 0 for ours. Not there where there are no own events. */
  own?: ArrayLike<number>;
  /** Place in the columns of `own` of the data; -1 for ours. */
  ownAt?: ArrayLike<number>;
}

/** A visitor's own events, as timemap/document/own_events.py makes them. */
export interface OwnPayload {
  tables: { name: string; restricted: string }[];
  /** Category of those that have none of ours. */
  other: Category;
  columns: Omit<EventColumns, "spellings" | "sources" | "formerId" | "column" | "names" | "own" | "ownAt"> & OwnColumns & {
    /** Number of the table, from 0. */
    table: number[];
  };
}

/** What only own events have. */
export interface OwnColumns {
  row: number[];
  /** Best, low and high figure, null for unknown; empty where none is known. */
  deaths: (number | null)[][];
  status: string[];
  /** Category as the table has it. */
  kind: string[];
  /** Texts and addresses of sources; empty for none. */
  cited: string[][][];
}

/** The sources as the document carries them: each publisher once. */
export interface SourceTable {
  publisher: number[];
  publishers: string[][];
  title: string[];
  date: string[];
  url: string[];
}

export interface Source {
  title: string;
  publisher: string;
  kind: string;
  basedIn: string;
  note: string;
  date: string;
  url: string;
}

export interface Category {
  id: string;
  name: string;
  group: string;
  /** Symbol as an SVG path on a field of 16 by 16. */
  path: string;
  colour: string;
  description: string;
}

export interface Party {
  id: string;
  name: string;
  description: string;
  actors: string[];
}

export interface Controller {
  id: string;
  name: string;
  /** First day, first day after and name, for names that it had for some time only. */
  names: [Day | null, Day | null, string][];
  colour: string;
  dark: string;
  /** Pattern of its areas. */
  lines: string;
  note: string;
}

export interface Zone {
  id: string;
  name: string;
  names: Names;
}

export interface Period {
  id: string;
  name: string;
  start: Day;
  end: Day | null;
  chapter: boolean;
  line: string;
  short: string;
}

export interface Callout extends LonLat {
  start: Day;
  end: Day;
  text: string;
}

/** First day, first day after or null, controller, confidence, zone; -1 for none. */
export type HoldRow = [Day, Day | null, number, number, number];

export interface AreaData {
  arcs: EncodedLine[];
  /** `rings` are polygons of rings of arc numbers, `~arc` for one walked backwards. */
  cells: { place: number; km2: number; rings: number[][][] }[];
  /** For each cell who held it, in order of time. */
  holds: HoldRow[][];
  /** Days on which something changes. */
  changes: Day[];
  rim: EncodedLine[];
  zones: Zone[];
}

/** First day, first day after or null, controller, confidence, source, note; -1 for none. */
export type EvidenceRow = [Day, Day | null, number, number, number, number];

export interface EvidenceData {
  /** For each cell what its holds rest on, in order of time. */
  holds: EvidenceRow[][];
  notes: string[];
  statements: { text: string; sources: number[] }[];
  /** By number of the cell: statement, first day, first day after or null. */
  disputes: Record<string, [number, Day, Day | null][]>;
  /** Numbers of topics of contested words. */
  topics: { controllers: number[][]; zones: number[][] };
}

/** First day, first day after or null, size, low and high end of its range in km². */
export type SizeRow = [Day, Day | null, number, number, number];

export interface QuarterMark extends LonLat {
  name: string;
  /** Number of the controller, -1 for none. */
  controller: number;
  estimated: boolean;
}

/** What was reported on a day of who held which quarter. */
export interface Quarters {
  day: Day;
  text: string;
  sources: number[];
  marks: QuarterMark[];
}

export interface Term {
  id: string;
  topic: number;
  wording: string;
  language: string;
  usedBy: string;
  meaning: string;
  /** -1 for none. */
  source: number;
}

export interface TermData {
  topics: string[];
  terms: Term[];
  /** Numbers of the wordings by what stands in a text. */
  found: Record<string, number[]>;
}

export interface Place extends LonLat {
  id: string;
  names: Names;
  kind: string;
  /** Rank among what is named before all else, from 1. */
  first?: number;
}

export interface Town extends LonLat {
  names: Names;
  rank: number;
  country: string;
  first?: number;
}

export interface River {
  name: string;
  names?: Names;
  rank: number;
  line: EncodedLine;
}

/** A row of the layers of the base map in `tokens.json`. */
export interface BaseLayer {
  id: string;
  stroke: string;
  width?: number;
  nearWidth?: number;
  byRank?: boolean;
  dashes?: number[];
  fill?: string;
}

/** What is drawn as one: a plain line, a line with its rank, or an area. */
export type BaseShape = EncodedLine | { rank?: number; line?: EncodedLine; rings?: EncodedLine[] };

export interface BaseMap {
  /** ISO code of the country that the map is about. */
  home: string;
  /** Code of that country as towns have it; empty where no town lies in it. */
  homeCode: string;
  /** Name of the river that divides the land; empty where none does. */
  river: string;
  /** Whether there is no base map: the ground is plain. */
  plain: boolean;
  countries: { iso: string; name: string; names?: Names; rings: EncodedLine[] }[];
  divisions: { name: string; names?: Names; iso: string; label: [number, number] }[];
  divisionLines: EncodedLine[];
  border: EncodedLine[];
  borders: EncodedLine[];
  lakes: { name: string; names?: Names; rings: EncodedLine[] }[];
  rivers: River[];
  towns: Town[];
  relief: { src: string; bounds: [[number, number], [number, number]] } | null;
}

/** "unknown" before the first state that is known. */
export type CrossingState = "open" | "closed" | "unknown";

export interface Crossing extends LonLat {
  id: string;
  names: Names;
  /** First day, first day after or null, state, precision of the first day, last day on which it is known or null. */
  states: [Day, Day | null, "open" | "closed", Precision, Day | null][];
}

export interface Wall {
  name: string;
  start: Day;
  precision: Precision;
  line: EncodedLine[];
  note: string;
}

export interface Post extends LonLat {
  id: string;
  name: string;
  start: Day;
  end: Day | null;
  lastKnown: Day | null;
  holder: string;
  note: string;
}

export interface Picture {
  src: string;
  width: number;
  height: number;
  caption: string;
  credit: string;
  licence: string;
  alt: string;
}

export interface Scene {
  title: string;
  moment: Day;
  compare: Day | null;
  /** null for the range of the document. */
  range: DayRange | null;
  mode: Mode;
  window: number;
  view: Viewport;
  events: string[];
  /** Ids of controllers and zones. */
  areas: string[];
  terms: string[];
  claims: string[];
  sources: Source[];
  /** HTML, like `question` and `teacher`. */
  text: string;
  picture?: Picture;
  question: string;
  teacher: string;
}

export interface Lesson {
  id: string;
  title: string;
  language: string;
  age: string;
  minutes: number | null;
  aims: string[];
  words: { word: string; explanation: string; usedBy: string; term: string }[];
  sources: Source[];
  /** HTML, like `teacher`. */
  intro: string;
  teacher: string;
  scenes: Scene[];
}

/** A starting point on the start card. */
export interface StartingPoint {
  id: string;
  title: string;
  text: string;
  opens: "view" | "compare" | "days" | "lessons";
  address: string;
}

export interface StartData {
  welcome: boolean;
  points: StartingPoint[];
  days: { day: string; title: string }[];
  /** Addresses of pages beside the document. */
  pages: Record<string, string>;
}

/** A row of timemap/state/fields.json. */
export interface Field {
  name: string;
  type: "day" | "choice" | "ids" | "id" | "number" | "decimal" | "text" | "version";
  owner: "map" | "page" | "address";
  step: "own" | "run" | "drift" | "none";
  about: string;
  /** Whether code of its own reads and writes it. */
  rules?: boolean;
  of?: string | string[];
  /** For ids: whether all of them is something else than none. */
  full?: boolean;
  default?: number;
  least?: number;
  most?: number;
  digits?: number;
  unit?: string;
}

/** Controller before, controller after, way, first day, first day after or null. */
export type Succession = [number, number, string, Day, Day | null];

/** The data of the document as it is embedded. */
export interface Payload {
  version: string;
  fields: { fields: Field[]; layers: string[]; others: string[] };
  title: string;
  sentence: string;
  disclaimer: string;
  licence: string;
  attribution: string;
  /** Where reports of errors go: a mail address, or an https address with {title} and {body}; empty for nowhere. */
  reportAddress: string;
  languages: { code: string; name: string; dir: string }[];
  zonesName: string;
  /** Words about the subject, for the map in words. */
  subject: { region: string; side: string; border: string; borderStart: string; banks: string; post: string };
  legendWords: Record<string, string>;
  foundingArticle: string;
  whole: DayRange;
  range: DayRange;
  moment: Day;
  compare: Day | null;
  mode: Mode;
  /** Id of the event whose card is open; empty for none. */
  selected: string;
  choices: Choices;
  lessons: Lesson[];
  lesson: { id: string; scene: number } | null;
  /** Address of the page that the document belongs to; empty for none. */
  home: string;
  start: StartData;
  knownUntil: { control: Day; events: Day };
  view: Viewport;
  /** South-western and north-eastern corner: latitude, longitude. */
  bounds: [[number, number], [number, number]];
  events: EventColumns;
  evidence: EvidenceData;
  quarters: Quarters[];
  /** `between`: cell, cell or -1, state or -1, length in km. */
  edges: { states: string[]; between: [number, number, number, number][] };
  /** `share`: per cent of the recalculations whose size is within a range. */
  ranges: { share: number; controllers: SizeRow[][]; zones: SizeRow[][] };
  words: TermData;
  sources: SourceTable;
  categories: Category[];
  letters: Record<string, string>;
  spellings: string[][];
  parties: Party[];
  controllers: Controller[];
  handovers: { ways: { id: string; name: string; description: string }[]; successions: Succession[] };
  confidences: string[];
  strengths: string[];
  unknownHolder: string;
  periods: Period[];
  callouts: Callout[];
  areas: AreaData;
  places: Place[];
  base: BaseMap;
  focus: (LonLat & { id: string; names: Names }) | null;
  crossings: Crossing[];
  wall: Wall[];
  posts: Post[];
  /** Own events; in the document of the app the page around sends them. */
  own?: OwnPayload;
}

/** The data as the parts get it: each source has its publisher. */
export type MapData = Omit<Payload, "sources" | "events" | "own"> & { sources: Source[]; own?: OwnData };

/** Own events after they were merged with ours: what the common columns lack. */
export type OwnData = Omit<OwnPayload, "columns"> & {
  columns: { [Name in keyof OwnColumns]: Column<OwnColumns[Name][number]> };
};

// --- State of the map ---

export interface FilterState {
  /** Ids of those of which an event must have one; empty for all. */
  categories: string[];
  /** Ids of those of which one must act in an event; empty for all. */
  parties: string[];
  /** What is searched for; empty for no search. */
  words: string;
  /** Only events of own data, or none of them; empty for all. */
  own: "" | "alone" | "none";
}

/** Fields of the state that are read and written by their type in the table of fields alone. */
export interface Choices extends FilterState {
  /** Language of the names on the map. */
  language: string;
  /** Days before and after the moment that count as "on this day". */
  window: number;
  /** Ids of the layers that are not drawn. */
  hidden: string[];
}

/** What decides what is seen; the store holds it. */
export interface MapState extends Choices {
  /** The day that is shown; always inside the range. */
  moment: Day;
  range: DayRange;
  /** Which events are seen: on this day, up to this day, the whole range. */
  mode: Mode;
  /** Index of the chosen event, -1 for none. */
  selected: number;
  playing: boolean;
  /** Days per second while playing. */
  speed: number;
  /** Whether the map moves to what happens while playing, and says what it is. */
  follow: boolean;
  /** Whether playing jumps over stretches without events. */
  skipEmpty: boolean;
  /** Index of the cell whose area is chosen, -1 for none. */
  cell: number;
  /** Day that the moment is compared with, inside the range; null while one day is shown. */
  compare: Day | null;
  /** Id of the running lesson, empty for none. */
  lesson: string;
  /** Scene of it, 0 for its start. */
  scene: number;
  /** 1 for each event that the scene is about; null for none. */
  marked: Uint8Array | null;
  /** Whether map and scene fill the screen in large type. */
  presenting: boolean;
  /** Whether the page around collects scenes, or in which words it asks for one. */
  collecting: boolean | string;
  /** Whether the page around lays the map over all of itself. */
  fillsWindow: boolean;
  /** Whether the thumb is held just now. */
  dragging: boolean;
  /** Whether areas are told apart by patterns as well as by colours. */
  patterns: boolean;
  /** Whether single letters work as keys. */
  singleKeys: boolean;
  /** 1 for each event that passes the filters; null for all; it follows from them and is never set. */
  shown: Uint8Array | null;
}

/** Names of what changed since a listener was last called. */
export type Changes = ReadonlySet<keyof MapState>;
export type StateListener = (state: Readonly<MapState>, changed: Changes) => void;

export interface Store {
  get(): Readonly<MapState>;
  set(patch: Partial<MapState>): void;
  /** Returns what ends it. */
  subscribe(listener: StateListener): () => void;
  /** Call the listeners now. */
  flush(): void;
}

// --- Parts that are handed on ---

type Column<Value> = import("#timemap/events/columns.js").Column<Value>;
type Lists = import("#timemap/events/columns.js").Lists;

/** The columns of the events in short form, see columns.js. */
export interface PackedColumns {
  count: number;
  id: Column<string>;
  start: Int32Array;
  end: Int32Array;
  precision: Column<Precision>;
  title: Column<string>;
  categories: Lists;
  lat: Float64Array;
  lon: Float64Array;
  where: Column<string>;
  place: Column<string>;
  summary: Column<string>;
  contested: Column<string>;
  actors: Column<string[]>;
  actorsAsWritten: Column<string[]>;
  parties: Lists;
  spellings: Lists;
  sources: Lists;
  formerId: Column<string>;
  column: Uint8Array;
  names: Column<Names | null>;
  /** See `EventColumns`. */
  own?: ArrayLike<number>;
  ownAt?: ArrayLike<number>;
  /** Number of the point of each event; equal for those at the same point. */
  spot: Int32Array;
}

/** The events and what can be asked of them, see events.js. */
export interface Events extends PackedColumns {
  /** Indices of the events that are seen; the same array as before where nothing changed. It is not to be changed. */
  visible(state: Pick<MapState, "moment" | "range" | "mode" | "window" | "shown">): Int32Array;
  /** Days since an event ended; 0 while it lasts and before. */
  age(index: number, moment: Day): number;
  /** First day after `moment` on which a seen event starts. */
  next(moment: Day, state: Pick<MapState, "shown" | "range">): Day | null;
  previous(moment: Day, state: Pick<MapState, "shown" | "range">): Day | null;
  /** Indices of the events that pass the filters and meet the range. They are not to be changed. */
  stops(state: Pick<MapState, "shown" | "range">): Int32Array;
  /** How many of those that pass the filters meet the days of a span. */
  countMeeting(span: DayRange, shown: Uint8Array | null): number;
  /** Those of `among` at the point of an event. */
  atSpot(index: number, among: ArrayLike<number>): number[];
  mainCategory(index: number): number;
  /** Index of the event with an id, or with it as its former id; -1 for none. */
  indexOf(id: string): number;
  /** Index of the first event that starts on `day` or later. */
  firstFrom(day: Day): number;
  /** The same events, to be asked about another day in turn. */
  again(): Events;
}

/** The part of the world that a canvas shows, see view.js. */
export type CanvasView = import("#timemap/map/view.js").View;
/** Draws a layer of a canvas; `box` is the only part that is drawn, if not all of it is. */
export type Draw = (ctx: CanvasRenderingContext2D, view: CanvasView, box?: Box) => void;

/** A layer whose canvas draws itself anew, see canvaslayer.js. */
export interface CanvasLayer extends L.Layer {
  redraw(): this;
  redrawNow(): this;
  redrawSeen(): this;
  redrawIn(boxes: Box[]): void;
  view(): CanvasView | null;
}

/** One of several layers on the same canvas, see sheet.js. */
export interface SheetLayer extends L.Layer {
  redraw(): this;
  view(): CanvasView | null;
}

export interface Sheet {
  layer(name: string, draw: Draw): SheetLayer;
}

export type Side = import("#timemap/map/side.js").Side;
export type VisibleArea = import("#timemap/map/visiblearea.js").VisibleArea;
export type Filters = import("#timemap/find/filters.js").Filters;

/** A cell of the areas: the land around one place. */
export interface Cell {
  /** -1 for none. */
  place: number;
  km2: number;
  /** Rings of arc numbers, with land on the left of every arc. */
  polygons: number[][][];
  /** In degrees. */
  box: Box;
}

/** Rings of arc numbers. */
export type Rings = Int32Array[];

/** The areas between two changes. */
export interface AreaState {
  /** Number of the interval; equal keys mean equal areas. */
  key: number;
  /** Controller of each cell, -1 for none. */
  holders: Int16Array;
  /** Confidence of each cell's hold, -1 for none. */
  confidences: Int16Array;
  /** Zone of each cell, -1 for none. */
  zoneOf: Int16Array;
  controllers: { controller: number; rings: Rings }[];
  hatchings: { confidence: number; rings: Rings }[];
  zones: { zone: number; controllers: number[]; cells: number[]; rings: Rings }[];
  /** Arcs between two different controllers. */
  fronts: Int32Array;
}

/** The areas in time, see topology.js. */
export interface Topology {
  arcs: Float64Array[];
  cells: Cell[];
  changes: Day[];
  dissolve(values: ArrayLike<number>): { value: number; rings: Rings }[];
  /** For each cell those that share an edge with it. */
  neighbours(): number[][];
  interval(day: Day): number;
  holdsOf(cell: number): HoldRow[];
  at(day: Day): AreaState;
  state(interval: number): AreaState;
  hold(cell: number, day: Day): HoldRow | null;
}

/** What of a text could not be followed. */
export interface Problem {
  name: string;
  value: string;
  expected: string;
  /** What was done instead; empty where the value was ignored. */
  hint: string;
}

/** The state that an address brings back. */
export type AddressState = Choices & Pick<MapState,
  "range" | "moment" | "compare" | "mode" | "selected" | "lesson" | "scene" | "presenting"
> & {
  /** null for the part of the map on which it opens. */
  view: Viewport | null;
};

/** Reads and writes the state as an address, see address.js. */
export interface Address {
  /** `text` is what follows "?" or "#". */
  read(text: string): { state: AddressState; problems: Problem[] };
  /** What a message changes in a state. */
  patch(values: Record<string, unknown>, state: AddressState): { patch: Partial<AddressState>; problems: Problem[] };
  write(state: AddressState): Record<string, string>;
  /** The state as a message has it. */
  toMessage(state: Omit<AddressState, "view">): Record<string, unknown>;
}

/** A message between the document and the page around it. */
export type Message = { type: string; [name: string]: unknown };

/** The page or the address in which the document stands, see host.js. */
export interface Host {
  state(): MapState & { view: Viewport | null };
  stateMessage(step?: string | null): Message & { state: Record<string, unknown> };
  apply(state: Partial<AddressState>): void;
  open(text: string, command?: string): void;
  /** Set more right after an address was opened, which counts as opened with it. */
  joinOpened(set: () => void): void;
  /** Open as a press in the map does, which Back takes back. */
  lead(text: string): void;
  start(): void;
}

/** The part of the map that its reader has moved to. */
export interface ViewportState {
  /** null for the part on which the map opens. */
  get(): Viewport | null;
  open(view: Viewport | null): void;
  /** Take what is seen now for what its reader wants to see. */
  keep(): void;
  onChange(run: () => void): void;
}

/** Puts words and what goes with them into the state, see searching.js. */
export interface Searching {
  search(text: string, more?: Partial<MapState>): void;
  take(patch: Partial<MapState>): void;
}

/** A part of the page with an element of its own. */
export interface Part {
  element: HTMLElement;
}

/** The running lessons, see lessons.js. */
export interface Lessons {
  panel: HTMLElement;
  focusScene(): void;
  /** Say that a notes window that was open before a reload is not any more. */
  notesLost(): void;
  start(id: string, scene?: number): boolean;
  /** Take in a lesson, or another version of one. */
  add(lesson: unknown): void;
  step(direction: 1 | -1): boolean;
  turn(direction: 1 | -1): boolean;
  leave(): void;
  ids(): string[];
}

/** A key that was pressed, here or in the page around. */
export type Key = Pick<KeyboardEvent, "key"> & Partial<Pick<KeyboardEvent, "code" | "shiftKey" | "repeat">>;

/**
 * Everything that main.js hands to the parts; each takes what it needs, as `Pick<Context, "data" | "store">`.
 */
export interface Context {
  data: MapData;
  store: Store;
  events: Events;
  map: L.Map;
  filters: Filters;
  searching: Searching;
  visibleArea: VisibleArea;
  viewport: ViewportState;
  topology: Topology;
  side: Side;
  signs: Sheet;
  address: Address;
  host: Host;
  channel: import("#timemap/page/channel.js").Channel;
  lessons: Lessons;
  theme: { name(theme: "light" | "dark"): void };
  help: { element: HTMLDialogElement; open(): void };
  printLayout: { isOn(): boolean; subscribe(run: (on: boolean) => void): void };
  /** Say a text to screen readers. */
  announce(text: string): void;
  /** Mark contested words in the texts of elements; returns the elements. */
  highlightTerms<Root extends HTMLElement>(...roots: Root[]): Root[];
  /** Open the dialog that reports an error. */
  report(subject: import("#timemap/page/reporttext.js").Subject): void;
  /** Choose an event; -1 for none. */
  select(index: number): void;
  focusPanel(): void;
  openFilters(): void;
  /** Whether an event is seen on the second side of a comparison. */
  alsoSeen(index: number): boolean;
  /** Do what a key does; returns whether it was one of the map's. */
  press(key: Key, target?: Element | null): boolean;
}
