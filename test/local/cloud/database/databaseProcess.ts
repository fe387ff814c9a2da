/** A database behind a port in a process of its own, for tests that kill it. Prints its address. */
import { adminRoute } from "../../../../local/cloud/admin.ts";
import { openDatabase } from "../../../../local/cloud/database/database.ts";
import { serve } from "../../../../local/cloud/server.ts";
import { declare } from "./declare.ts";

const database = openDatabase({
  file: process.env.DATABASE_FILE ?? "",
  declaration: declare("accounts", "entries"),
});
const { url } = await serve(0, [adminRoute(database.actions)]);
console.log(url);
