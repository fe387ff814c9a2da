import writeExcel from "write-excel-file/node";
import { uploadSheet } from "../../test/support/sheet.ts";
import { makeVillage } from "../../test/support/village.ts";
import { openMeasured } from "./measured.ts";

/** A large village: its spreadsheet, three people behind a door. */
const rows = 20_000;
const peopleEach = 3;

/** What the import of so many rows may take, from the file to the last number. */
const secondsMost = 60;

const columns = ["自然村", "门牌号", "户主", "姓名", "人员类别", "出生日期", "电话", "村民代表"];

/** A spreadsheet checked, written part by part, and checked again: as the phone calls, one call after another. */
export async function importing(): Promise<void> {
  const measured = await openMeasured();
  try {
    const { ask, openid } = await makeVillage(measured, "large");
    const sheet = await writeExcel(sheetOf(rows)).toBuffer();
    const upload = (importId: string) =>
      uploadSheet(measured.cloud, openid("founder"), `${importId}.xlsx`, sheet);
    const begin = async (importId: string) => {
      const fileId = await upload(importId);
      for (;;) {
        const found = await ask("founder", "beginImport", { importId, fileId });
        if (found.status !== "checking") return found;
      }
    };
    let parts = 0;
    const steps: ReadonlyArray<readonly [string, () => Promise<unknown>]> = [
      ["dry run", async () => ({ parts } = await begin("first"))],
      [
        "writing",
        async () => {
          for (let part = 0; part < parts; part++) {
            await ask("founder", "continueImport", { importId: "first", part, leaveOut: false });
          }
        },
      ],
      ["dry run of the same file again", () => begin("again")],
    ];
    const lines = [];
    for (const [step, work] of steps) {
      const started = performance.now();
      const { requests } = await measured.measure(work);
      lines.push({ step, rows, requests, seconds: secondsSince(started) });
    }
    const whole = lines.slice(0, 2).reduce((sum, { seconds }) => sum + seconds, 0);
    console.log("\nThe import of a spreadsheet");
    console.table(lines);
    console.log(`${Math.round((100 * whole) / secondsMost)} % of the ${secondsMost} s allowed`);
  } finally {
    await measured.close();
  }
}

const secondsSince = (started: number): number =>
  Number(((performance.now() - started) / 1000).toFixed(1));

function sheetOf(count: number) {
  const text = (value: string) => ({ value, type: String });
  const people = Array.from({ length: count }, (_, at) => {
    const house = Math.floor(at / peopleEach);
    const hamlet = house % 2 === 0 ? "东浜" : "西浜";
    const digits = String(at).padStart(5, "0");
    const born = `19${50 + (at % 50)}-0${1 + (at % 9)}-1${at % 10}`;
    const cells = [hamlet, `${house}`, `户主${house}`, `居民${at}`, "户籍", born];
    return [...cells, `139000${digits}`, at % 100 === 0 ? "是" : ""].map(text);
  });
  return [columns.map(text), ...people];
}
