import { operation } from "../kernel/operation.ts";
import { columnNames, isNeeded } from "./columns.ts";
import { GetImportInput, GetImportOutput } from "./contract.ts";
import { checkOwn, imports } from "./import.ts";
import { shapeOf } from "./shape.ts";

/** How an import stands, and which columns a spreadsheet may have. */
export const getImport = operation({
  name: "getImport",
  who: ["committee"],
  input: GetImportInput,
  output: GetImportOutput,
  async run({ caller: { villageId }, input: { importId }, db }) {
    const [last] = importId
      ? [checkOwn(await db.get(imports, importId), villageId)]
      : await db.find(imports, { where: { villageId }, orderBy: [["at", "desc"]], limit: 1 });
    return {
      ...(last ? { import: shapeOf(last) } : {}),
      columns: Object.entries(columnNames).map(([column, name]) => ({
        name,
        needed: isNeeded(column),
      })),
    };
  },
});
