import type { Cloud } from "../../local/cloud/cloud.ts";

/** Uploads a spreadsheet as the committee's phone does. @returns its file id */
export async function uploadSheet(
  cloud: Cloud,
  openid: string,
  name: string,
  content: string | Uint8Array,
): Promise<string> {
  const path = encodeURIComponent(`imports/${name}`);
  const answer = await fetch(`${cloud.url}/phone/upload?path=${path}`, {
    method: "POST",
    headers: { "x-wx-openid": openid },
    body: content,
  });
  const { fileID } = (await answer.json()) as { fileID: string };
  return fileID;
}

/** A spreadsheet of people as text, its columns named in the first row. */
export const csv = (...rows: ReadonlyArray<readonly string[]>): string =>
  rows.map((cells) => cells.join(",")).join("\n");

export const columns = ["自然村", "门牌号", "户主", "姓名", "人员类别"] as const;
