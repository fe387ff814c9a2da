import { isTyping } from "../openapi/customerService.ts";
import { isTaken, type Message } from "../openapi/outbox.ts";
import type { Fields } from "../openapi/protobuf.ts";
import { allowance, isReplyTo } from "./allowance.ts";
import { type Conversation, conversationsOf } from "./conversations.ts";
import type { Card, Done } from "./deeds.ts";
import type { Contact, Directory } from "./directory.ts";

/** A subscribe message as WeChat's service notices show it. */
export type Notice = Readonly<{
  /** Its number in the outbox. */
  n: number;
  at: string;
  title: string;
  lines: readonly Readonly<{ name: string; value: string }>[];
  /** The page that it opens; some open none. */
  page?: string;
}>;

/** What stands in one bubble of a chat. */
export type Bubble = Readonly<
  | { kind: "text"; text: string }
  | { kind: "image"; imageUrl: string }
  | { kind: "link"; title: string; description: string; url: string; imageUrl: string }
  | { kind: "card"; card: Card }
>;

export type ChatLine = Readonly<{ at: string; mine: boolean; bubble: Bubble }>;

/** A person's WeChat, as far as the Mini Program has to do with it. Everything in the order of time. */
export type Sight = Readonly<{
  name?: string;
  notices: readonly Notice[];
  chat: Readonly<{ lines: readonly ChatLine[]; typing: boolean; left: number }>;
  conversations: readonly Conversation[];
  /** Whom a card could be sent to. */
  friends: readonly Contact[];
}>;

export function sightOf(
  openid: string,
  deeds: readonly Done[],
  calls: readonly Message[],
  directory: Directory,
  now: number,
): Sight {
  const name = directory.nameOf(openid);
  return {
    ...(name === undefined ? {} : { name }),
    notices: calls
      .filter((call) => isNoticeTo(openid, call))
      .map((call) => noticeOf(call, directory)),
    chat: {
      lines: chatOf(openid, deeds, calls),
      typing: isTyping(openid, calls, now),
      left: allowance(openid, deeds, calls, now) ?? 0,
    },
    conversations: conversationsOf(openid, deeds, calls, directory, now),
    friends: directory.contacts.filter((contact) => contact.openid !== openid),
  };
}

const isNoticeTo = (openid: string, call: Message) =>
  call.api === "subscribeMessage.send" && call.data.touser === openid && isTaken(call);

function noticeOf({ n, at, data }: Message, { templates }: Directory): Notice {
  const template = templates.find(({ id }) => id === data.template_id);
  const values = Object.entries(data.data as Record<string, { value: unknown }>);
  return {
    ...{ n, at, title: template?.title ?? `模板 ${data.template_id}` },
    lines: values.map(([key, { value }]) => ({
      name: template?.fields[key] ?? key,
      value: String(value),
    })),
    ...(typeof data.page === "string" ? { page: data.page } : {}),
  };
}

function chatOf(openid: string, deeds: readonly Done[], calls: readonly Message[]): ChatLine[] {
  const written = deeds.flatMap((deed): ChatLine[] => {
    if (deed.openid !== openid) return [];
    if (deed.kind === "wrote") {
      return [{ at: deed.at, mine: true, bubble: { kind: "text", text: deed.text } }];
    }
    if (deed.kind !== "sentCard") return [];
    return [{ at: deed.at, mine: true, bubble: { kind: "card", card: deed.card } }];
  });
  const replies = calls
    .filter((call) => isReplyTo(openid, call))
    .map(({ at, data }) => ({ at, mine: false, bubble: bubbleOf(data) }));
  // A reply comes after what it answers, also within the same millisecond.
  return [...written, ...replies].sort((a, b) => a.at.localeCompare(b.at));
}

/** @param data of a message that was taken, and so is whole */
function bubbleOf(data: Fields): Bubble {
  const fields = data[String(data.msgtype)] as Record<string, string>;
  const [title = "", url = ""] = [fields.title, fields.url];
  switch (data.msgtype) {
    case "text":
      return { kind: "text", text: fields.content ?? "" };
    case "image":
      return { kind: "image", imageUrl: mediaUrl(fields.media_id) };
    case "link": {
      const { description = "", thumb_url: imageUrl = "" } = fields;
      return { kind: "link", title, description, url, imageUrl };
    }
    default: {
      const path = `/${fields.pagepath?.replace(/^\//, "")}`;
      return { kind: "card", card: { title, path, imageUrl: mediaUrl(fields.thumb_media_id) } };
    }
  }
}

const mediaUrl = (id = "") => `/wechat/media/${id}`;
