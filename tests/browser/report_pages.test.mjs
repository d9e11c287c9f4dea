// rasd report with other inputs and on other screens: hostile texts, nothing at all, very much, a phone, the dark.
import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { after, before, describe, it } from "node:test";
import { HOSTILE, hostileEvents, plainEvents } from "./events.mjs";
import { eventsFile, golden, launch, open, rasd, reportOf, settled, shownRows } from "./support.mjs";

describe("rasd report, other pages", () => {
  let browser;
  before(async () => { browser = await launch(); });
  after(() => browser.close());

  it("shows hostile texts as texts, in both languages", async () => {
    const events = hostileEvents();
    for (const language of ["en", "ar"]) {
      const path = reportOf(`hostile-${language}`, events, "--lang", language, "--title", HOSTILE[0]);
      const page = await open(browser, path);
      assert.equal(await shownRows(page), events.length);
      for (const details of await page.$$("[data-facet]")) await details.evaluate((node) => { node.open = true; });
      await page.focus("#map");
      for (let n = 0; n < 4; n++) await page.keyboard.press("PageDown");
      for (let at = 0; at < events.length; at++) {
        await page.focus(`#table tr[data-at='${at}']`);
        await page.keyboard.press("Enter");
        for (const link of await page.$$eval("#detail a", (links) => links.map((a) => a.href))) assert.match(link, /^https?:\/\/example\.org\//);
        await page.keyboard.press("Escape");
      }
      await page.fill("#text", "<img");
      await settled(page);
      assert.equal(await shownRows(page), 1);
      await page.click("#clear");
      await settled(page);
      const found = await page.evaluate(() => ({
        hit: window.hit, markup: document.querySelectorAll("img, svg, b, i, iframe").length, scripts: document.scripts.length, styles: document.styleSheets.length,
        controls: /[\u202A-\u202E\u2066-\u2069\u2028\u2029]/.test(document.body.innerText), shown: getComputedStyle(document.querySelector("#table")).display,
        title: document.title, text: document.querySelector("#table").innerText,
      }));
      assert.deepEqual([found.hit, found.markup, found.scripts, found.styles, found.controls], [undefined, 0, 4, 1, false]);
      assert.notEqual(found.shown, "none");
      assert.equal(found.title, HOSTILE[0]);
      assert.ok(found.text.includes("<img src=x onerror="));
      assert.ok(found.text.includes("{{data}}{{script}}"));
      assert.deepEqual(page.faults, []);
      await page.context().close();
    }
  });

  it("saves hostile texts with formulas disarmed, as rasd convert does", async () => {
    const events = hostileEvents();
    const path = reportOf("hostile-csv", events);
    const page = await open(browser, path);
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("#export")]);
    const saved = readFileSync(await download.path(), "utf8");
    rasd("convert", eventsFile("hostile-csv.jsonl", events), "--extra-columns", "-o", `${path}.csv`);
    const rows = (text) => text.split(/\r\n(?=ev_)/).map((row) => row.trimEnd()).sort();
    assert.deepEqual(rows(saved), rows(readFileSync(`${path}.csv`, "utf8")));
    assert.ok(saved.includes("'=HYPERLINK"));
    await page.context().close();
  });

  it("can reach no network even where a script tries", async () => {
    const page = await open(browser, reportOf("policy", plainEvents(5)));
    let reached = 0;
    const server = createServer((_, answer) => { reached++; answer.end(); }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const tries = await page.evaluate(async (address) => {
      const blocked = [];
      document.addEventListener("securitypolicyviolation", (event) => blocked.push(event.effectiveDirective));
      await fetch(address).catch(() => {});
      document.body.append(Object.assign(document.createElement("img"), { src: `${address}x.png` }));
      document.body.append(Object.assign(document.createElement("script"), { textContent: "window.hit = 1" }));
      document.body.insertAdjacentHTML("beforeend", "<p style='color:red' onclick='window.hit=2'>x</p>");
      document.body.lastElementChild.click();
      await new Promise((done) => setTimeout(done, 300));
      return { blocked: [...new Set(blocked)].sort(), hit: window.hit };
    }, `http://127.0.0.1:${server.address().port}/`);
    server.close();
    assert.deepEqual(tries, { blocked: ["connect-src", "img-src", "script-src-attr", "script-src-elem", "style-src-attr"], hit: undefined });
    assert.equal(reached, 0);
    await page.context().close();
  });

  it("says so where there is no event", async () => {
    const page = await open(browser, reportOf("empty", []));
    assert.equal(await shownRows(page), 0);
    assert.match(await page.textContent("#table-note"), /no events/);
    await page.click("#language");
    await page.click("#zoom-fit");
    await page.click("#units [data-unit='day']");
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });

  it("shows records with nothing but what every record has, and the golden ones", async () => {
    const events = ["samples", "outlet_styles", "hostile_text", "undated_article"].flatMap(golden);
    events.push({ event_id: "ev_1", doc_id: "d", event_type: "x", sub_event_type: "y" });
    const page = await open(browser, reportOf("golden", events));
    assert.equal(await shownRows(page), events.length);
    for (const name of ["date", "type", "place", "actors", "injured", "confidence", "evidence"]) await page.click(`#table th.c-${name} button`);
    await page.focus("#table tr[data-at='0']");
    await page.keyboard.press("Enter");
    for (let n = 1; n < events.length; n++) await page.click("#detail .next");
    assert.ok(await page.isDisabled("#detail .next"));
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });

  it("adds up an incident once that several records tell", async () => {
    const events = plainEvents(40).map((event, n) => ({ ...event, status: "asserted", incident_id: `in_${n % 4 ? n : 0}`, casualties: { killed: { min: 7, max: 7, groups: [] } } }));
    const page = await open(browser, reportOf("incidents", events));
    assert.equal(await page.textContent("#sums .sum:nth-child(2) strong"), String(31 * 7));
    assert.match(await page.textContent("#sums"), /31 incidents/);
    await page.evaluate(() => document.querySelector("#scroller").scrollTo(0, 1e6));
    await settled(page);
    await page.focus("#table tr[data-at='39']");
    await page.keyboard.press("Enter");
    await page.locator("#detail dd button.link", { hasText: "10 records" }).click();
    await settled(page);
    assert.equal(await shownRows(page), 10);
    assert.equal(await page.textContent("#sums .sum:nth-child(2) strong"), "7");
    await page.locator("#chips .chip").click();
    await settled(page);
    assert.equal(await shownRows(page), 40);
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });

  it("opens 50,000 events within 3 s", async () => {
    const path = reportOf("many", plainEvents(50_000, "وقال شهود إن القصف استمر ساعات طويلة قبل أن تصل فرق الإسعاف إلى المكان وتنقل المصابين. ".repeat(3)));
    const start = performance.now();
    const page = await open(browser, path, { countsTime: true });
    const wall = Math.round(performance.now() - start);
    // The time that the page's thread computes, as other programs may be at work beside it.
    const { metrics } = await page.session.send("Performance.getMetrics");
    const computed = Math.round(1000 * metrics.find(({ name }) => name === "TaskDuration").value);
    console.log(`50,000 events: ${computed} ms of computing, ${wall} ms by the clock`);
    assert.ok(computed > 100 && computed <= 3000, `${computed} ms`);
    assert.equal(await shownRows(page), 50_000);
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });

  it("fits a phone, in both languages and in the dark", async () => {
    for (const [locale, theme] of [["ar-SY", "light"], ["en-GB", "dark"]]) {
      const page = await open(browser, reportOf("phone", plainEvents(300)), { phone: true, locale, theme });
      assert.equal(await page.evaluate(() => document.documentElement.dir), locale.startsWith("ar") ? "rtl" : "ltr");
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 390));
      assert.ok(!(await page.isVisible("#filters")));
      await page.tap("#open-filters");
      assert.ok(await page.isVisible("#filters"));
      await page.tap("#open-filters");
      await page.locator("#table tr[data-at='1']").tap();
      assert.ok(await page.isVisible("#detail[open]"));
      assert.ok(await page.evaluate(() => document.querySelector("#detail").getBoundingClientRect().width <= 390));
      const light = await page.evaluate(() => getComputedStyle(document.body).backgroundColor.match(/\d+/g).map(Number)[0] > 128);
      assert.equal(light, theme === "light");
      assert.deepEqual(page.faults, []);
      await page.context().close();
    }
  });
});
