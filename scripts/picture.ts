import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openBrowser } from "../test/support/browser.ts";
import { startVillage } from "../test/support/running.ts";

/** `npm run picture`: takes the picture of the three phones for the README, from a village just made. */

const folder = mkdtempSync(join(tmpdir(), "passbook-picture-"));
const village = await startVillage(folder);
const browser = await openBrowser();
const page = await browser.newPage({ viewport: { width: 1320, height: 1180 } });
await page.goto(village.url);

const phone = (who: string) => page.frameLocator(`iframe[title="${who}的手机"]`);

await phone("党员").getByText("打开一本通").click();
await phone("党员").getByText("流水").waitFor();
await phone("支部书记").getByText("等我审核").click();
await phone("支部书记").getByText("去审核").first().click();
await phone("支部书记").getByText("退回，写明原因").waitFor();
await phone("村民").getByText("积分榜", { exact: true }).click();
await phone("村民").getByText("全年").waitFor();
await page.waitForTimeout(1000); // pictures and fonts

const path = join(import.meta.dirname, "../docs/pictures/phones.png");
await page.screenshot({ path, fullPage: true });
await browser.close();
await village.interrupt();
rmSync(folder, { recursive: true });
