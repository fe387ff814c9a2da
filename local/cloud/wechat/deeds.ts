import { type Kept, type Lines, openLines } from "../lines.ts";

/** A card of the Mini Program in a chat. */
export type Card = Readonly<{
  title: string;
  /** The page it opens, with its query, beginning with a slash. */
  path: string;
  /** Where a browser finds the picture; empty when there is none. */
  imageUrl: string;
}>;

/** Where a card is shared to: a group of the configuration, or one person. */
export type Target = Readonly<{ group: string } | { openid: string }>;

type TemplateInfo = Readonly<{
  templateId?: string | undefined;
  parameterList?: readonly Readonly<{ name: string; value: string }>[] | undefined;
}>;

/** What goes with a shared card: `wx.updateShareMenu`, by WeChat's names. */
export type ShareMenu = Readonly<{
  withShareTicket?: boolean | undefined;
  isUpdatableMessage?: boolean | undefined;
  activityId?: string | undefined;
  templateInfo?: TemplateInfo | undefined;
}>;

/** What a person does in WeChat, outside of the Mini Program's pages. */
export type Deed = Readonly<
  | { kind: "entered"; openid: string; sessionFrom: string }
  | { kind: "wrote"; openid: string; msgId: number; text: string }
  | { kind: "sentCard"; openid: string; msgId: number; card: Card }
  | { kind: "shared"; openid: string; to: Target; card: Card; menu: ShareMenu; shareTicket: string }
  | { kind: "subscribed"; openid: string; templateIds: readonly string[] }
>;

export type Deeds = Lines<Deed>;

/** One deed as it is kept; of all kinds, or of those that are named. */
export type Done<Kind extends Deed["kind"] = Deed["kind"]> = Kept<Extract<Deed, { kind: Kind }>>;

/** Whether the person said something in the chat with it. */
export const isMessage = (deed: Done): deed is Done<"wrote" | "sentCard"> => "msgId" in deed;

/** @param file one deed a line, as JSON; beside the outbox it is the whole of every conversation */
export const openDeeds = (file: string): Deeds => openLines(file);
