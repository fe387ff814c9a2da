import { randomUUID } from "node:crypto";
import { type Identity, identityIn } from "../functions/caller.ts";
import { addressOf, type Route, readBody, sendJson } from "../http.ts";
import { CloudError } from "../wire.ts";
import { answers, type World } from "./answers.ts";
import { multipartFields } from "./multipart.ts";
import type { Message, Outbox } from "./outbox.ts";
import { decodeCall, encodeReply, type Reply } from "./protobuf.ts";

/** Files are passed by address mostly; a call that carries one is still small. */
const callBytesMax = 20 * 1024 * 1024;

/** How CloudBase says "this function's config.json does not list this API". */
const notPermitted = -604101;

type Options = Readonly<{
  world: World;
  outbox: Outbox;
  /** The APIs that a function's `config.json` permits. */
  permittedTo(functionName: string): readonly string[];
}>;

/**
 * `POST /admin` with `wx.openApi`: a function calls WeChat's server API. It comes as a form and is
 * answered in protobuf, except for refusals of our own.
 */
export function openapiRoute(options: Options): Route {
  return async (request, response) => {
    const contentType = request.headers["content-type"] ?? "";
    const isForm = contentType.startsWith("multipart/form-data");
    if (addressOf(request).pathname !== "/admin" || request.method !== "POST" || !isForm) {
      return false;
    }
    const form = multipartFields(await readBody(request, callBytesMax), contentType);
    try {
      const reply = perform(options, form);
      response.writeHead(200, { "content-type": "application/octet-stream" });
      response.end(encodeReply(reply));
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
      const { code, message } = error;
      sendJson(response, { requestId: randomUUID(), code, message });
    }
    return true;
  };
}

function perform(options: Options, form: ReadonlyMap<string, Buffer>): Reply {
  const action = form.get("action")?.toString();
  const api = form.get("apiName")?.toString() ?? "";
  const answer = answers.get(api);
  if (action !== "wx.openApi" || !answer) {
    const message = `The local cloud does not support ${action === "wx.openApi" ? api : action}.`;
    throw new CloudError("INVALID_PARAM", message);
  }
  const { data, files } = decodeCall(form.get("requestData") ?? Buffer.alloc(0));
  const identity = identityIn(form.get("wxCloudApiToken")?.toString());
  // Whoever a function runs for is here, however they came.
  const isActive = (openid: string) => openid === identity.openid || options.world.isActive(openid);
  const reply = isPermitted(options, identity, api)
    ? answer(data, { ...options.world, isActive }, files)
    : { errorCode: notPermitted };
  options.outbox.add({ api, data, ...senderOf(identity), outcome: outcomeOf(reply) });
  return reply;
}

/** Outside of a function there is no `config.json` to ask. */
function isPermitted({ permittedTo }: Options, identity: Identity, api: string): boolean {
  return identity.function === undefined || permittedTo(identity.function).includes(api);
}

function senderOf({ openid, function: name }: Identity): Pick<Message, "openid" | "function"> {
  return {
    ...(openid === undefined ? {} : { openid }),
    ...(name === undefined ? {} : { function: name }),
  };
}

function outcomeOf(reply: Reply): object {
  if ("json" in reply) return reply.json;
  if ("errorCode" in reply) return { errcode: reply.errorCode, errmsg: "no permission" };
  return { contentType: reply.contentType };
}
