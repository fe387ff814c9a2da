import { accessSync, constants, mkdirSync } from "node:fs";
import { join } from "node:path";
import { adminRoute } from "./admin.ts";
import { openDatabase } from "./database/database.ts";
import type { Declaration } from "./database/declaration.ts";
import type { Caller } from "./functions/caller.ts";
import { openDoors } from "./functions/doors.ts";
import { callEnvironment, type Environment, sdkEnvironment } from "./functions/environment.ts";
import { openFunctions } from "./functions/functions.ts";
import type { Route } from "./http.ts";
import type { World } from "./openapi/answers.ts";
import { openMediaChecks } from "./openapi/mediaCheck.ts";
import type { Listener, Message } from "./openapi/outbox.ts";
import { openapiRoute } from "./openapi/route.ts";
import type { Checks } from "./openapi/verdict.ts";
import { openVisits } from "./openapi/visits.ts";
import { callRoute } from "./people/callRoute.ts";
import { operationRoute } from "./people/operationRoute.ts";
import { outboxRoute } from "./people/outboxRoute.ts";
import { phoneRoute } from "./people/phoneRoute.ts";
import { wechatRoute } from "./people/wechatRoute.ts";
import { StartError, serve } from "./server.ts";
import { filesOf, storageActions } from "./storage/actions.ts";
import { openAddresses } from "./storage/addresses.ts";
import { filesRoute } from "./storage/route.ts";
import { openStorage } from "./storage/storage.ts";
import { openAround } from "./wechat/around.ts";
import type { Contact, Group, Template } from "./wechat/directory.ts";
import type { WeChat } from "./wechat/wechat.ts";
import type { Cost } from "./wire.ts";

export type CloudOptions = Readonly<{
  /** Everything is kept here: database, files, outbox, log. Made when it is missing. */
  dataDir: string;
  /** Where to listen on 127.0.0.1; 0, any free port, by default. */
  port?: number;
  /** Like `cloudfunctions/`: each folder in it with an `index.js` is a function. */
  functionsDir?: string;
  /** Environment variables of every function, as one sets them in the CloudBase console. */
  functionEnv?: Environment;
  /** The database's collections and indexes. */
  declaration: Declaration;
  appid?: string;
  /** The id of the environment: lower-case letters, digits, `-`. */
  env?: string;
  /** What WeChat's content checks find risky; nothing by default. */
  checks?: Checks;
  /** Called once for each action of the database. */
  onCost?: (cost: Cost) => void;
  /** Other things to serve at the same address; asked before the cloud's own. */
  routes?: readonly Route[];
  /** The function that gets WeChat's message push: customer-service chats, verdicts on files. */
  pushFunction?: string;
  /** People whom WeChat's windows call by name, and whom cards can be shared to. */
  contacts?: readonly Contact[];
  /** Group chats that cards can be shared to; none by default. */
  groups?: readonly Group[];
  /** The account's templates of subscribe messages; any id and any field will do by default. */
  templates?: readonly Template[];
  /** Subscribe messages need a person's tap each (43101 otherwise); not counted by default. */
  countSubscriptions?: boolean;
}>;

export type Cloud = Readonly<{
  /** For example `http://127.0.0.1:40123`. */
  url: string;
  /** The environment variables of a process outside of functions whose SDK is to find this cloud. */
  sdkEnvironment(caller?: Caller): Record<string, string>;
  /**
   * Calls a function as a phone does. Without an openid nobody is calling, as for WeChat's HTTP API.
   * @throws CloudError `FUNCTION_NOT_FOUND`, `EXCEED_MAX_PAYLOAD_SIZE`, `FUNCTIONS_EXECUTE_FAIL` or
   *   `FUNCTIONS_TIME_LIMIT_EXCEEDED`
   */
  call(functionName: string, event: object, caller?: Caller): Promise<unknown>;
  /** Sends a function an event of WeChat's message push; its `FromUserName` is the caller. */
  push(functionName: string, event: object): Promise<unknown>;
  /** What people do in WeChat around the Mini Program, and see there. */
  wechat: WeChat;
  /** Runs a timer of a function now. */
  trigger(functionName: string, triggerName: string): Promise<unknown>;
  /** All calls of WeChat's server API, or those after the one with number `after`. */
  outbox(after?: number): readonly Message[];
  /** @returns how to stop listening */
  onOutbox(listener: Listener): () => void;
  /** Ends everything. Calls under way fail. */
  close(): Promise<void>;
}>;

