// rasd report in a browser: it loads, filters, is brushed, hovered, sorted, switched and used by keys.
import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import { plainEvents } from "./events.mjs";
import { eventsFile, launch, open, rasd, reportOf, settled, shownRows } from "./support.mjs";

const EVENTS = plainEvents(700);
const real = (event) => !["denied", "planned", "foiled", "aggregate"].includes(event.status);
const sumOf = (events, toll) => events.filter(real).reduce((sum, event) => sum + (event.casualties[toll]?.min ?? 0), 0);
const sums = (page) => page.$$eval("#sums strong", (nodes) => nodes.map((node) => Number(node.textContent.replaceAll(",", ""))));
const choose = async (page, facet, label) => {
  await page.evaluate((name) => { document.querySelector(`[data-facet="${name}"]`).open = true; }, facet);
  await settled(page);
  await page.locator(`[data-facet="${facet}"] li`, { hasText: label }).first().locator("input").click();
  await settled(page);
};

describe("rasd report", () => {
  let browser;
  let page;
  let path;
  before(async () => {
    browser = await launch();
    path = reportOf("plain", EVENTS);
    page = await open(browser, path);
  });
  after(() => browser.close());
  const clear = async () => {
    if (await page.isEnabled("#clear")) await page.click("#clear");
    await settled(page);
    assert.equal(await shownRows(page), EVENTS.length);
  };

  it("shows all events and their sums", async () => {
    assert.equal(await shownRows(page), 700);
    assert.deepEqual((await sums(page)).slice(0, 3), [700, sumOf(EVENTS, "killed"), sumOf(EVENTS, "injured")]);
    assert.equal(await page.title(), "Conflict events");
    assert.deepEqual(page.faults, []);
  });

  it("has assets of at most 250 kB", () => {
    const html = readFileSync(path, "utf8");
    const data = html.match(/<script type="application\/json" id="data">(.*?)<\/script>/s)[1];
    assert.ok(statSync(path).size - Buffer.byteLength(data) <= 250_000, "page without its data");
  });

  it("filters by type, country, participant, status and salience, and sums follow", async () => {
    const cases = [
      ["type", "Battles", (e) => e.event_type === "Battles"], ["sub_type", "Mob violence", (e) => e.sub_event_type === "Mob violence"],
      ["country", "Yemen", (e) => e.location?.country === "YEM"], ["participant", "Faction 2", (e) => e.actors[0].id === "faction.2"],
      ["status", "denied", (e) => e.status === "denied"], ["salience", "background", (e) => e.salience === "background"],
    ];
    for (const [facet, label, passes] of cases) {
      await choose(page, facet, label);
      const expected = EVENTS.filter(passes);
      assert.ok(expected.length > 0 && expected.length < 700);
      assert.deepEqual((await sums(page)).slice(0, 3), [expected.length, sumOf(expected, "killed"), sumOf(expected, "injured")], facet);
      await clear();
    }
  });

  it("joins filters, and the counts beside choices are of what they would show", async () => {
    await choose(page, "country", "Iraq");
    await choose(page, "type", "Protests");
    const both = EVENTS.filter((e) => e.location?.country === "IRQ" && e.event_type === "Protests").length;
    assert.equal(await shownRows(page), both);
    const yemen = await page.locator('[data-facet="country"] li', { hasText: "Yemen" }).locator(".count").textContent();
    assert.equal(Number(yemen), EVENTS.filter((e) => e.location?.country === "YEM" && e.event_type === "Protests").length);
    await page.locator("#chips .chip", { hasText: "Iraq" }).click();
    await settled(page);
    assert.equal(await shownRows(page), EVENTS.filter((e) => e.event_type === "Protests").length);
    await clear();
  });

  it("searches texts whatever the spelling of alef and vowel signs", async () => {
    await page.fill("#text", "المَوصل القوات");
    await settled(page);
    assert.equal(await shownRows(page), EVENTS.filter((e) => e.evidence.text.includes("الموصل")).length);
    await page.fill("#text", "no such words");
    await settled(page);
    assert.equal(await shownRows(page), 0);
    assert.match(await page.textContent("#table-note"), /No event/);
    await clear();
  });

  it("filters by confidence and by days", async () => {
    await page.locator("#confidence").fill("0.7");
    await settled(page);
    assert.equal(await shownRows(page), EVENTS.filter((e) => e.confidence >= 0.7 - 1e-6).length);
    await clear();
    await page.fill("#from", "2020-03-01");
    await page.fill("#to", "2020-03-31");
    await settled(page);
    assert.equal(await shownRows(page), EVENTS.filter((e) => e.date.start.startsWith("2020-03")).length);
    await clear();
  });

  it("leaves very high tolls out of the sums, as many as one asks for", async () => {
    await page.fill("#ceiling", "4");
    await settled(page);
    const low = EVENTS.filter(real).map((e) => e.casualties.killed?.min ?? 0).filter((n) => n <= 4);
    assert.equal((await sums(page))[1], low.reduce((a, b) => a + b, 0));
    assert.equal(await shownRows(page), 700);
    await page.fill("#ceiling", "500");
    await settled(page);
  });

  it("chooses a period by dragging over the timeline, moves and lifts it", async () => {
    await page.locator("#time").scrollIntoViewIfNeeded();
    const box = await page.locator("#time").boundingBox();
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + box.width * 0.25, y);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.5, y, { steps: 5 });
    await page.mouse.up();
    await settled(page);
    const [from, to] = [await page.inputValue("#from"), await page.inputValue("#to")];
    assert.ok(from > "2020-01-01" && to < "2021-11-30" && from < to, `${from} ${to}`);
    assert.equal(await shownRows(page), EVENTS.filter((e) => e.date.start >= from && e.date.start <= to).length);
    await page.mouse.move(box.x + box.width * 0.4, y);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.6, y, { steps: 5 });
    await page.mouse.up();
    await settled(page);
    assert.ok((await page.inputValue("#from")) > from);
    await page.click("#time-zoom");
    await settled(page);
    await page.click("#time-all");
    await page.locator("#chips .chip").click();
    await settled(page);
    assert.equal(await shownRows(page), 700);
  });

  it("draws days, weeks, months and years", async () => {
    for (const unit of ["day", "week", "year", "month"]) {
      await page.click(`#units [data-unit="${unit}"]`);
      await settled(page);
      assert.equal(await page.getAttribute(`#units [data-unit="${unit}"]`, "aria-pressed"), "true");
      const box = await page.locator("#time").boundingBox();
      await page.mouse.move(box.x + box.width / 2, box.y + box.height - 30);
      await page.waitForSelector("#time-tip:not([hidden])");
      assert.match(await page.textContent("#time-tip"), /\d+ events/);
    }
  });

  it("tells what lies under the mouse on the map, and a click comes nearer or chooses", async () => {
    await page.locator("#map").scrollIntoViewIfNeeded();
    const box = await page.locator("#map").boundingBox();
    let found = null;
    for (let x = 20; x < box.width && !found; x += 14) {
      for (let y = 20; y < box.height && !found; y += 14) {
        await page.mouse.move(box.x + x, box.y + y);
        if (await page.evaluate(() => document.querySelector("#map").style.cursor === "pointer")) found = [box.x + x, box.y + y];
      }
    }
    assert.ok(found, "a cluster in sight");
    await page.waitForSelector("#tip:not([hidden])");
    assert.match(await page.textContent("#tip"), /\d+ events · \d+ killed/);
    await page.mouse.click(...found);
    await settled(page);
    assert.deepEqual(page.faults, []);
    await page.click("#zoom-fit");
    await clear();
  });

  it("is used by keys: map, timeline, table, one event", async () => {
    await page.focus("#map");
    await page.keyboard.press("PageDown");
    await page.waitForSelector("#tip:not([hidden])");
    for (let n = 0; n < 12 && (await shownRows(page)) === 700; n++) {
      await page.keyboard.press("Enter");
      await settled(page);
      await page.keyboard.press("PageDown");
      await settled(page);
    }
    assert.ok((await shownRows(page)) < 700, "a place was chosen by keys");
    await clear();
    await page.focus("#handle-from");
    for (let n = 0; n < 3; n++) await page.keyboard.press("ArrowRight");
    await settled(page);
    assert.equal(await page.inputValue("#from"), "2020-04-01");
    await page.keyboard.press("Escape");
    await settled(page);
    await page.focus("#table tr[data-at='0']");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("End");
    assert.equal(await page.evaluate(() => document.activeElement.dataset.at), "699");
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    assert.ok(await page.isVisible("#detail[open]"));
    assert.match(await page.textContent("#detail blockquote mark"), /قصفت/);
    await page.keyboard.press("Escape");
    await settled(page);
    assert.equal(await page.evaluate(() => document.activeElement.dataset.at), "0");
  });

  it("sorts by a press on a head, unknown values last", async () => {
    const columnOf = (name) => page.$$eval(`#table tr[data-at] td.c-${name}`, (cells) => cells.slice(0, 12).map((cell) => cell.textContent));
    await page.click("#table th.c-killed button");
    await settled(page);
    assert.equal(await page.getAttribute("#table th.c-killed", "aria-sort"), "descending");
    assert.deepEqual([...new Set(await columnOf("killed"))], ["8"]);
    await page.click("#table th.c-killed button");
    await settled(page);
    assert.deepEqual([...new Set(await columnOf("killed"))], ["0"]);
    await page.click("#table th.c-place button");
    await settled(page);
    assert.deepEqual([...new Set(await columnOf("place"))], ["Damascus"]);
  });

  it("holds few rows of the table in the page and shows any", async () => {
    assert.ok((await page.$$("#table tr[data-at]")).length < 60);
    await page.evaluate(() => { const box = document.querySelector("#scroller"); box.scrollTop = box.scrollHeight; });
    await settled(page);
    assert.ok(await page.$("#table tr[data-at='699']"));
    await page.evaluate(() => { document.querySelector("#scroller").scrollTop = 0; });
  });

  it("saves what passes as CSV, with what rasd convert writes", async () => {
    await page.click("#table th.c-date button");
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("#export")]);
    const saved = readFileSync(await download.path(), "utf8");
    const file = `${path}.csv`;
    rasd("convert", eventsFile("plain.jsonl", EVENTS), "--extra-columns", "-o", file);
    const lines = (text) => text.split("\r\n").sort();
    assert.deepEqual(lines(saved), lines(readFileSync(file, "utf8")));
  });

  it("switches the language and the direction, with no word left over", async () => {
    const words = () => page.$$eval("[data-t], [data-t-label]", (nodes) => nodes.map((node) => [node.dataset.t ?? node.dataset.tLabel, node.dataset.t ? node.textContent : node.getAttribute("aria-label")]));
    const english = new Map(await words());
    await page.click("#language");
    await settled(page);
    assert.equal(await page.evaluate(() => document.documentElement.dir + document.documentElement.lang), "rtlar");
    for (const [key, text] of await words()) {
      assert.match(text, /[\u0600-\u06FF]/, key);
      assert.notEqual(text, english.get(key));
    }
    assert.match(await page.textContent("#table tr[data-at='0'] .c-country"), /[\u0600-\u06FF]/);
    assert.equal(await page.title(), "أحداث النزاع");
    await page.click("#language");
    await settled(page);
    assert.equal(await page.evaluate(() => document.documentElement.dir), "ltr");
  });

  it("keeps the filters in its address, and opens with them", async () => {
    await choose(page, "country", "Yemen");
    await choose(page, "participant", "Faction 1");
    await page.fill("#from", "2020-05-01");
    await settled(page);
    const expected = EVENTS.filter((e) => e.location?.country === "YEM" && e.actors[0].id === "faction.1" && e.date.start >= "2020-05-01").length;
    assert.equal(await shownRows(page), expected);
    const hash = new URL(page.url()).hash;
    const other = await open(browser, `${path}${hash}`);
    assert.equal(await shownRows(other), expected);
    assert.equal(await other.inputValue("#from"), "2020-05-01");
    await other.evaluate(() => { location.hash = "#type=Riots&country=nowhere&text=%3Cb%3E&confidence=x&from=y"; });
    await settled(other);
    await settled(other);
    assert.equal(await shownRows(other), 0);
    await other.fill("#text", "");
    await settled(other);
    assert.equal(await shownRows(other), EVENTS.filter((e) => e.event_type === "Riots").length);
    assert.deepEqual(other.faults, []);
    await other.context().close();
    await clear();
  });

  it("keeps the focus on a choice that is pressed by key", async () => {
    await page.focus('[data-facet="status"] li:nth-child(2) input');
    const label = () => page.evaluate(() => document.activeElement.closest("li")?.querySelector(".name").textContent);
    const before = await label();
    await page.keyboard.press("Space");
    await settled(page);
    assert.equal(await label(), before);
    assert.ok((await shownRows(page)) < 700);
    await page.keyboard.press("Space");
    await settled(page);
    assert.equal(await shownRows(page), 700);
  });

  it("names each control for screen readers", async () => {
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send("Accessibility.getFullAXTree");
    const roles = ["button", "textbox", "searchbox", "checkbox", "slider", "combobox", "table", "application", "img", "columnheader", "spinbutton", "dialog"];
    const nameless = nodes.filter((node) => !node.ignored && roles.includes(node.role?.value) && !node.name?.value).map((node) => node.role.value);
    assert.deepEqual(nameless, []);
    assert.ok(nodes.some((node) => node.role?.value === "application"));
  });

  it("did nothing that it must not do", () => assert.deepEqual(page.faults, []));
});
