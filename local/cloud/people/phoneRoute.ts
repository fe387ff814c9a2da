import type { IncomingMessage } from "node:http";
import type { Caller } from "../functions/caller.ts";
import { addressOf, parseJson, RequestError, type Route, readBody, sendJson } from "../http.ts";
import type { AddressWish, Files } from "../storage/actions.ts";
import { checkPath, fileBytesMax, fileIdOf, type Storage } from "../storage/storage.ts";
import { callerOf, requirePost } from "./callRoute.ts";

type Options = Readonly<{
  env: string;
  storage: Storage;
  files: Files;
  seen(caller: Caller): void;
}>;

/** The longest list of files; their number is limited as well. */
const listBytesMax = 100 * 1024;

/** `POST /phone/…`: the storage, as `wx.cloud` reaches it from the phone. */
export function phoneRoute({ env, storage, files, seen }: Options): Route {
  return async (request, response) => {
    const { pathname, searchParams } = addressOf(request);
    if (!["/phone/upload", "/phone/tempurls", "/phone/delete"].includes(pathname)) return false;
    requirePost(request);
    seen(callerOf(request));
    if (pathname === "/phone/upload") {
      const path = checkPath(searchParams.get("path") ?? "");
      await storage.write(path, await readBody(request, fileBytesMax));
      sendJson(response, { fileID: fileIdOf(env, path) });
      return true;
    }
    const wishes = await readWishes(request);
    const done =
      pathname === "/phone/delete"
        ? await files.removeAll(wishes.map(({ fileid }) => fileid))
        : await files.addressesOf(wishes);
    const fileList = done.map(({ code, ...file }) => ({ ...file, ...statuses[code] }));
    sendJson(response, { fileList });
    return true;
  };
}

/** How the SDKs translate the codes. */
const statuses = {
  SUCCESS: { status: 0, errMsg: "ok" },
  STORAGE_FILE_NONEXIST: { status: -503003, errMsg: "storage file not exists" },
};

/** `{fileList}`, each element a file id or `{fileID, maxAge}`, as the SDK takes it. */
async function readWishes(request: IncomingMessage): Promise<AddressWish[]> {
  const body = parseJson(await readBody(request, listBytesMax)) as { fileList?: unknown } | null;
  if (!Array.isArray(body?.fileList)) throw badList();
  return body.fileList.map((element: unknown) => {
    if (typeof element === "string") return { fileid: element };
    const { fileID, maxAge } = (element ?? {}) as { fileID?: unknown; maxAge?: number };
    if (typeof fileID !== "string") throw badList();
    return { fileid: fileID, ...(maxAge === undefined ? {} : { max_age: maxAge }) };
  });
}

function badList(): RequestError {
  const shape = "fileList must be a list of file ids, or of {fileID, maxAge}.";
  return new RequestError(400, "INVALID_PARAM", shape);
}
