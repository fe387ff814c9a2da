import type { Reply } from "../../../core/app.ts";
import { columns, csv, uploadSheet } from "../../support/sheet.ts";
import { makeVillage, type Village } from "../../support/village.ts";
import type { Cases } from "./cases.ts";

/** Spreadsheets that cannot be read, and imports that cannot go on. */

let village: Village;
const fileIds = new Map<string, string>();

const begin = (importId: string) => (): Promise<Reply> =>
  village.raw("founder", "beginImport", { importId, fileId: fileIds.get(importId) });

const one = ["东浜", "1", "张三", "张三", "户籍"];

/** Under the ids of the imports that they are for. */
const sheets: Readonly<Record<string, string | Uint8Array>> = {
  none: Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]),
  headless: csv(["姓名", "电话"], ["张三", "1"]),
  bare: csv(columns),
  long: csv(columns, ...Array.from({ length: 30_001 }, () => one)),
  flawed: csv(columns, one, ["东浜", "2", "李四", "李四", "亲戚"]),
  gone: csv(columns, one),
  whole: csv(columns, one),
};

export const imports: Cases<
  | "table_unreadable"
  | "columns_missing"
  | "table_empty"
  | "table_too_large"
  | "import_problems"
  | "import_withdrawn"
  | "import_written"
> = {
  async scene(cloud) {
    village = await makeVillage(cloud, "sheets");
    const { ask, openid } = village;
    for (const [importId, content] of Object.entries(sheets)) {
      const name = `${importId}.csv`;
      fileIds.set(importId, await uploadSheet(cloud.cloud, openid("founder"), name, content));
    }
    for (const importId of ["flawed", "gone", "whole"]) {
      const fileId = fileIds.get(importId) ?? "";
      await ask("founder", "beginImport", { importId, fileId });
    }
    await ask("founder", "withdrawImport", { importId: "gone" });
    await ask("founder", "continueImport", { importId: "whole", part: 0, leaveOut: false });
  },
  provoke: {
    table_unreadable: begin("none"),
    columns_missing: begin("headless"),
    table_empty: begin("bare"),
    table_too_large: begin("long"),
    import_problems: () =>
      village.raw("founder", "continueImport", { importId: "flawed", part: 0, leaveOut: false }),
    import_withdrawn: () =>
      village.raw("founder", "continueImport", { importId: "gone", part: 0, leaveOut: true }),
    import_written: () => village.raw("founder", "withdrawImport", { importId: "whole" }),
  },
};
