import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startCloud } from "../../local/cloud/cloud.ts";
import { readDeclaration } from "../../local/cloud/database/declaration.ts";
import type { Route } from "../../local/cloud/http.ts";
import { operator } from "../../test/support/village.ts";
import { functionsDir } from "../bundleFunctions.ts";

const root = join(import.meta.dirname, "../..");

export type Measured = Awaited<ReturnType<typeof openMeasured>>;

/** A local cloud that counts what the database does. */
export async function openMeasured(routes: readonly Route[] = []) {
  const dataDir = mkdtempSync(join(tmpdir(), "passbook-bench-"));
  let sum = { requests: 0, documents: 0, bytes: 0 };
  const cloud = await startCloud({
    ...{ dataDir, functionsDir, functionEnv: { OPERATORS: operator } },
    declaration: readDeclaration(join(root, "cloudbase/database.json")),
    routes,
    pushFunction: "chat",
    onCost: ({ documentsRead, bytesSent }) => {
      sum.requests++;
      sum.documents += documentsRead;
      sum.bytes += bytesSent;
    },
  });
  return {
    cloud,
    /** What the database did during the work. */
    async measure(work: () => Promise<unknown>) {
      sum = { requests: 0, documents: 0, bytes: 0 };
      await work();
      return { ...sum };
    },
    async close() {
      await cloud.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}
