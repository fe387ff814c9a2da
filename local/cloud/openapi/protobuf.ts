import protobuf from "protobufjs";
import { CloudError } from "../wire.ts";

/** The messages that wx-server-sdk wraps a call of WeChat's server API in. */
const { root } = protobuf.parse(
  `syntax = "proto3";
   message KeyValuePair { string key = 1; bytes value = 2; string contenttype = 3; string filename = 4; }
   message OpenApiData { repeated KeyValuePair pairs = 1; }
   message CommApiData { int32 apiType = 1; OpenApiData openapiData = 2; }
   message CommOpenApiResp { bytes respData = 1; string contentType = 2; int32 errorCode = 3; uint32 httpCode = 4; }`,
  { keepCase: true },
);
const CommApiData = root.lookupType("CommApiData");
const CommOpenApiResp = root.lookupType("CommOpenApiResp");

/** Of the three kinds of call the one for WeChat's server API. */
const openApiType = 0;

type Pair = { key: string; value: Uint8Array; filename?: string };
type Request = { apiType?: number; openapiData?: { pairs?: Pair[] } };

/** What a function passed to `cloud.openapi.…()`, its names in snake_case, as WeChat documents them. */
export type Fields = Readonly<Record<string, unknown>>;

/** A call as the SDK sends it. @property files the bytes of what `data` only describes, by name */
export type Asked = Readonly<{ data: Fields; files: ReadonlyMap<string, Buffer> }>;

/** @throws CloudError `INVALID_PARAM` for calls that are not of WeChat's server API */
export function decodeCall(bytes: Buffer): Asked {
  const request = CommApiData.decode(bytes) as unknown as Request;
  if ((request.apiType ?? openApiType) !== openApiType) {
    const message = "The local cloud does not support getOpenData, signatures and shared accounts.";
    throw new CloudError("INVALID_PARAM", message);
  }
  const pairs = request.openapiData?.pairs ?? [];
  const files = pairs.filter(({ filename }) => filename);
  return {
    data: Object.fromEntries(pairs.map((pair) => [pair.key, contentOf(pair)])),
    files: new Map(files.map(({ key, value }) => [key, Buffer.from(value)])),
  };
}

/** A file is told by its name and size (the SDK loses its type on the way); every other value is JSON. */
function contentOf({ value, filename }: Pair): unknown {
  if (filename) return { filename, bytes: value.length };
  return JSON.parse(Buffer.from(value).toString("utf8"));
}

/** What WeChat answers: JSON, bytes of some type, or the number of an error of the gateway before it. */
export type Reply =
  | Readonly<{ json: object }>
  | Readonly<{ bytes: Buffer; contentType: string }>
  | Readonly<{ errorCode: number }>;

export function encodeReply(reply: Reply): Uint8Array {
  if ("errorCode" in reply) return encode({ errorCode: reply.errorCode });
  if ("bytes" in reply) return encode({ respData: reply.bytes, contentType: reply.contentType });
  const respData = Buffer.from(JSON.stringify(reply.json));
  return encode({ respData, contentType: "application/json; charset=UTF-8" });
}

const encode = (fields: object): Uint8Array =>
  CommOpenApiResp.encode(CommOpenApiResp.create({ httpCode: 200, ...fields })).finish();
