import type { IncomingMessage, ServerResponse } from "node:http";
import * as z from "zod";
import { openidShape } from "../functions/caller.ts";
import { addressOf, parseJson, RequestError, type Route, readBody, sendJson } from "../http.ts";
import type { TemporaryMedia } from "../openapi/media.ts";
import { isTaken, type Message, type Outbox } from "../openapi/outbox.ts";
import type { Deeds, Done } from "../wechat/deeds.ts";
import type { Directory } from "../wechat/directory.ts";
import type { WeChat } from "../wechat/wechat.ts";
import { requirePost } from "./callRoute.ts";

type Options = Readonly<{
  wechat: WeChat;
  directory: Directory;
  deeds: Deeds;
  outbox: Outbox;
  media: TemporaryMedia;
}>;

/** Cards carry small pictures as data addresses. */
const bodyBytesMax = 2 * 1024 * 1024;

/** `/wechat/…`: what stands for WeChat itself on a person's telephone. */
export function wechatRoute(options: Options): Route {
  const { wechat, directory, media } = options;
  return async (request, response) => {
    const [, place, id = "", part] =
      /^\/wechat\/(people|media|templates|events)(?:\/([^/]+))?(?:\/(\w+))?$/.exec(
        addressOf(request).pathname,
      ) ?? [];
    if (place === undefined) return false;
    if (place === "events") {
      follow(options, response);
    } else if (place === "templates") {
      sendJson(response, { templates: directory.templates });
    } else if (place === "media") {
      sendMedia(media, decodeURIComponent(id), response);
    } else if (part === undefined) {
      sendJson(response, wechat.seenBy(personIn(id)));
    } else {
      requirePost(request);
      sendJson(response, (await act(wechat, personIn(id), part, await readJson(request))) ?? {});
    }
    return true;
  };
}

/** @throws RequestError 400 */
function personIn(openid: string): string {
  if (openidShape.test(openid)) return openid;
  throw new RequestError(400, "INVALID_PARAM", `"${openid}" cannot be an openid.`);
}

const readJson = async (request: IncomingMessage) =>
  parseJson(await readBody(request, bodyBytesMax));

const Card = z.strictObject({
  title: z.string(),
  path: z.string().startsWith("/"),
  imageUrl: z.string(),
});

const ChatDeed = z.union([
  z.strictObject({ enter: z.strictObject({ sessionFrom: z.string() }) }),
  z.strictObject({ text: z.string() }),
  z.strictObject({ card: Card }),
  z.strictObject({ again: z.literal(true) }),
]);

const Share = z.strictObject({
  to: z.union([z.strictObject({ group: z.string() }), z.strictObject({ openid: z.string() })]),
  card: Card,
  menu: z
    .object({
      withShareTicket: z.boolean(),
      isUpdatableMessage: z.boolean(),
      activityId: z.string(),
      templateInfo: z
        .object({
          templateId: z.string(),
          parameterList: z.array(z.object({ name: z.string(), value: z.string() })),
        })
        .partial(),
    })
    .partial(),
});

const Subscriptions = z.strictObject({ templateIds: z.array(z.string()).max(5) });

/** What a person does, by the last part of the address. */
async function act(wechat: WeChat, openid: string, part: string, body: unknown) {
  if (part === "shares") {
    const { to, card, menu } = parse(Share, body);
    return wechat.share(openid, to, card, menu);
  }
  if (part === "subscriptions") {
    return wechat.subscribe(openid, parse(Subscriptions, body).templateIds);
  }
  if (part !== "chat") throw new RequestError(404, "NOT_FOUND", `Nobody can do "${part}".`);
  const deed = parse(ChatDeed, body);
  if ("enter" in deed) return wechat.enter(openid, deed.enter.sessionFrom);
  if ("text" in deed) return wechat.write(openid, deed.text);
  if ("card" in deed) return wechat.sendCard(openid, deed.card);
  return wechat.pushAgain(openid);
}

/** @throws RequestError 400 */
function parse<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new RequestError(400, "INVALID_PARAM", z.prettifyError(parsed.error));
}

function sendMedia(media: TemporaryMedia, id: string, response: ServerResponse): void {
  const file = media.read(id);
  if (!file) throw new RequestError(404, "NOT_FOUND", `There is no picture "${id}".`);
  response.writeHead(200, { "content-type": file.type }).end(file.bytes);
}

/** Server-sent events: who has something new to see, `{openids}`; without it everybody may. */
function follow({ deeds, outbox, directory }: Options, response: ServerResponse): void {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  response.flushHeaders();
  const send = (openids: readonly string[] | undefined) =>
    response.write(`data: ${JSON.stringify({ openids })}\n\n`);
  const stops = [
    deeds.listen((deed) => send(concernedBy(deed, directory))),
    outbox.listen((call) => {
      const concerned = receiversOf(call);
      if (concerned !== "nobody") send(concerned);
    }),
  ];
  response.on("close", () => {
    for (const stop of stops) stop();
  });
}

function concernedBy(deed: Done, { membersOf }: Directory): readonly string[] | undefined {
  if (deed.kind !== "shared") return [deed.openid];
  return "group" in deed.to ? membersOf(deed.to.group) : [deed.openid, deed.to.openid];
}

function receiversOf(call: Message): readonly string[] | undefined | "nobody" {
  if (!isTaken(call)) return "nobody";
  if (call.api === "updatableMessage.setUpdatableMsg") return undefined;
  return typeof call.data.touser === "string" ? [call.data.touser] : "nobody";
}
