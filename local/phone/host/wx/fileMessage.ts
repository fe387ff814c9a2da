import { ApiFailure, api } from "../api.ts";
import { showShared } from "../sharing.ts";
import { download } from "./download.ts";
import { orFail } from "./orFail.ts";
import type { Platform } from "./platform.ts";

type Wish = Readonly<{ filePath: string; fileName?: string }>;

/**
 * Hands a file on to a chat. Here it becomes a download, and the page that embeds the phone is told
 * `{type: "phone:file", id, openid, file}` with the `File` itself.
 */
export function fileMessageWx({ phone, files, taps }: Platform): Record<string, unknown> {
  return {
    shareFileMessage: api<Wish>("shareFileMessage", async ({ filePath, fileName }) => {
      if (!taps.fresh()) throw new ApiFailure("can only be invoked by user TAP gesture.");
      if (!filePath?.startsWith("wxfile://")) {
        throw new ApiFailure(`"${filePath}" is not a file of this phone`);
      }
      const blob = await orFail(() => files.read(filePath));
      const file = new File([blob], fileName || nameIn(filePath), { type: blob.type });
      download(file, file.name);
      const { id, openid } = phone;
      window.parent.postMessage({ type: "phone:file", id, openid, file }, location.origin);
      showShared(phone.overlay, file.name);
      return undefined;
    }),
  };
}

function nameIn(path: string): string {
  return path.split("/").at(-1) ?? "";
}
