// What scripts of the page around the map leave for each other.

/** The frame that was begun with the page, see headstart.js. */
interface HeadStart {
  iframe: HTMLIFrameElement;
  /** Whether the document is ready. */
  ready: boolean;
  presenting: boolean;
}

declare var timemapHeadStart: HeadStart | undefined;

/** What the map shows at this moment; null where it has not started. */
declare var timemapSeen: (() => Promise<Record<string, unknown> | null>) | undefined;
