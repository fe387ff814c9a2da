import type { Api } from "../../../../core/api.ts";
import { call } from "../../../services/call";

/** A year's passbook as a file of this phone, to be checked without us and without a network. */
type Exported = Readonly<{ filePath: string; fileName: string }>;

export const notExported: Exported = { filePath: "", fileName: "" };

export async function exportFile(input: Api["exportPassbook"]["input"]): Promise<Exported> {
  const passbook = await call("exportPassbook", input);
  const filePath = `${wx.env.USER_DATA_PATH}/passbook-${passbook.accountId}.json`;
  await written(filePath, JSON.stringify(passbook, null, 2));
  return { filePath, fileName: `一本通${passbook.year}年.json` };
}

const written = (filePath: string, data: string): Promise<unknown> =>
  new Promise((success, fail) => {
    wx.getFileSystemManager().writeFile({ filePath, data, encoding: "utf8", success, fail });
  });
