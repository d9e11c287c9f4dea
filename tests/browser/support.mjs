// A browser, pages made by the program under test, and what they must never do.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const { chromium } = createRequire(`${process.env.RASD_BROWSER_MODULES}/`)("playwright-core");

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
export const scratch = mkdtempSync(join(tmpdir(), "rasd-browser-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));

export const launch = () => chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
export const rasd = (...args) => execFileSync(process.env.RASD, args, { encoding: "utf8", maxBuffer: 2 ** 30 });
export const golden = (name) => readFileSync(join(ROOT, "tests/golden", name, "expected.jsonl"), "utf8").trim().split("\n").map((line) => JSON.parse(line));

export function eventsFile(name, events) {
  const path = join(scratch, name);
  writeFileSync(path, events.map((event) => JSON.stringify(event) + "\n").join(""));
  return path;
}

export function reportOf(name, events, ...options) {
  const path = join(scratch, `${name}.html`);
  rasd("report", eventsFile(`${name}.jsonl`, events), "-o", path, ...options);
  return path;
}

// Opens a page and keeps count of what it must not do: errors, messages, requests.
export async function open(browser, path, { phone = false, locale = "en-GB", theme = "light", countsTime = false } = {}) {
  const context = await browser.newContext({
    viewport: phone ? { width: 390, height: 844 } : { width: 1360, height: 900 },
    hasTouch: phone, deviceScaleFactor: phone ? 2 : 1, locale, colorScheme: theme, acceptDownloads: true,
  });
  context.setDefaultTimeout(120_000); // other programs may be at work
  const page = await context.newPage();
  page.faults = [];
  page.on("console", (message) => page.faults.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => page.faults.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => { page.faults.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on("request", (request) => { if (!/^(file|blob):/.test(request.url())) page.faults.push(`request: ${request.url()}`); });
  if (countsTime) {
    page.session = await context.newCDPSession(page);
    await page.session.send("Performance.enable", { timeDomain: "threadTicks" });
  }
  await page.goto(`file://${path}`);
  await page.waitForFunction(() => document.documentElement.dataset.ready !== undefined);
  await settled(page);
  return page;
}

// All that a change starts is drawn.
export const settled = (page) => page.evaluate(() => new Promise((done) => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), 260)));
export const shownRows = (page) => page.evaluate(() => Number(document.documentElement.dataset.ready));
