import { join } from "node:path";
import { openTemporaryMedia } from "../openapi/media.ts";
import { openOutbox } from "../openapi/outbox.ts";
import { openDeeds } from "./deeds.ts";
import { type Contact, type Group, openDirectory, type Template } from "./directory.ts";
import { openPushDoor } from "./pushDoor.ts";
import { openWeChat } from "./wechat.ts";

type Options = Readonly<{
  appid: string;
  dataDir: string;
  /** The function that hears the message push; without one nobody does. */
  pushFunction?: string;
  contacts?: readonly Contact[];
  groups?: readonly Group[];
  templates?: readonly Template[];
}>;

/**
 * WeChat around the Mini Program: what was said, shared and sent, and the way to the function.
 * @param run runs a function for an event of the message push
 */
export function openAround(
  options: Options,
  run: (name: string, event: object) => Promise<string>,
) {
  const { appid, dataDir, pushFunction, contacts = [], groups = [], templates = [] } = options;
  const outbox = openOutbox(join(dataDir, "outbox.jsonl"));
  const deeds = openDeeds(join(dataDir, "deeds.jsonl"));
  const media = openTemporaryMedia(join(dataDir, "media"));
  const directory = openDirectory(contacts, groups, templates);
  const push = openPushDoor(pushFunction ? (event) => run(pushFunction, event) : undefined);
  const wechat = openWeChat({ appid, deeds, outbox, directory, push });
  return {
    ...{ outbox, deeds, media, directory, push, wechat },
    close() {
      outbox.close();
      deeds.close();
    },
  };
}
