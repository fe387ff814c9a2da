import tcb from "@cloudbase/node-sdk";
import database from "../../cloudbase/database.json" with { type: "json" };
import type { Cloud } from "../../local/cloud/cloud.ts";

/** Every document of every collection, through the SDK: "nothing changed" compares two of these. */
export async function everything(cloud: Cloud): Promise<Record<string, unknown[]>> {
  const { SCF_NAMESPACE: env = "" } = cloud.sdkEnvironment();
  const app = tcb.init({
    ...{ env, secretId: "local", secretKey: "local" },
    serviceUrl: `${cloud.url}/admin`,
  });
  const db = app.database();
  const read = database.collections.map(async ({ name }) => {
    const { data } = await db.collection(name).orderBy("_id", "asc").limit(1000).get();
    return [name, data] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}
