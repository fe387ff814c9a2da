import { text } from "node:stream/consumers";
import { type Browser, chromium, type Download } from "playwright-core";
import { ensureChromium } from "../../scripts/chromium.ts";

/**
 * Chromium as the tests run it; without the flags it would look for Google's servers at every start. A busy
 * Chromium may take minutes to end, or never do, so its process is killed once the browser is closed.
 */
export async function openBrowser(): Promise<Browser> {
  const server = await chromium.launchServer({
    executablePath: ensureChromium(),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  const browser = await chromium.connect(server.wsEndpoint());
  browser.on("disconnected", () => void server.kill());
  return browser;
}

/** What a file says that the browser has downloaded. */
export const textIn = async (download: Download): Promise<string> =>
  text(await download.createReadStream());
