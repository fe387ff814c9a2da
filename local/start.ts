import { spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { functionsDir, watchFunctions } from "../scripts/bundleFunctions.ts";
import { bundleChartLibrary } from "../scripts/chartLibrary/bundle.ts";
import { startCloud } from "./cloud/cloud.ts";
import { readDeclaration } from "./cloud/database/declaration.ts";
import { CannotStart, markWhole, prepareFolder } from "./dataFolder.ts";
import { contacts, groups } from "./demo/groups.ts";
import { serveDemo } from "./demo/routes.ts";
import { seedVillage } from "./demo/seedVillage.ts";
import { operatorOpenid } from "./demo/village.ts";
import { openPhones } from "./phone/server/phones.ts";

/** Everything that matters is on disk already: what has not ended by then is left to end with the process. */
const endingMs = 5_000;

/** `npm start`: the local cloud, the phones and the demo village at one address. */

const root = join(import.meta.dirname, "..");

type Options = Readonly<{ port: number; dataDir: string; reset: boolean; open: boolean }>;

async function start({ port, dataDir, reset, open }: Options): Promise<void> {
  const { needsSeed } = prepareFolder(dataDir, reset);
  await bundleChartLibrary();
  const [stopBundling, phones] = await Promise.all([
    watchFunctions(),
    openPhones({ appDir: join(root, "miniprogram"), watch: true }),
  ]);
  const cloud = await startCloud({
    ...{ dataDir: join(dataDir, "cloud"), port, functionsDir },
    functionEnv: { OPERATORS: operatorOpenid },
    pushFunction: "chat",
    ...{ contacts, groups },
    declaration: readDeclaration(join(root, "cloudbase/database.json")),
    routes: [serveDemo, phones.handle],
  }).catch(async (error: unknown) => {
    await stopBundling(); // a bundler that watches may outlive its process
    throw error;
  });
  const stop = async () => {
    setTimeout(() => process.exit(0), endingMs);
    await Promise.all([cloud.close(), phones.close(), stopBundling()]);
    process.exit(0);
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  if (needsSeed) {
    await seedVillage(cloud.sdkEnvironment());
    markWhole(dataDir);
  }
  console.log(`\n  一本通 is running at ${cloud.url}   (Ctrl-C ends it)\n`);
  if (open) openBrowser(cloud.url);
}

function optionsFrom(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: { "no-open": { type: "boolean" }, reset: { type: "boolean" } },
  });
  const port = Number(process.env.PORT ?? 8080);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new CannotStart(`PORT must be a number from 0 to 65535, not "${process.env.PORT}".`);
  }
  return {
    port,
    dataDir: resolve(process.env.DATA_DIR ?? join(root, ".data")),
    reset: values.reset ?? false,
    open: !values["no-open"],
  };
}

/** Where there is no desktop, nothing opens and the printed address is enough. */
function openBrowser(url: string): void {
  const openers: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
    darwin: ["open"],
    win32: ["cmd", "/c", "start"],
  };
  const [program, ...args] = openers[process.platform] ?? ["xdg-open"];
  spawn(program, [...args, url], { stdio: "ignore", detached: true })
    .on("error", () => undefined)
    .unref();
}

try {
  await start(optionsFrom(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
