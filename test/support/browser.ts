import { text } from "node:stream/consumers";
import { type Browser, chromium, type Download } from "playwright-core";
import { ensureChromium } from "../../scripts/chromium.ts";

/**
 * What a whole Chromium keeps behind each of its windows, and nobody sees here: pages of its address bar, a process in
 * reserve. They cost more than the phones in the windows. The rest stands in Playwright's own list, which this one
 * replaces.
 */
const unwanted = [
  ...["WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "PreloadTopChromeWebUI"],
  "SpareRendererForSitePerProcess",
  ...["AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "PaintHolding"],
  ...["HttpsUpgrades", "HttpsFirstBalancedModeAutoEnable", "ThirdPartyStoragePartitioning"],
  ...["LensOverlay", "MediaRouter", "OptimizationHints", "NetworkTimeServiceQuerying"],
  ...["AimEnabled", "PreconnectToSearch", "AvoidCorsURLLoaderRestartOnRedirect"],
];

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
      `--disable-features=${unwanted.join(",")}`,
    ],
  });
  const browser = await chromium.connect(server.wsEndpoint());
  browser.on("disconnected", () => void server.kill());
  return browser;
}

/** What a file says that the browser has downloaded. */
export const textIn = async (download: Download): Promise<string> =>
  text(await download.createReadStream());
