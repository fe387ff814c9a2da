import { type Actions, CloudError, type Cost, type WireRequest } from "../wire.ts";
import { checkDeclaration, collectionName, type Declaration } from "./declaration.ts";
import { type Meter, metered } from "./meter.ts";
import { aggregateDocuments, calculateDocument, getDocument } from "./reading.ts";
import { refuseParameter, refuseUnsupported } from "./refusal.ts";
import { type Engine, nameIn, requiredTransactionIn } from "./request.ts";
import { openStore } from "./store.ts";
import { openTransactions } from "./transactions.ts";
import { insertDocument, modifyAndReturnDoc, modifyDocument, removeDocument } from "./writing.ts";

/** @property actions all `database.*` actions of the SDKs, and the one that `watch()` sends */
export type Database = Readonly<{ actions: Actions; close(): void }>;

export type DatabaseOptions = Readonly<{
  /** The SQLite file; made when it is missing. One process at a time can have it open. */
  file: string;
  /** The collections to have, and the indexes they have from now on. */
  declaration: Declaration;
  /** Called once for each action, also for one that is refused. */
  onCost?: (cost: Cost) => void;
  /** After how long an open transaction is aborted: 30 seconds unless a test needs it shorter. */
  transactionSeconds?: number;
}>;

/**
 * CloudBase's document database in one file. An action resolves when what it wrote is on disk.
 * @throws Error when the file cannot be opened, the declaration is wrong, or stored documents
 *   break a unique index that it declares
 */
export function openDatabase(options: DatabaseOptions): Database {
  const { file, onCost, transactionSeconds = 30 } = options;
  const store = openStore(file, checkDeclaration(options.declaration, "the declaration"));
  const transactions = openTransactions(store, transactionSeconds);
  const engine: Engine = { store, transactions };
  const actions = Object.entries(handlers).map(([name, handler]) => [
    `database.${name}`,
    metered(onCost, (request, meter) => {
      refuseOtherDatabases(request);
      return handler(engine, request, meter);
    }),
  ]);
  return {
    actions: { ...Object.fromEntries(actions), "auth.wsWebSign": refuseWatch },
    close() {
      transactions.close();
      store.close();
    },
  };
}

/** An environment may have several databases in CloudBase; here it has one. */
function refuseOtherDatabases(request: WireRequest): void {
  for (const name of ["instance", "database"]) {
    if (request[name] !== undefined) refuseUnsupported(`The option '${name}' of database()`);
  }
}

type Handler = (engine: Engine, request: WireRequest, meter: Meter) => unknown;

const handlers: Readonly<Record<string, Handler>> = {
  addCollection,
  insertDocument,
  getDocument,
  calculateDocument,
  modifyDocument,
  modifyAndReturnDoc,
  removeDocument,
  aggregateDocuments,
  startTransaction: ({ transactions }) => ({ transactionId: transactions.begin() }),
  commitTransaction({ transactions }, request) {
    transactions.commit(requiredTransactionIn(request));
    return {};
  },
  abortTransaction({ transactions }, request) {
    transactions.abort(requiredTransactionIn(request));
    return {};
  },
};

/** What `watch()` asks for first. The SDK tries again for a while before it tells its caller. */
function refuseWatch(): never {
  refuseUnsupported("watch()");
}

/** `createCollection()`: without indexes, since those are declared. */
function addCollection({ store }: Engine, request: WireRequest) {
  const name = nameIn(request);
  if (!collectionName.test(name)) refuseParameter(`'${name}' is not a name of a collection.`);
  if (store.collection(name)) {
    throw new CloudError(
      "DATABASE_COLLECTION_ALREADY_EXIST",
      `[ResourceUnavailable.ResourceExist] Table exist: ${name}.`,
    );
  }
  store.create(name);
  return {};
}
