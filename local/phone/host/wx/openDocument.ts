import { ApiFailure, api } from "../api.ts";
import { download } from "./download.ts";
import { extensionOf } from "./files.ts";
import { orFail } from "./orFail.ts";
import type { Platform } from "./platform.ts";

type Wish = Readonly<{ filePath: string; fileType?: string; showMenu?: boolean }>;

/** What WeChat's viewer opens. */
const types: readonly string[] = ["doc", "docx", "xls", "xlsx", "ppt", "pptx", "pdf"];

/**
 * Opens a document. There is no viewer here: the computer's own programs open what becomes a download,
 * and the page that embeds the phone is told `{type: "phone:file"}`, as by `wx.shareFileMessage`.
 */
export function openDocumentWx({ phone, files }: Platform): Record<string, unknown> {
  return {
    openDocument: api<Wish>("openDocument", async ({ filePath, fileType }) => {
      const type = fileType ?? extensionOf(filePath, "");
      if (!types.includes(type)) throw new ApiFailure(`filetype "${type}" not supported`);
      const blob = await orFail(() => files.read(filePath));
      const file = new File([blob], filePath.split("/").at(-1) ?? "", { type: blob.type });
      download(file, file.name);
      const { id, openid } = phone;
      window.parent.postMessage({ type: "phone:file", id, openid, file }, location.origin);
      return undefined;
    }),
  };
}
