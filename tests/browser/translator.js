// Translator of pages, as browsers have one: every text gives its place to two <font> elements.
(() => {
  const MARK = "\u2020"; // begins what is translated

  const isOwn = (node) => node.nodeType === Node.TEXT_NODE || node.nodeName === "FONT";

  window.translate = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
      if (!text.data.trim() || text.data.includes(MARK) || text.parentElement.closest("script, style")) continue;
      const [outer, inner] = [document.createElement("font"), document.createElement("font")];
      inner.textContent = `${MARK}${text.data}`;
      outer.append(inner);
      text.replaceWith(outer);
    }
  };
  /** What the elements say, translated or not; without what changes by itself. */
  window.words = () => [...document.querySelectorAll("body, body :not(font, script, style, .voice, .time)")]
    .map(({ childNodes }) => [...childNodes].filter(isOwn).map(({ textContent }) => textContent).join(""))
    .map((text) => text.replaceAll(MARK, "").trim())
    .filter(Boolean);
  /** What stands in a paragraph after each change by its script, where translators do other things to its texts. */
  window.tryVariants = async () => {
    const [paragraph, seen] = [document.createElement("p"), []];
    const [a, b, c, d, e] = [..."abcde"].map((letter) => document.createTextNode(letter));
    const fonts = [0, 1, 2].map(() => document.createElement("font"));
    const change = async (translator, script) => {
      translator();
      await null; // who watches the page has seen it
      script();
      seen.push(paragraph.textContent);
    };
    document.body.append(paragraph);
    paragraph.append(a, b, c);
    await change(() => { b.replaceWith(fonts[0]); fonts[0].append(b); }, () => paragraph.insertBefore(d, b));
    await change(() => {}, () => paragraph.removeChild(b));
    await change(() => { c.before(fonts[1]); c.remove(); }, () => { c.nodeValue = "C"; });
    await change(() => { a.replaceWith(fonts[2]); d.remove(); }, () => { d.data = "D"; });
    await change(() => { c.remove(); }, () => paragraph.removeChild(c));
    await change(() => { d.remove(); }, () => paragraph.insertBefore(e, d));
    seen.push(paragraph.childNodes.length);
    paragraph.remove();
    return seen;
  };
})();
