import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import type { Village } from "../../support/village.ts";
import { exceptions, type Visit } from "./pages.ts";

export type Mode = "normal" | "care";

type Fault = Readonly<{ kind: string; text: string; detail: string; where: string }>;

const widths = [320, 375, 430];
const height = 740;

/** The text of WeChat as large as its own 关怀模式 has it, which turns care mode on. */
const fontScale = { normal: "1", care: "1.4" };

/** As long as a sheet takes to come up. */
const motionMs = 350;

const inspector = readFileSync(join(import.meta.dirname, "inspect.js"), "utf8");

/** A page that asks one thing after another is not settled between two calls. */
const quietMs = 50;

/** Counts calls that are on their way, so that a page is looked at when all of it is there. */
const counter = `
  window.underWay = 0;
  window.answeredAt = 0;
  const ask = window.fetch;
  window.fetch = (...request) => {
    window.underWay++;
    return ask(...request).finally(() => setTimeout(() => {
      window.underWay--;
      window.answeredAt = performance.now();
    }));
  };
`;

/** Looks at pages on phones of their own: one for each person and mode, which goes from page to page. */
export function openWalk(browser: Browser, url: string, village: Village) {
  const phones = new Map<string, Promise<Page>>();

  async function start(who: string, mode: Mode): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 375, height } });
    page.setDefaultTimeout(20_000);
    await page.addInitScript({ content: counter + inspector });
    const of = { id: mode, openid: village.openid(who), fontScale: fontScale[mode] };
    await page.goto(`${url}/phone/index.html?${new URLSearchParams(of)}`);
    await page.waitForFunction("window.getCurrentPages?.().length > 0");
    return page;
  }

  function phoneOf(who: string, mode: Mode): Promise<Page> {
    const key = `${who} ${mode}`;
    const known = phones.get(key) ?? start(who, mode);
    phones.set(key, known);
    return known;
  }

  /** @returns what is wrong, in sentences; each says at which widths */
  return async function look(path: string, visit: Visit, mode: Mode): Promise<string[]> {
    const { who, query = "", taps = [] } = visit;
    const phone = await phoneOf(who, mode);
    await arrive(phone, path, query);
    const failure = await phone.evaluate<string | undefined>(failed);
    const found = failure ? [`it did not come: ${failure}`] : await faultsOf(phone);
    if (await openFolds(phone)) found.push(...(await faultsOf(phone)));
    for (const words of taps) await tap(phone, words);
    if (taps.length > 0) found.push(...(await faultsOf(phone)));
    return [...new Set(found)].map((words) => `${path}?${query} of ${who}, ${mode}, ${words}`);
  };
}

async function arrive(phone: Page, path: string, query: string): Promise<void> {
  await phone.evaluate(`wx.reLaunch({ url: ${JSON.stringify(`/${path}?${query}`)} })`);
  await phone.waitForFunction(
    `getCurrentPages().at(-1)?.route === ${JSON.stringify(path)} && ${settled}`,
  );
}

async function tap(phone: Page, words: string): Promise<void> {
  await phone.getByText(words, { exact: true }).filter({ visible: true }).last().click();
  await phone.waitForTimeout(motionMs);
  await phone.waitForFunction(settled);
}

const settled = `(window.underWay === 0 && performance.now() - window.answeredAt > ${quietMs} &&
  !document.getAnimations().some((one) => one instanceof CSSTransition) &&
  !document.querySelector('.phone-page:not([hidden]) [aria-label="正在加载"]'))`;

const failed = `(({ view }) => view?.kind === "failed" ? view.sentence : undefined)(
  getCurrentPages().at(-1).data)`;

/** Brings out what care mode folds away. @returns whether there was anything */
async function openFolds(phone: Page): Promise<boolean> {
  const folds = phone.locator('.phone-page:not([hidden]) [aria-label$="，点一下打开"]');
  const closed = await folds.elementHandles();
  for (const fold of closed) await fold.click();
  return closed.length > 0;
}

const look = `findFaults(${JSON.stringify(Object.keys(exceptions))})`;

async function faultsOf(phone: Page): Promise<string[]> {
  const found = new Map<string, number[]>();
  for (const width of widths) {
    await phone.setViewportSize({ width, height });
    for (const fault of await phone.evaluate<Fault[]>(look)) {
      const words = sentence(fault);
      found.set(words, [...(found.get(words) ?? []), width]);
    }
  }
  return [...found].map(([words, at]) => `${[...new Set(at)].join(" ")}: ${words}`);
}

const sentence = ({ kind, text, detail, where }: Fault) =>
  `${kind}: “${text}” ${detail} (${where})`;
