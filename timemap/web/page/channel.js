// Messages to the page around the document, where there is one.

/** @import { Message } from "#timemap/types.d.ts" */

/** @typedef {ReturnType<typeof createChannel>} Channel */

/**
 * Make the way to the page around.
 *
 * A document that stands alone sends nothing.
 */
export function createChannel() {
  const { parent, self } = globalThis;
  const embedded = parent !== self;
  return {
    embedded,
    /** @param {Message} message */
    send(message) {
      if (embedded) parent.postMessage(message, "*");
    },
  };
}
