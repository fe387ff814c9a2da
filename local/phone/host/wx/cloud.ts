import { api } from "../api.ts";
import { askCloud } from "./cloudRequest.ts";
import { downloadWx, uploadWx } from "./cloudTransfer.ts";
import type { Platform } from "./platform.ts";
import { refuseOthers } from "./refuseOthers.ts";

type FunctionCall = Readonly<{ name: string; data?: unknown }>;

/** An id, or an id with how many seconds its address shall hold. */
type FileWish = string | Readonly<{ fileID: string; maxAge?: number }>;

/**
 * `wx.cloud` over the cloud that served the phone. Its database is lacking on purpose: an app's
 * data is reached through its cloud functions.
 */
export function cloudWx(platform: Platform): Record<string, unknown> {
  let ready = false;
  const requireInit = () => {
    if (!ready) {
      throw new Error("Cloud API isn't enabled, please call wx.cloud.init first");
    }
  };
  const known = {
    init() {
      ready = true;
    },
    callFunction: api<FunctionCall>("cloud.callFunction", async ({ name, data }) => {
      requireInit();
      const path = `/call/${encodeURIComponent(name)}`;
      const { body, requestId } = await askCloud(platform, "callFunction", path, data);
      return { result: body, requestID: requestId };
    }),
    getTempFileURL: api<{ fileList: FileWish[] }>("cloud.getTempFileURL", async ({ fileList }) => {
      requireInit();
      const question = { fileList };
      const answer = await askCloud(platform, "getTempFileURL", "/phone/tempurls", question);
      return answer.body as object;
    }),
    deleteFile: api<{ fileList: string[] }>("cloud.deleteFile", async ({ fileList }) => {
      requireInit();
      const answer = await askCloud(platform, "deleteFile", "/phone/delete", { fileList });
      return answer.body as object;
    }),
    uploadFile: uploadWx(platform, requireInit),
    downloadFile: downloadWx(platform, requireInit),
    CloudID: (cloudID: string) => ({ cloudID }),
  };
  return { cloud: refuseOthers("wx.cloud", known) };
}
