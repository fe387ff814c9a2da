import { after } from "node:test";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import type { Cloud } from "../../../../local/cloud/cloud.ts";
import { openPhones } from "../../../../local/phone/server/phones.ts";
import { openBrowser } from "../../../support/browser.ts";
import { openCloud } from "../../cloud/support.ts";

const appDir = fileURLToPath(new URL("app", import.meta.url));

type WxPhone = Readonly<{
  page: Page;
  cloud: Cloud;
  /**
   * Calls a function of `wx` without callbacks.
   * @param name for example `cloud.callFunction`
   * @param args JavaScript, as it stands between the parentheses
   * @returns what the promise became: its result, or its failure
   */
  call(name: string, args?: string): Promise<WxResult>;
  /** The phone anew, as the same person unless told otherwise. */
  open(query?: Record<string, string>): Promise<void>;
}>;

/** A result of `wx`; which fields it has depends on the call. */
// biome-ignore lint/suspicious/noExplicitAny: what a call answers differs by its name
export type WxResult = { errMsg: string; [field: string]: any };

/** A phone in a browser before a local cloud; both end with the tests. */
export const phone = await openPhoneWithCloud();

async function openPhoneWithCloud(): Promise<WxPhone> {
  const phones = await openPhones({ appDir });
  const cloud = await openCloud({ routes: [phones.handle] });
  const browser = await openBrowser();
  after(async () => {
    await browser.close();
    await phones.close();
  });
  const page = await browser.newPage({ viewport: { width: 375, height: 812 } });
  page.setDefaultTimeout(5000);
  const open = async (query: Record<string, string> = {}) => {
    const asked = new URLSearchParams({ id: "left", openid: "oAnna", ...query });
    await page.goto(`${cloud.url}/phone/index.html?${asked}`);
    await page.locator("page").waitFor();
  };
  await open();
  return {
    page,
    cloud,
    open,
    call: (name, args = "") =>
      page.evaluate(`wx.${name}(${args}).then((result) => result, (failure) => ({ ...failure }))`),
  };
}
