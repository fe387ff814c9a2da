import { randomUUID } from "node:crypto";
import type { ShareMenu } from "../wechat/deeds.ts";
import { CloudError } from "../wire.ts";
import { isTaken, type Message } from "./outbox.ts";
import type { Fields, Reply } from "./protobuf.ts";
import { isText, no, ok } from "./reply.ts";

/**
 * Updatable messages (动态消息): shared cards with one line that the server changes later. The sentences are
 * WeChat's, fixed and without exception; a Mini Program chooses one of two templates, the state and, in
 * state 0, two numbers.
 */

export type State = 0 | 1 | 2;

/** The line of a card. @property path where 进入 leads instead of the card's page; in state 1 only */
export type StateLine = Readonly<{ state: State; text: string; color: string; path?: string }>;

/** By `templateId`. */
const started: Readonly<Record<string, string>> = {
  "21B034D08C5615B9889CE362BB957B1EE69A584B": "已开始",
  "666F374D69D16C932E45D7E7D9F10CEF6177F5F5": "已到齐",
};
const usualTemplate = "21B034D08C5615B9889CE362BB957B1EE69A584B";

const colors: Readonly<Record<State, string>> = { 0: "#10AEFF", 1: "#07C160", 2: "#CCCCCC" };

/** An id holds so long, and so long does a state that nobody changes. */
const dayMs = 24 * 60 * 60 * 1000;

const versions = new Set<unknown>(["develop", "trial", "release"]);

/** `updatableMessage.createActivityId` */
export function createActivityId({ openid, unionid }: Fields): Reply {
  if (openid !== undefined || unionid !== undefined) {
    throw new CloudError("INVALID_PARAM", "The local cloud does not support private messages.");
  }
  const expires = Math.floor((Date.now() + dayMs) / 1000);
  return ok({ activity_id: randomUUID(), expiration_time: expires });
}

/** `updatableMessage.setUpdatableMsg`. @param calls the outbox: it knows each id and its states */
export function setUpdatableMsg(
  { activity_id, target_state, template_info }: Fields,
  calls: readonly Message[],
): Reply {
  const parameters = parametersIn(template_info);
  if (!isText(activity_id) || target_state === undefined || !parameters) {
    return no(47001, "data format error");
  }
  const created = creationOf(activity_id, calls);
  if (!created) return no(47501, "invalid activity_id");
  if (Date.now() - Date.parse(created.at) >= dayMs) return no(47504, "activity_id expired");
  const isFinal = changesOf(activity_id, calls).at(-1)?.data.target_state === 1;
  if ((target_state !== 0 && target_state !== 1) || isFinal) {
    return no(47502, "invalid target_state");
  }
  const needed = target_state === 0 ? ["member_count", "room_limit"] : ["path", "version_type"];
  if (!needed.every((name) => parameters.has(name))) return no(47001, "data format error");
  if (target_state === 1 && !versions.has(parameters.get("version_type"))) {
    return no(47503, "invalid version_type");
  }
  return ok();
}

/** @returns undefined when it is not the list of names and texts that WeChat takes */
function parametersIn(info: unknown): Map<string, string> | undefined {
  const list = (info as { parameter_list?: unknown } | undefined)?.parameter_list;
  if (!Array.isArray(list)) return undefined;
  const isParameter = ({ name, value }: Fields) => isText(name) && typeof value === "string";
  return list.every(isParameter)
    ? new Map(list.map(({ name, value }) => [name, value]))
    : undefined;
}

const creationOf = (id: string, calls: readonly Message[]) =>
  calls.find(
    ({ api, outcome }) =>
      api === "updatableMessage.createActivityId" &&
      (outcome as { activity_id?: string }).activity_id === id,
  );

const changesOf = (id: string, calls: readonly Message[]) =>
  calls.filter(
    (call) =>
      call.api === "updatableMessage.setUpdatableMsg" &&
      call.data.activity_id === id &&
      isTaken(call),
  );

/**
 * The line of a shared card as it reads now.
 * @returns undefined for a card that is none of these, or whose id nobody was given
 */
export function stateLine(
  { isUpdatableMessage, activityId, templateInfo = {} }: ShareMenu,
  calls: readonly Message[],
  now: number,
): StateLine | undefined {
  const created = activityId === undefined ? undefined : creationOf(activityId, calls);
  if (!isUpdatableMessage || activityId === undefined || !created) return undefined;
  const last = changesOf(activityId, calls).at(-1);
  if (now - Date.parse((last ?? created).at) >= dayMs) {
    return { state: 2, text: "已结束", color: colors[2] };
  }
  const shared = new Map(templateInfo.parameterList?.map(({ name, value }) => [name, value]));
  const told = parametersIn(last?.data.template_info) ?? shared;
  if (last?.data.target_state === 1) {
    const text = started[templateInfo.templateId ?? usualTemplate] ?? "已开始";
    return { state: 1, text, color: colors[1], path: told.get("path") ?? "" };
  }
  const [count = "0", limit = "0"] = [told.get("member_count"), told.get("room_limit")];
  return { state: 0, text: `成员正在加入，当前 ${count}/${limit} 人`, color: colors[0] };
}
