import { join } from "node:path";
import { openPhones } from "../../local/phone/server/phones.ts";
import { openBrowser } from "../../test/support/browser.ts";
import { cleanup, makeVillage } from "../../test/support/village.ts";
import { openMeasured } from "./measured.ts";

/** The phone counts each page's calls of `setData` and the bytes of what they carry. */
declare global {
  var __setData: Record<string, { calls: number; bytes: number }>;
}

/** How often and how much `setData` carries until home, board and review are drawn. */
export async function setDataOf(): Promise<void> {
  const phones = await openPhones({ appDir: join(import.meta.dirname, "../../miniprogram") });
  const measured = await openMeasured([phones.handle]);
  const browser = await openBrowser();
  try {
    const village = await makeVillage(measured, "tangjiao");
    for (const id of ["counted", "bench"]) await village.ask("anna", "submitDuty", cleanup(id));
    const decision = { decision: "approve", submissionId: "counted", gradeId: "normal" } as const;
    await village.ask("chief", "reviewSubmission", decision);
    const pages = [
      { who: "anna", path: "pages/home/index", query: "", last: "打开一本通" },
      { who: "villager", path: "pages/board/index", query: "", last: "都在这里了" },
      {
        ...{ who: "chief", path: "packages/review/review/index" },
        ...{ query: "?submissionId=bench", last: "退回，写明原因" },
      },
    ];
    const rows: object[] = [];
    for (const { who, path, query, last } of pages) {
      const page = await browser.newPage({ viewport: { width: 375, height: 812 } });
      const openid = village.openid(who);
      const address = new URLSearchParams({ id: who, openid, path: `/${path}${query}` });
      await page.goto(`${measured.cloud.url}/phone/index.html?${address}`);
      await page.getByText(last).waitFor();
      rows.push({ page: path, ...(await page.evaluate((of) => globalThis.__setData[of], path)) });
      await page.close();
    }
    console.log("\nsetData until the page is drawn, the first look");
    console.table(rows);
  } finally {
    await browser.close();
    await measured.close();
    await phones.close();
  }
}
