// Walk through the document and the app in Firefox.
// It is given where they are and a proxy for other machines, and prints what it saw and what the browser complained of.
import puppeteer from "puppeteer-core";

const DEADLINE = 45_000;
// The frame lies in the shadow of the app's component once the page around it is there.
const FRAME = '>>> iframe[title="Map with its date slider"]';

/** Close the start card before a page begins, as for a person who was here before. */
function returns() {
  try {
    localStorage.setItem("timemap-start", "closed");
  } catch {
    // a sandboxed frame keeps nothing
  }
}

/** Return a Firefox that asks `proxy` for every other machine. */
function launch(executable, proxy) {
  const { hostname, port } = new URL(proxy);
  return puppeteer.launch({
    browser: "firefox",
    executablePath: executable,
    headless: true,
    timeout: DEADLINE,
    protocolTimeout: DEADLINE,
    extraPrefsFirefox: {
      "network.proxy.type": 1,
      "network.proxy.http": hostname,
      "network.proxy.http_port": Number(port),
      "network.proxy.ssl": hostname,
      "network.proxy.ssl_port": Number(port),
      "intl.accept_languages": "en-GB",
      "widget.non-native-theme.scrollbar.style": 4,
    },
  });
}

/** Tell what is being done; where the walk gets stuck is said by the last of these lines. */
function tell(what) {
  process.stderr.write(`${what}\n`);
}

/** Wait for something to be true in a page or frame, or say what it waited for. */
async function wait(frame, what, test, ...given) {
  tell(`waits for ${what}`);
  try {
    await frame.waitForFunction(test, { timeout: DEADLINE, polling: 100 }, ...given);
  } catch (error) {
    throw new Error(`waited in vain for ${what}: ${error.message}`, { cause: error });
  }
}

/** Press what has a role and a name. */
async function press(frame, role, name) {
  tell(`presses the ${role} ${name}`);
  const found = await frame.waitForSelector(`::-p-aria([name="${name}"][role="${role}"])`, { timeout: DEADLINE });
  await found.evaluate((node) => {
    node.scrollIntoView({ block: "center" });
    node.focus();
  });
  await found.click();
}

const hasBegun = () => window.timemap !== undefined;
const shows = (day) => window.timemap.moment === day;
const says = (words) => document.body.innerText.includes(words);

/** Walk through the document and return what it showed. */
async function walkDocument(page, address) {
  await page.goto(`${address}#moment=2014-10-06`);
  await wait(page, "the document's map", hasBegun);
  await wait(page, "the day of the address", shows, "2014-10-06");
  await page.keyboard.press("ArrowRight");
  await wait(page, "the next day", shows, "2014-10-07");
  await wait(page, "the next day in words", says, "7 October 2014");
  const scroll = await page.evaluate(() => {
    const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement;
    return [scrollHeight - clientHeight, scrollWidth - clientWidth];
  });
  const events = await page.evaluate(() => window.timemap.visibleEvents().length);
  await press(page, "button", "Legend");
  await wait(page, "the open legend", () => document.querySelector('[aria-expanded="true"]') !== null);
  const picture = await page.screenshot({ encoding: "base64" });
  await page.goto(`${address}#lesson=the-siege-of-kobane`);
  await page.reload();
  await wait(page, "the lesson", () => document.querySelector("section.lesson:not([hidden])") !== null);
  await page.keyboard.press("PageDown");
  await wait(page, "the next scene in the address", () => location.hash.includes("scene="));
  return { events, scroll, picture };
}

/** Walk through the app and return the faults that its pages show. */
async function walkApp(page, address, names) {
  await page.goto(`${address}/?moment=2014-10-06`);
  await wait(page, "the page around the map", () => {
    const app = document.querySelector("[data-test-script-state=notRunning]");
    return app !== null && document.querySelector(".st-key-download") !== null;
  });
  const handle = await page.waitForSelector(FRAME, { timeout: DEADLINE });
  const frame = await handle.contentFrame();
  await wait(frame, "the app's map", hasBegun);
  await wait(frame, "the day of the address", shows, "2014-10-06");
  await page.keyboard.press("ArrowRight");
  await wait(frame, "the next day in the app", shows, "2014-10-07");
  await wait(page, "the next day in the address", () => location.search.includes("moment=2014-10-07"));
  const faults = [];
  for (const name of names) {
    await press(page, "link", name);
    await wait(page, `the heading of ${name}`, (words) => {
      const busy = document.querySelector("[data-test-script-state=running]") !== null;
      return !busy && [...document.querySelectorAll("h1")].some((heading) => heading.innerText.includes(words));
    }, name);
    faults.push(...(await page.$$eval("[data-testid=stException]", (found) => found.map((one) => one.innerText))));
  }
  return { faults };
}

const { executable, proxy, file, app, pages } = JSON.parse(process.argv[2]);
tell("starts the browser");
const browser = await launch(executable, proxy);
const complaints = [];
try {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 720 });
  await page.evaluateOnNewDocument(returns);
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  const seen = {
    version: await browser.version(),
    document: await walkDocument(page, file),
    app: await walkApp(page, app, pages),
  };
  process.stdout.write(JSON.stringify({ ...seen, complaints }));
} finally {
  tell("ends the browser");
  await browser.close();
}
