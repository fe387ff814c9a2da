import Database from "libsql";

/** @property position the key under which the document is stored, and its place in natural order */
export type StoredDocument = Readonly<{ position: number; collection: string; body: string }>;

/** @property body undefined to delete the document */
export type DiskWrite = Readonly<{
  position: number;
  collection: string;
  isNew: boolean;
  body: string | undefined;
}>;

/** The SQLite file: what survives the process. */
export type Disk = Readonly<{
  collections(): string[];
  documents(): Iterable<StoredDocument>;
  /** 0 before the first document. */
  lastPosition(): number;
  /** Makes the collection known; does nothing when it is. */
  create(collection: string): void;
  /**
   * All of them or none; when it returns, they outlive the process (`synchronous=NORMAL` in WAL). A power cut
   * may take the last ones, each wholly: to wait for the disk would take a laptop longer than all the rest.
   */
  write(writes: readonly DiskWrite[]): void;
  close(): void;
}>;

const schema = `
  CREATE TABLE IF NOT EXISTS collections (name TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS documents (
    position INTEGER PRIMARY KEY,
    collection TEXT NOT NULL,
    body TEXT NOT NULL
  );
`;

/**
 * The file is held exclusively, since what is in memory would not notice the writes of another.
 * @throws Error when another process has it open
 */
export function openDisk(file: string): Disk {
  const sql = openFile(file);
  const create = sql.prepare("INSERT OR IGNORE INTO collections VALUES (?)");
  const insert = sql.prepare("INSERT INTO documents VALUES (?, ?, ?)");
  const update = sql.prepare("UPDATE documents SET body = ? WHERE position = ?");
  const remove = sql.prepare("DELETE FROM documents WHERE position = ?");

  const writeOne = ({ position, collection, isNew, body }: DiskWrite) => {
    if (body === undefined) remove.run(position);
    else if (isNew) insert.run(position, collection, body);
    else update.run(body, position);
  };

  const rows = (query: string) => sql.prepare(query).iterate() as Iterable<unknown>;

  return {
    collections: () =>
      Array.from(rows("SELECT name FROM collections") as Iterable<{ name: string }>, (c) => c.name),
    documents: () => rows("SELECT * FROM documents ORDER BY position") as Iterable<StoredDocument>,
    lastPosition() {
      const [last] = rows("SELECT MAX(position) AS last FROM documents") as Iterable<{
        last: number | null;
      }>;
      return last?.last ?? 0;
    },
    create: (name) => void create.run(name),
    write: sql.transaction((writes: readonly DiskWrite[]) => writes.forEach(writeOne)).immediate,
    close() {
      // The driver keeps the file open until its statements are collected, so the lock is given
      // back by hand; that works only outside of WAL.
      sql.exec(
        "PRAGMA journal_mode=DELETE; PRAGMA locking_mode=NORMAL; SELECT * FROM collections;",
      );
      sql.close();
    },
  };
}

function openFile(file: string) {
  try {
    const sql = new Database(file);
    sql.exec("PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;");
    sql.exec(schema);
    return sql;
  } catch (error) {
    throw new Error(`The database ${file} cannot be opened: ${(error as Error).message}`);
  }
}
