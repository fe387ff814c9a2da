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

const inspector = readFileSync(join(import.meta.dirname, "inspect.js"), "utf8");

/** Counts calls that are on their way, so that a page is looked at when all of it is there. */
const counter = `
  window.underWay = 0;
  const ask = window.fetch;
  window.fetch = (...request) => {
    window.underWay++;
    return ask(...request).finally(() => setTimeout(() => window.underWay--));
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
    return page;
  }

  function phoneOf(who: string, mode: Mode): Promise<Page> {
    const key = `${who} ${mode}`;
    const known = phones.get(key) ?? start(who, mode);
    phones.set(key, known);
    return known;
  }

  /** @returns what is wrong, in sentences; each says at which widths */
  return async function look(path: string, { who, query = "" }: Visit, mode: Mode) {
    const phone = await phoneOf(who, mode);
    await phone.waitForFunction("window.getCurrentPages?.().length > 0");
    await phone.evaluate(`wx.reLaunch({ url: ${JSON.stringify(`/${path}?${query}`)} })`);
    await phone.waitForFunction(isThere(path));
    const failure = await phone.evaluate<string | undefined>(failed);
    if (failure) return [`${path}?${query} of ${who} did not come: ${failure}`];
    const found = new Map<string, number[]>();
    for (const width of widths) {
      await phone.setViewportSize({ width, height });
      for (const fault of await phone.evaluate<Fault[]>("findFaults()")) {
        if (isMeant(fault)) continue;
        const words = sentence(fault);
        found.set(words, [...new Set([...(found.get(words) ?? []), width])]);
      }
    }
    return [...found].map(
      ([words, at]) => `${path}?${query} of ${who}, ${mode}, ${at.join(" ")}: ${words}`,
    );
  };
}

const isThere = (path: string) => `
  window.getCurrentPages?.().at(-1)?.route === ${JSON.stringify(path)} &&
  window.underWay === 0 &&
  !document.querySelector('.phone-page:not([hidden]) [aria-label="正在加载"]')
`;

const failed = `(({ view }) => view?.kind === "failed" ? view.sentence : undefined)(
  getCurrentPages().at(-1).data)`;

const used = new Set<unknown>();

function isMeant(fault: Fault): boolean {
  const known = exceptions.find(
    ({ kind, where }) => kind === fault.kind && where.test(fault.where),
  );
  if (known) used.add(known);
  return known !== undefined;
}

/** Exceptions that excused nothing. */
export const idle = () => exceptions.filter((one) => !used.has(one)).map(({ reason }) => reason);

const sentence = ({ kind, text, detail, where }: Fault) =>
  `${kind}: “${text}” ${detail} (${where})`;
