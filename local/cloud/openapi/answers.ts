import { randomUUID } from "node:crypto";
import { CloudError } from "../wire.ts";
import { pathCode, unlimitedCode } from "./pageCode.ts";
import type { Fields, Reply } from "./protobuf.ts";
import { complaintAbout } from "./templateData.ts";
import { verdict } from "./verdict.ts";

/** What the answers need to know of the world. */
export type World = Readonly<{
  appid: string;
  /** A text that contains one of these is risky. */
  riskyWords: readonly string[];
  /** Whether the user was here in the last two hours. */
  isActive(openid: string): boolean;
  /** Looks at a file later and pushes the verdict. */
  checkMedia(media: Media): void;
}>;

export type Media = Readonly<{ traceId: string; url: string; openid: string }>;

/** @throws CloudError when the call is of a kind that is not supported here */
type Answer = (data: Fields, world: World) => Reply;

/**
 * What each of WeChat's server APIs answers, by the name under `cloud.openapi`. An API that is missing
 * here is refused by its name.
 */
export const answers: ReadonlyMap<string, Answer> = new Map<string, Answer>([
  ["subscribeMessage.send", sendSubscribeMessage],
  ["customerServiceMessage.send", sendToCustomer],
  ["customerServiceMessage.setTyping", () => ok()],
  ["updatableMessage.createActivityId", createActivityId],
  ["updatableMessage.setUpdatableMsg", setUpdatableMsg],
  ["security.msgSecCheck", checkText],
  ["security.mediaCheckAsync", checkMedia],
  ["phonenumber.getPhoneNumber", getPhoneNumber],
  ["wxacode.get", pathCode],
  ["wxacode.getUnlimited", unlimitedCode],
  ["wxacode.createQRCode", pathCode],
]);

const ok = (more: object = {}): Reply => ({ json: { errcode: 0, errmsg: "ok", ...more } });
const no = (errcode: number, errmsg: string): Reply => ({ json: { errcode, errmsg } });
const isText = (value: unknown): value is string => typeof value === "string" && value !== "";
const traceId = () => randomUUID().replaceAll("-", "").slice(0, 24);

function sendSubscribeMessage({ touser, template_id, data }: Fields): Reply {
  if (!isText(touser)) return no(40003, "invalid openid");
  if (!isText(template_id)) return no(40037, "invalid template_id");
  const complaint = complaintAbout(data);
  return complaint ? no(47003, complaint) : ok();
}

const customerMessageTypes = new Set<unknown>(["text", "image", "link", "miniprogrampage"]);

function sendToCustomer({ touser, msgtype }: Fields): Reply {
  if (!isText(touser)) return no(40003, "invalid openid");
  return customerMessageTypes.has(msgtype) ? ok() : no(40008, "invalid message type");
}

function createActivityId(): Reply {
  const tomorrow = Math.floor(Date.now() / 1000) + 24 * 60 * 60;
  return ok({ activity_id: randomUUID(), expiration_time: tomorrow });
}

function setUpdatableMsg({ activity_id, target_state }: Fields): Reply {
  if (!isText(activity_id)) return no(47001, "activity_id is missing");
  return target_state === 0 || target_state === 1 ? ok() : no(47501, "invalid target_state");
}

const textCharactersMax = 2500;

function checkText(data: Fields, { riskyWords, isActive }: World): Reply {
  const { content } = data;
  if (!isText(content)) return no(44002, "empty post data");
  if (content.length > textCharactersMax) return no(45002, "content size out of limit");
  const refusal = checkUser("security.msgSecCheck", data, isActive);
  if (refusal) return refusal;
  const risky = riskyWords.some((word) => content.includes(word));
  return { json: { ...verdict(risky ? "risky" : "pass"), trace_id: traceId() } };
}

/** The answer only says that the check has begun; the verdict comes as an event. */
function checkMedia(data: Fields, world: World): Reply {
  const { media_url: url, media_type: type, openid } = data;
  if (!isText(url)) return no(44002, "empty post data");
  if (type !== 1 && type !== 2) return no(40004, "invalid media type");
  const refusal = checkUser("security.mediaCheckAsync", data, world.isActive);
  if (refusal) return refusal;
  const id = traceId();
  world.checkMedia({ traceId: id, url, openid: String(openid) });
  return ok({ trace_id: id });
}

/** What both checks want to know of the user for whom they are made. */
function checkUser(
  api: string,
  { version, scene, openid }: Fields,
  isActive: World["isActive"],
): Reply | undefined {
  if (version !== 2) {
    throw new CloudError("INVALID_PARAM", `The local cloud supports ${api} in version 2 only.`);
  }
  if (!isText(openid)) return no(40003, "invalid openid");
  if (![1, 2, 3, 4].some((known) => known === scene)) return no(40129, "invalid scene");
  return isActive(openid) ? undefined : no(61010, "code is expired");
}

/** A code stands for the phone number that it ends with: nothing else here knows the number. */
function getPhoneNumber({ code }: Fields, { appid }: World): Reply {
  const number = isText(code) && /1\d{10}$/.exec(code)?.[0];
  if (!number) return no(40029, "invalid code");
  const timestamp = Math.floor(Date.now() / 1000);
  return ok({
    phone_info: {
      phoneNumber: number,
      purePhoneNumber: number,
      countryCode: "86",
      watermark: { timestamp, appid },
    },
  });
}
