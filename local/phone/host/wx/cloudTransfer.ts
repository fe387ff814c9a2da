import { api, type Callbacks } from "../api.ts";
import { cloudFailure, noSignal } from "./cloudError.ts";
import { bodyOf, refusal } from "./cloudRequest.ts";
import { extensionOf } from "./files.ts";
import type { Platform } from "./platform.ts";

type Upload = Readonly<{ cloudPath: string; filePath: string }>;
type Download = Readonly<{ fileID: string }>;

/** How far a transfer has come: percent and bytes. */
type Progress = Readonly<{
  progress: number;
  totalBytesSent: number;
  totalBytesExpectedToSend: number;
}>;

type UploadTask = Readonly<{
  abort(): void;
  onProgressUpdate(listener: (progress: Progress) => void): void;
  offProgressUpdate(listener?: (progress: Progress) => void): void;
}>;

/**
 * With a callback among its options it returns an UploadTask, without one a promise, as WeChat's
 * does.
 */
export function uploadWx(platform: Platform, requireInit: () => void) {
  return (options: Upload & Callbacks): Promise<unknown> | UploadTask => {
    const request = new XMLHttpRequest();
    const listeners = new Set<(progress: Progress) => void>();
    request.upload.addEventListener("progress", ({ loaded, total }) => {
      const progress = total > 0 ? Math.floor((loaded / total) * 100) : 100;
      const told = { progress, totalBytesSent: loaded, totalBytesExpectedToSend: total };
      for (const listener of listeners) listener(told);
    });
    let aborted = false;
    const upload = api<Upload>("cloud.uploadFile", async ({ cloudPath, filePath }) => {
      requireInit();
      const blob = await platform.files.read(filePath);
      if (aborted) throw cloudFailure("uploadFile", "", "abort");
      return { fileID: await send(platform, request, cloudPath, blob), statusCode: 200 };
    });
    return (
      upload(options) ?? {
        abort() {
          aborted = true;
          request.abort();
        },
        onProgressUpdate: (listener) => void listeners.add(listener),
        offProgressUpdate(listener) {
          if (listener) listeners.delete(listener);
          else listeners.clear();
        },
      }
    );
  };
}

/** @returns the id that the cloud gave the file */
function send(
  { phone, network }: Platform,
  request: XMLHttpRequest,
  cloudPath: string,
  blob: Blob,
): Promise<string> {
  if (!network.online()) throw noSignal("uploadFile");
  return new Promise((resolve, reject) => {
    request.open("POST", `${phone.cloudUrl}/phone/upload?path=${encodeURIComponent(cloudPath)}`);
    request.setRequestHeader("content-type", blob.type || "application/octet-stream");
    request.setRequestHeader("x-wx-openid", phone.openid);
    request.onload = () => {
      const body = bodyOf(request.responseText);
      if (request.status === 200) resolve((body as { fileID: string }).fileID);
      else reject(refusal("uploadFile", request.status, body));
    };
    request.onerror = () => reject(noSignal("uploadFile"));
    request.onabort = () =>
      reject(network.online() ? cloudFailure("uploadFile", "", "abort") : noSignal("uploadFile"));
    network.signal().addEventListener("abort", () => request.abort(), { once: true });
    request.send(blob);
  });
}

export function downloadWx(platform: Platform, requireInit: () => void) {
  return api<Download>("cloud.downloadFile", async ({ fileID }) => {
    requireInit();
    if (!platform.network.online()) throw noSignal("downloadFile");
    try {
      const blob = await platform.files.read(fileID);
      const tempFilePath = platform.files.keep(blob, extensionOf(fileID, "bin"));
      return { tempFilePath, statusCode: 200 };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      throw cloudFailure("downloadFile", "STORAGE_FILE_NONEXIST", message);
    }
  });
}
