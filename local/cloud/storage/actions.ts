import { type Actions, CloudError } from "../wire.ts";
import type { Addresses } from "./addresses.ts";
import { checkPath, fileIdOf, pathIn, type Storage } from "./storage.ts";

/** A whole day: how long an address holds when nothing is said, and at most. */
const secondsMax = 24 * 60 * 60;
const uploadSeconds = 15 * 60;

/** How many files one request may name. */
const filesMax = 50;

/** @property maxAge in seconds */
export type AddressWish = Readonly<{ fileid: string; max_age?: number }>;

/** What both doors to the storage share: the SDKs' and the phone's. */
export type Files = Readonly<{
  addressesOf(wishes: readonly AddressWish[]): Promise<Found[]>;
  removeAll(fileIds: readonly string[]): Promise<Removed[]>;
}>;

type Code = "SUCCESS" | "STORAGE_FILE_NONEXIST";
type Found = { code: Code; fileID: string; tempFileURL: string; maxAge?: number };
type Removed = { code: Code; fileID: string };

export function filesOf(env: string, storage: Storage, addresses: Addresses): Files {
  return {
    addressesOf(wishes) {
      checkCount(wishes);
      return Promise.all(
        wishes.map(async ({ fileid: fileID, max_age = secondsMax }): Promise<Found> => {
          const maxAge = checkAge(max_age);
          const path = pathIn(env, fileID);
          if (path === undefined || !(await storage.has(path))) {
            return { code: "STORAGE_FILE_NONEXIST", fileID, tempFileURL: "" };
          }
          const tempFileURL = addresses.make("GET", path, maxAge);
          return { code: "SUCCESS", fileID, tempFileURL, maxAge };
        }),
      );
    },
    removeAll(fileIds) {
      checkCount(fileIds);
      return Promise.all(
        fileIds.map(async (fileID): Promise<Removed> => {
          const path = pathIn(env, fileID);
          const removed = path !== undefined && (await storage.remove(path));
          return { code: removed ? "SUCCESS" : "STORAGE_FILE_NONEXIST", fileID };
        }),
      );
    },
  };
}

/** The `storage.*` actions of the SDKs. */
export function storageActions(env: string, files: Files, addresses: Addresses): Actions {
  return {
    "storage.getUploadMetadata": (request) => {
      const path = checkPath(request.path);
      const fileId = fileIdOf(env, path);
      const url = addresses.make("PUT", path, uploadSeconds);
      // The SDK sends these three back as headers; the address alone says what is allowed.
      const headers = { token: "local", authorization: "local", cosFileId: "local" };
      return { data: { url, fileId, ...headers } };
    },
    "storage.batchGetDownloadUrl": async (request) => ({
      data: { download_list: await files.addressesOf(request.file_list as AddressWish[]) },
    }),
    "storage.batchDeleteFile": async (request) => ({
      data: { delete_list: await files.removeAll(request.fileid_list as string[]) },
    }),
  };
}

function checkAge(seconds: unknown): number {
  if (typeof seconds === "number" && seconds > 0) return Math.min(seconds, secondsMax);
  throw new CloudError("INVALID_PARAM", `maxAge must be a number of seconds, not ${seconds}.`);
}

function checkCount(list: readonly unknown[]): void {
  if (list.length <= filesMax) return;
  throw new CloudError(
    "INVALID_PARAM",
    `${list.length} files in one request; at most ${filesMax}.`,
  );
}
