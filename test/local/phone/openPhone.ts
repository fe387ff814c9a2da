import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { openPhones, type Phones } from "../../../local/phone/server/phones.ts";
import { openBrowser } from "../../support/browser.ts";

/** The Mini Program of these tests. */
export const fixtureApp = fileURLToPath(new URL("fixture-app", import.meta.url));

/** Phones on one server in one browser. */
export type Desk = Readonly<{
  origin: string;
  phones: Phones;
  /** A phone just started at `path` (the entry page by default); it ends when the next one starts. */
  phone(path?: string, options?: { touch?: boolean }): Promise<Page>;
  /** Addresses that any phone asked for outside this server. */
  strangers: string[];
  close(): Promise<void>;
}>;

/** @param options as of `openPhones` */
export async function openDesk(
  appDir = fixtureApp,
  options: { watch?: boolean; npmDir?: string } = {},
): Promise<Desk> {
  const phones = await openPhones({ appDir, ...options });
  const server = createServer(async (request, response) => {
    if (await phones.handle(request, response)) return;
    response.writeHead(404);
    response.end();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await openBrowser();
  const strangers: string[] = [];
  const glasses = new Map<boolean, Page>();

  /** The same window serves one test after another: opening one costs more than most tests. */
  async function glass(touch: boolean): Promise<Page> {
    const known = glasses.get(touch);
    if (known) return known;
    const viewport = { width: 375, height: 812 };
    const context = await browser.newContext({ viewport, hasTouch: touch, isMobile: touch });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on("request", (request) => {
      const own = /^(data|blob):/.test(request.url()) || request.url().startsWith(origin);
      if (!own) strangers.push(request.url());
    });
    glasses.set(touch, page);
    return page;
  }

  return {
    origin,
    phones,
    strangers,
    async phone(path, { touch = false } = {}) {
      const page = await glass(touch);
      const query = new URLSearchParams({ id: "left", openid: "o-test", ...(path && { path }) });
      await page.goto(`${origin}/phone/index.html?${query}`);
      await page.locator("page, .phone-diagnostics").first().waitFor();
      return page;
    },
    close: () => closeAll(browser, phones, server),
  };
}

async function closeAll(browser: Browser, phones: Phones, server: Server): Promise<void> {
  await browser.close();
  await phones.close();
  await new Promise((closed) => server.close(closed));
}

/** What the app noted since the last reading (see the fixture's `utils/notes.js`). */
export function readNotes(page: Page): Promise<string[]> {
  return page.evaluate("readNotes()");
}

/** Waits for the page at `path` to be seen. */
export async function arrivedAt(page: Page, path: string): Promise<void> {
  await page.locator(`.phone-page:not([hidden])[data-route="${path}"]`).waitFor();
}

/** The text of the first element that matches, its white space made single. */
export async function textOf(page: Page, selector: string): Promise<string> {
  const text = (await page.locator(selector).first().textContent()) ?? "";
  return text.replace(/\s+/g, " ").trim();
}

/** Calls a function of `wx` in the app; what it says when it is done, or why it failed. */
export function callWx(page: Page, name: string, options: object = {}): Promise<string> {
  const call = `wx.${name}(${JSON.stringify(options)})`;
  return page.evaluate(`${call}.then(({ errMsg }) => errMsg, ({ errMsg }) => errMsg)`);
}
