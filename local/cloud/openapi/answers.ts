import { randomUUID } from "node:crypto";
import type { Template } from "../wechat/directory.ts";
import { CloudError } from "../wire.ts";
import { type Past, sendToCustomer, setTyping } from "./customerService.ts";
import { uploadTempMedia } from "./media.ts";
import { pathCode, unlimitedCode } from "./pageCode.ts";
import type { Fields, Reply } from "./protobuf.ts";
import { isText, no, ok } from "./reply.ts";
import { isAllowed } from "./subscriptions.ts";
import { complaintAbout } from "./templateData.ts";
import { createActivityId, setUpdatableMsg } from "./updatableMessage.ts";
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
  /** What people did in WeChat and functions called before, as it is now. */
  past(): Past;
  /** The account's templates of subscribe messages; undefined where any id and any field will do. */
  templates?: readonly Template[];
  /** Whether a subscribe message needs a tap of the person that allowed it. */
  countSubscriptions: boolean;
}>;

export type Media = Readonly<{ traceId: string; url: string; openid: string }>;

/**
 * @param files what the call carries besides its data, by name
 * @throws CloudError when the call is of a kind that is not supported here
 */
type Answer = (data: Fields, world: World, files: ReadonlyMap<string, Buffer>) => Reply;

/**
 * What each of WeChat's server APIs answers, by the name under `cloud.openapi`. An API that is missing
 * here is refused by its name.
 */
export const answers: ReadonlyMap<string, Answer> = new Map<string, Answer>([
  ["subscribeMessage.send", sendSubscribeMessage],
  ["customerServiceMessage.send", (data, { past }) => sendToCustomer(data, past())],
  ["customerServiceMessage.setTyping", (data, { past }) => setTyping(data, past())],
  [
    "customerServiceMessage.uploadTempMedia",
    (data, { past }, files) => uploadTempMedia(data, files, past().media),
  ],
  ["updatableMessage.createActivityId", createActivityId],
  ["updatableMessage.setUpdatableMsg", (data, { past }) => setUpdatableMsg(data, past().calls)],
  ["security.msgSecCheck", checkText],
  ["security.mediaCheckAsync", checkMedia],
  ["phonenumber.getPhoneNumber", getPhoneNumber],
  ["wxacode.get", pathCode],
  ["wxacode.getUnlimited", unlimitedCode],
  ["wxacode.createQRCode", pathCode],
]);

const traceId = () => randomUUID().replaceAll("-", "").slice(0, 24);

function sendSubscribeMessage({ touser, template_id, data }: Fields, world: World): Reply {
  if (!isText(touser)) return no(40003, "invalid openid");
  const template = world.templates?.find(({ id }) => id === template_id);
  if (!isText(template_id) || (world.templates && !template)) {
    return no(40037, "invalid template_id");
  }
  const complaint = complaintAbout(data, template?.fields);
  if (complaint) return no(47003, complaint);
  const { deeds, calls } = world.past();
  if (world.countSubscriptions && !isAllowed(touser, template_id, deeds, calls)) {
    return no(43101, "user refuse to accept the msg");
  }
  return ok();
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
