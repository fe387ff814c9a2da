/** A file that survives a reload, as `wx.getSavedFileList` tells it. */
export type SavedFile = Readonly<{
  filePath: string;
  /** Bytes. */
  size: number;
  /** Seconds since 1970. */
  createTime: number;
}>;

type Row = SavedFile & Readonly<{ blob: Blob }>;

export type SavedFiles = Readonly<{
  get(path: string): Promise<Row | undefined>;
  put(path: string, blob: Blob): Promise<void>;
  remove(path: string): Promise<void>;
  list(): Promise<readonly SavedFile[]>;
}>;

const storeName = "files";

/** Files in the browser's IndexedDB, in a database of their own. */
export function openSavedFiles(databaseName: string): SavedFiles {
  let opened: Promise<IDBDatabase> | undefined;

  function open(): Promise<IDBDatabase> {
    opened ??= new Promise((resolve, reject) => {
      const request = indexedDB.open(databaseName, 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore(storeName, { keyPath: "filePath" });
      };
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    return opened;
  }

  async function ask<T>(
    mode: IDBTransactionMode,
    question: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> {
    const transaction = (await open()).transaction(storeName, mode);
    const request = question(transaction.objectStore(storeName));
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  }

  return {
    get: (path) => ask<Row | undefined>("readonly", (store) => store.get(path)),
    async put(filePath, blob) {
      const createTime = Math.floor(Date.now() / 1000);
      const row: Row = { filePath, blob, size: blob.size, createTime };
      await ask("readwrite", (store) => store.put(row));
    },
    async remove(path) {
      await ask("readwrite", (store) => store.delete(path));
    },
    async list() {
      const rows = await ask<Row[]>("readonly", (store) => store.getAll());
      return rows.map(({ filePath, size, createTime }) => ({ filePath, size, createTime }));
    },
  };
}
