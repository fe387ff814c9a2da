import database from "../../cloudbase/database.json" with { type: "json" };
import type { SdkDatabase, SdkDocument } from "../../cloudbase/sdk.ts";
import { initialise, sdkDatabase } from "../../cloudbase/sdk.ts";
import type { Cloud } from "../../local/cloud/cloud.ts";

/** The SDK in this process, pointed at a cloud: it takes that from the environment, as in a function. */
export function sdkOf(cloud: Cloud): SdkDatabase {
  Object.assign(process.env, cloud.sdkEnvironment());
  initialise();
  return sdkDatabase();
}

/** Every document of every collection: "nothing changed" compares two of these. */
export async function everything(cloud: Cloud): Promise<Record<string, SdkDocument[]>> {
  const db = sdkOf(cloud);
  const read = database.collections.map(async ({ name }) => {
    const { data } = await db.collection(name).where({}).orderBy("_id", "asc").limit(1000).get();
    return [name, data] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}
