import { randomUUID } from "node:crypto";
import { RequestError } from "../http.ts";
import type { Outbox } from "../openapi/outbox.ts";
import { type Card, type Deeds, isMessage, type ShareMenu, type Target } from "./deeds.ts";
import type { Directory } from "./directory.ts";
import type { PushDoor } from "./pushDoor.ts";
import { nextMsgId, type PushedDeed, pushEvent } from "./pushEvent.ts";
import { type Sight, sightOf } from "./sight.ts";

/** What was pushed, and what the function answered; undefined when none is declared. */
export type Pushed = Readonly<{ event: object; answer: unknown }>;

/** WeChat as people use it around the Mini Program. */
export type WeChat = Readonly<{
  /** A person opens the customer-service chat. @param sessionFrom `session-from` of the button */
  enter(openid: string, sessionFrom?: string): Promise<Pushed>;
  /**
   * A person writes there. Resolves when the function has answered the push; its replies are in the outbox.
   * @throws what `PushDoor` throws
   */
  write(openid: string, text: string): Promise<Pushed>;
  /** A person sends the page's card there. */
  sendCard(openid: string, card: Card): Promise<Pushed>;
  /**
   * Pushes the person's last message again, as WeChat does when it takes it for unanswered: the same event.
   * @throws RequestError 400 when the person has sent none
   */
  pushAgain(openid: string): Promise<Pushed>;
  /**
   * A person shares a card.
   * @throws RequestError 400 when there is no such group, or the person is not in it
   */
  share(openid: string, to: Target, card: Card, menu?: ShareMenu): void;
  /** A person allows these subscribe messages, once each. */
  subscribe(openid: string, templateIds: readonly string[]): void;
  /** What a person's WeChat shows now. */
  seenBy(openid: string): Sight;
}>;

/** WeChat cuts a longer `session-from`. */
const sessionFromBytesMax = 1000;

export function openWeChat(parts: {
  appid: string;
  deeds: Deeds;
  outbox: Outbox;
  directory: Directory;
  push: PushDoor;
}): WeChat {
  const { appid, deeds, outbox, directory, push } = parts;

  async function pushDeed(deed: PushedDeed): Promise<Pushed> {
    const event = pushEvent(deed, appid);
    return { event, answer: await push(event) };
  }

  const newId = () => nextMsgId(deeds.after(), Date.now());
  return {
    enter(openid, sessionFrom = "") {
      const cut = Buffer.from(sessionFrom).subarray(0, sessionFromBytesMax).toString();
      return pushDeed(deeds.add({ kind: "entered", openid, sessionFrom: cut }));
    },
    async write(openid, text) {
      if (text.trim() === "") throw badDeed("An empty message cannot be sent.");
      return pushDeed(deeds.add({ kind: "wrote", openid, msgId: newId(), text }));
    },
    sendCard: (openid, card) =>
      pushDeed(deeds.add({ kind: "sentCard", openid, msgId: newId(), card })),
    async pushAgain(openid) {
      const sent = deeds.after().filter(isMessage);
      const last = sent.filter((deed) => deed.openid === openid).at(-1);
      if (!last) throw badDeed(`${openid} has sent no message yet.`);
      return pushDeed(last);
    },
    share(openid, to, card, menu = {}) {
      if ("group" in to && !directory.groupsOf(openid).some(({ id }) => id === to.group)) {
        throw badDeed(`${openid} is in no group ${to.group}.`);
      }
      deeds.add({ kind: "shared", openid, to, card, menu, shareTicket: randomUUID() });
    },
    subscribe: (openid, templateIds) => void deeds.add({ kind: "subscribed", openid, templateIds }),
    seenBy: (openid) => sightOf(openid, deeds.after(), outbox.after(), directory, Date.now()),
  };
}

const badDeed = (sentence: string) => new RequestError(400, "INVALID_PARAM", sentence);
