import { join } from "node:path";
import type { Browser } from "playwright-core";
import { openPhones, type Phones } from "../../local/phone/server/phones.ts";
import { openBrowser } from "../../test/support/browser.ts";
import { cleanup, makeVillage } from "../../test/support/village.ts";
import { fillVillage } from "./fillVillage.ts";
import { openMeasured } from "./measured.ts";
import { sizes } from "./villageSize.ts";

/** The phone counts each page's calls of `setData` and the bytes of what they carry. */
declare global {
  var __setData: Record<string, { calls: number; bytes: number }>;
}

/** How often and how much `setData` carries until a page is drawn, in a small and in a large village. */
export async function setDataOf(): Promise<void> {
  const phones = await openPhones({ appDir: join(import.meta.dirname, "../../miniprogram") });
  const browser = await openBrowser();
  try {
    const rows = [
      ...(await rowsOf(phones, browser, "small")),
      ...(await rowsOf(phones, browser, "large")),
    ];
    console.log("\nsetData until the page is drawn, the first look");
    console.table(rows);
  } finally {
    await browser.close();
    await phones.close();
  }
}

async function rowsOf(
  phones: Phones,
  browser: Browser,
  size: keyof typeof sizes,
): Promise<object[]> {
  const measured = await openMeasured([phones.handle]);
  try {
    const village = await makeVillage(measured, "tangjiao");
    await fillVillage(measured, village, sizes[size]);
    for (const id of ["counted", "bench"]) await village.ask("anna", "submitDuty", cleanup(id));
    const decision = { decision: "approve", submissionId: "counted", gradeId: "normal" } as const;
    await village.ask("chief", "reviewSubmission", decision);
    const rows: object[] = [];
    for (const { who, path, query, last } of pages) {
      const page = await browser.newPage({ viewport: { width: 375, height: 812 } });
      const openid = village.openid(who);
      const address = new URLSearchParams({ id: who, openid, path: `/${path}${query}` });
      await page.goto(`${measured.cloud.url}/phone/index.html?${address}`);
      await page.getByText(last).first().waitFor();
      const { members, residents } = sizes[size];
      rows.push({
        page: path,
        "members/residents": `${members}/${residents}`,
        ...(await page.evaluate((of) => globalThis.__setData[of], path)),
      });
      await page.close();
    }
    return rows;
  } finally {
    await measured.close();
  }
}

/** Each is drawn when its last text is there. */
const pages = [
  { who: "anna", path: "pages/home/index", query: "", last: "打开一本通" },
  { who: "villager", path: "pages/grid/index", query: "", last: "第一网格" },
  { who: "villager", path: "pages/board/index", query: "", last: "看图表" },
  { who: "staff", path: "packages/gridwork/households/index", query: "", last: "沈沈沈" },
  {
    ...{ who: "chief", path: "packages/review/review/index" },
    ...{ query: "?submissionId=bench", last: "退回，写明原因" },
  },
];
