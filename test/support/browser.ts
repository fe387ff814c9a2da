import { type Browser, chromium } from "playwright-core";
import { ensureChromium } from "../../scripts/chromium.ts";

/** Chromium as the tests run it; without the flags it would look for Google's servers at every start. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
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
