import assert from "node:assert/strict";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { openDesk } from "../openPhone.ts";

/** Phones with the Mini Program whose pages hold the built-ins; they end with the tests. */
const phones = await openDesk(fileURLToPath(new URL("app", import.meta.url)));
after(phones.close);

const loaded = new Map<boolean, Page>();

/**
 * A phone is loaded once for mouse and once for touch; after that each test begins with a
 * `reLaunch`, which takes a tenth of the time.
 */
export const desk = {
  /** A phone that shows this page of the fixture as it is at first, by mouse or by touch. */
  async phone(path: string, { touch = false } = {}): Promise<Page> {
    const known = loaded.get(touch);
    const page = known ?? (await phones.phone(path, { touch }));
    loaded.set(touch, page);
    if (!known) return page;
    await page.mouse.move(0, 0);
    await readEvents(page);
    await page.evaluate(
      `window.__errors.length = 0; wx.reLaunch({ url: ${JSON.stringify(path)} })`,
    );
    return page;
  },
};

/** One event as the app's handler was told it. */
export type Told = Readonly<{
  type: string;
  /** Of the built-in that the handler is bound to. */
  id: string;
  // biome-ignore lint/suspicious/noExplicitAny: what an event tells differs by its type
  detail: any;
  touches?: readonly Record<string, number>[];
  changedTouches?: readonly Record<string, number>[];
  target: Readonly<{ id: string; dataset: Record<string, unknown> }>;
  mark: Record<string, unknown>;
}>;

/** What the app was told since the last reading. */
export function readEvents(page: Page): Promise<Told[]> {
  return page.evaluate("readEvents()");
}

/**
 * Waits until the app was told all of `wanted`, each written as `tap button`: type and id. Returns
 * these in the order in which they came; what else the app was told is left out.
 */
export async function hear(page: Page, ...wanted: string[]): Promise<Told[]> {
  const heard = await collect(page, wanted);
  assert.deepEqual(heard.map(nameOf), wanted);
  return heard;
}

/** As `hear`, where the order does not matter. */
export async function hearAll(page: Page, ...wanted: string[]): Promise<Told[]> {
  const heard = await collect(page, wanted);
  assert.deepEqual(heard.map(nameOf).sort(), wanted.sort());
  return heard;
}

/** As many events as are wanted, of the wanted kinds; fewer when they do not come. */
async function collect(page: Page, wanted: readonly string[]): Promise<Told[]> {
  const heard: Told[] = [];
  for (const until = Date.now() + 3000; Date.now() < until && heard.length < wanted.length; ) {
    heard.push(...(await readEvents(page)).filter((event) => wanted.includes(nameOf(event))));
    if (heard.length < wanted.length) await page.waitForTimeout(20);
  }
  return heard;
}

/** Waits for one event and returns what it tells. */
// biome-ignore lint/suspicious/noExplicitAny: what an event tells differs by its type
export async function detailOf(page: Page, wanted: string): Promise<any> {
  return (await hear(page, wanted))[0]?.detail;
}

export function nameOf({ type, id }: Told): string {
  return `${type} ${id}`;
}

/** Sets data of the page that is seen, as the page itself would. */
export async function setData(page: Page, data: object): Promise<void> {
  await page.evaluate(`getCurrentPages().at(-1).setData(${JSON.stringify(data)})`);
}

/** Data of the page that is seen. */
export function dataOf(page: Page): Promise<Record<string, unknown>> {
  return page.evaluate("getCurrentPages().at(-1).data");
}
