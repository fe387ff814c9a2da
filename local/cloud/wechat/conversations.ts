import type { Message } from "../openapi/outbox.ts";
import { type StateLine, stateLine } from "../openapi/updatableMessage.ts";
import type { Card, Done } from "./deeds.ts";
import type { Contact, Directory } from "./directory.ts";

/** A card as one person of a chat sees it. */
export type SharedCard = Readonly<{
  n: number;
  at: string;
  by: Contact;
  mine: boolean;
  card: Card;
  /** What the Mini Program is told when the card is opened. */
  scene: number;
  shareTicket?: string;
  /** Of an updatable card only. */
  state?: StateLine;
}>;

/** A chat with people, where cards land. */
export type Conversation = Readonly<{
  id: string;
  name: string;
  kind: "group" | "friend";
  cards: readonly SharedCard[];
}>;

/** WeChat's numbers for where a Mini Program was opened (场景值). */
const scenes = { friend: 1007, group: 1008, groupWithTicket: 1044 };

/** The person's groups, and the friends with whom cards went to and fro. */
export function conversationsOf(
  openid: string,
  deeds: readonly Done[],
  calls: readonly Message[],
  directory: Directory,
  now: number,
): Conversation[] {
  const shared = deeds.filter((deed): deed is Done<"shared"> => deed.kind === "shared");
  const nameOf = (other: string) => directory.nameOf(other) ?? other;
  const cardOf = (deed: Done<"shared">): SharedCard => {
    const { n, at, card, menu, shareTicket } = deed;
    const state = stateLine(menu, calls, now);
    const withTicket = "group" in deed.to && menu.withShareTicket === true;
    const groupScene = withTicket ? scenes.groupWithTicket : scenes.group;
    return {
      ...{ n, at, card, mine: deed.openid === openid },
      by: { openid: deed.openid, name: nameOf(deed.openid) },
      scene: "group" in deed.to ? groupScene : scenes.friend,
      ...(withTicket ? { shareTicket } : {}),
      ...(state ? { state } : {}),
    };
  };
  const groups = directory.groupsOf(openid).map(({ id, name }): Conversation => {
    const cards = shared.filter(({ to }) => "group" in to && to.group === id).map(cardOf);
    return { id, name, kind: "group", cards };
  });
  const direct = new Map<string, SharedCard[]>();
  for (const deed of shared) {
    const other = "openid" in deed.to ? otherSide(openid, deed.openid, deed.to.openid) : undefined;
    if (other !== undefined) direct.set(other, [...(direct.get(other) ?? []), cardOf(deed)]);
  }
  const friends = [...direct].map(([other, cards]): Conversation => {
    return { id: other, name: nameOf(other), kind: "friend", cards };
  });
  return [...groups, ...friends];
}

/** With whom the person shares a direct message from one to another; nobody when it is other people's. */
function otherSide(openid: string, from: string, to: string): string | undefined {
  if (from === openid) return to;
  return to === openid ? from : undefined;
}
