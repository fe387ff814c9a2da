import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { CloudError } from "../wire.ts";

const Settings = z.looseObject({
  permissions: z.looseObject({ openapi: z.array(z.string()).default([]) }).default({ openapi: [] }),
  triggers: z
    .array(
      z.looseObject({
        name: z.string().regex(/^[A-Za-z][\w-]{0,59}$/),
        type: z.literal("timer"),
        config: z.string().regex(/^\S+( \S+){6}$/, "must be a cron expression of seven fields"),
      }),
    )
    .default([]),
  timeout: z.number().int().min(1).max(60).default(20),
});

/** A function's `config.json`; `timeout` is in seconds. */
export type Settings = z.infer<typeof Settings>;

/**
 * A function as it lies on the disk right now.
 * @property stamp changes whenever a file of the function changes
 */
export type Source = Readonly<{ name: string; entry: string; stamp: string; settings: Settings }>;

/**
 * Looks a function up. Looking at each call, instead of watching, is quick for the few files of a
 * function, and no change is ever missed.
 * @throws CloudError `FUNCTION_NOT_FOUND`; `FUNCTIONS_EXECUTE_FAIL` when `config.json` is wrong
 */
export function findSource(folder: string | undefined, name: string): Source {
  const home = folder && /^[A-Za-z][\w-]{0,59}$/.test(name) ? join(folder, name) : undefined;
  if (!home || !existsSync(join(home, "index.js"))) {
    const message = `FunctionName parameter could not be found. (${name})`;
    throw new CloudError("FUNCTION_NOT_FOUND", message);
  }
  const entry = join(home, "index.js");
  return { name, entry, stamp: stampOf(home), settings: settingsIn(home, name) };
}

function settingsIn(home: string, name: string): Settings {
  const file = join(home, "config.json");
  try {
    const { data, error } = Settings.safeParse(
      existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {},
    );
    if (data) return data;
    throw new Error(error.issues.map(({ path, message }) => `${path.join(".")} ${message}`).join());
  } catch (error) {
    const message = `config.json of the function ${name}: ${(error as Error).message}`;
    throw new CloudError("FUNCTIONS_EXECUTE_FAIL", message);
  }
}

/** Installed packages do not count: they are many, and a new one is no use before a file asks for it. */
function stampOf(folder: string): string {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.name !== "node_modules")
    .map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return `${entry.name}(${stampOf(path)})`;
      const stats = statSync(path, { throwIfNoEntry: false });
      return `${entry.name}:${stats?.mtimeMs}:${stats?.size}`;
    })
    .join();
}