/**
 * Starts CloudBase on this computer.
 * @throws StartError when the port or the folder cannot be used; Error as `openDatabase` does
 */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const { port = 0, routes = [], appid = "wx0123456789abcdef", env = "local" } = options;
  prepareFolder(options.dataDir);
  let url = ""; // known when the server listens, and not needed before
  const parts = openParts({ ...options, appid, env }, () => url);
  try {
    const server = await serve(port, [...routes, ...parts.routes]);
    url = server.url;
    return {
      url,
      sdkEnvironment: (caller) => ({
        ...sdkEnvironment(url, env),
        ...callEnvironment(appid, caller ?? {}),
      }),
      call: async (name, event, caller = {}) =>
        JSON.parse(await parts.doors.call(name, event, caller)),
      push: async (name, event) => JSON.parse(await parts.doors.push(name, event)),
      wechat: parts.wechat,
      trigger: async (name, timer) => JSON.parse(await parts.doors.trigger(name, timer)),
      outbox: parts.outbox.after,
      onOutbox: parts.outbox.listen,
      async close() {
        await server.close();
        await parts.close();
      },
    };
  } catch (error) {
    await parts.close();
    throw error;
  }
}

type Known = CloudOptions & Readonly<{ appid: string; env: string }>;

/** Everything but the server, put together. */
function openParts(options: Known, url: () => string) {
  const { appid, env, functionsDir, checks = { words: [], files: [] } } = options;
  const inData = (name: string) => join(options.dataDir, name);
  const database = openDatabase({
    file: inData("database.sqlite"),
    declaration: options.declaration,
    ...(options.onCost ? { onCost: options.onCost } : {}),
  });
  const logFile = inData("functions.log");
  const functions = openFunctions({
    ...{ folder: functionsDir, appid, env, logFile },
    environment: () => ({ ...options.functionEnv, ...sdkEnvironment(url(), env) }),
  });
  const visits = openVisits();
  const seen = ({ openid }: Caller) => openid !== undefined && visits.seen(openid);
  const doors = openDoors(functions, appid, seen);
  const storage = openStorage(inData("files"));
  const addresses = openAddresses(inData("secret"), url);
  const files = filesOf(env, storage, addresses);
  const around = openAround(options, doors.push);
  const { outbox, deeds, media, directory, wechat } = around;
  const checking = openMediaChecks({ storage, addresses }, checks.files, appid, (event) => {
    // A function that fails says so in the log; WeChat does not care either.
    around.push(event).catch(() => undefined);
  });
  const world: World = {
    ...{ appid, riskyWords: checks.words, isActive: visits.isActive, checkMedia: checking.begin },
    past: () => ({ deeds: deeds.after(), calls: outbox.after(), media }),
    ...(options.templates ? { templates: options.templates } : {}),
    countSubscriptions: options.countSubscriptions ?? false,
  };
  const permittedTo = (name: string) => functions.settingsOf(name).permissions.openapi;
  const routes: Route[] = [
    openapiRoute({ world, outbox, permittedTo }),
    adminRoute({
      ...database.actions,
      ...doors.actions,
      ...storageActions(env, files, addresses),
    }),
    filesRoute(storage, addresses),
    callRoute(doors.call),
    phoneRoute({ env, storage, files, seen }),
    outboxRoute(outbox),
    wechatRoute({ wechat, directory, deeds, outbox, media }),
    operationRoute({ env, logFile, trigger: doors.trigger }),
  ];
  return {
    ...{ doors, outbox, wechat, routes },
    async close() {
      checking.close();
      await functions.close();
      around.close();
      database.close();
    },
  };
}

/** @throws StartError when it cannot be written to */
function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new StartError(`The folder ${folder} cannot be written to: ${(error as Error).message}`);
  }
}
