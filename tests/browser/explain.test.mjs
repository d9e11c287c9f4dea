// rasd explain --html in a browser: highlights, events that light their spans, why a sentence has none, keys, languages, hostile text.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { launch, open, rasd, scratch } from "./support.mjs";

const STRIKE = "قصفت طائرات حربية بلدة سرمين في ريف إدلب مساء أمس، ما أدى إلى مقتل خمسة مدنيين.";
const UNKNOWN = "دكدك مسلحون قافلة عسكرية قرب مدينة الرقة.";
const HOSTILE = `</script><img src=x onerror=alert(1)>"'&\u202e\u2028`;

function pageOf(name, title, text) {
  const input = join(scratch, `${name}.jsonl`);
  const path = join(scratch, `${name}.html`);
  writeFileSync(input, JSON.stringify({ doc_id: name, title, text, published: "2024-01-24" }) + "\n");
  rasd("explain", input, "--html", path, "--shipped-only");
  return path;
}

describe("rasd explain --html", () => {
  let browser;
  before(async () => { browser = await launch(); });
  after(() => browser.close());

  it("marks roles, and an event lights its spans by mouse and by key", async () => {
    const page = await open(browser, pageOf("plain", "", `${STRIKE} ${UNKNOWN}`));
    assert.equal(await page.textContent("#article .r-trigger >> nth=0"), "قصفت");
    assert.equal(await page.getAttribute("#article", "dir"), "rtl");
    assert.equal(await page.locator("#article .lit").count(), 0);
    await page.hover(".event");
    const lit = await page.locator("#article .lit").count();
    assert.ok(lit >= 5, `${lit} spans`);
    await page.mouse.move(0, 0);
    assert.equal(await page.locator("#article .lit").count(), 0);
    await page.focus(".event");
    assert.equal(await page.locator("#article .lit").count(), lit);
    await page.keyboard.press("Enter");
    await page.focus("#language");
    assert.equal(await page.locator("#article .lit").count(), lit, "a chosen event stays lit");
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });

  it("says why a sentence has no event, in both languages", async () => {
    const page = await open(browser, pageOf("why", "", `${STRIKE} ${UNKNOWN}`));
    await page.focus('[data-sentence="1"]');
    await page.keyboard.press("Enter");
    assert.match(await page.textContent("#sentence"), /No word of this sentence is a trigger of any rule.*rasd rules new/);
    await page.click("#language");
    assert.equal(await page.getAttribute("html", "dir"), "rtl");
    assert.match(await page.textContent("#sentence"), /لا كلمة في هذه الجملة/);
    await page.click('[data-sentence="0"]', { position: { x: 3, y: 12 } });
    assert.match(await page.textContent("#sentence"), /air_strike\.craft_verb/);
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });

  it("shows hostile text as text, and fits a phone", async () => {
    const page = await open(browser, pageOf("hostile", HOSTILE, `${HOSTILE} ${STRIKE}`), { phone: true });
    assert.equal(await page.locator("#article img").count(), 0);
    assert.ok((await page.textContent("#article")).includes("</script><img src=x onerror=alert(1)>"));
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });
});
