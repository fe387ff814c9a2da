import { refuseParameter, refuseRequest, refuseUnsupported } from "./refusal.ts";
import { type Fields, isArray, isFields, type Value } from "./value.ts";

/** MongoDB's limit for documents inside documents; it also keeps every recursion here shallow. */
const depthMax = 100;

/**
 * Reads the extended JSON of a request.
 * @param now what `serverDate()` stands for; its offset is added
 */
export function decode(text: unknown, now: Date): Value {
  if (typeof text !== "string") refuseParameter("Extended JSON must be sent as text.");
  return decodeJson(parse(text), now, 0);
}

/** Reads extended JSON that must be an object, such as a query or a document. */
export function decodeFields(text: unknown, now: Date): Fields {
  const value = decode(text, now);
  if (!isFields(value)) refuseParameter("The extended JSON must be an object.");
  return value;
}

/** Writes a value so that the SDKs and `decode` read the same value again. */
export function encodeJson(value: Value): string {
  return JSON.stringify(toJson(value));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    refuseParameter("The extended JSON is not valid JSON.");
  }
}

function decodeJson(json: unknown, now: Date, depth: number): Value {
  if (typeof json !== "object" || json === null) return json as null | boolean | number | string;
  if (depth > depthMax) refuseRequest(`Documents may not nest deeper than ${depthMax} levels.`);
  if (Array.isArray(json)) return json.map((item) => decodeJson(item, now, depth + 1));
  const content = json as Readonly<Record<string, unknown>>;
  const names = Object.keys(content);
  const [first = ""] = names;
  const wrapped = first.startsWith("$") ? unwrap(first, content[first], now) : undefined;
  if (wrapped !== undefined) return wrapped;
  refuseLeftovers(content);
  const fields: Record<string, Value> = {};
  for (const name of names) {
    if (name === "__proto__") refuseUnsupported("The field name '__proto__'");
    fields[name] = decodeJson(content[name], now, depth + 1);
  }
  return fields;
}

/** The value that `{$name: content}` stands for; undefined when it is an operator. */
function unwrap(name: string, content: unknown, now: Date): Value | undefined {
  switch (name) {
    case "$numberInt":
    case "$numberDouble":
      return Number(content);
    case "$numberLong":
      return exactLong(String(content));
    case "$date":
      return validDate(content);
    case "$tcb_server_date": {
      const { offset } = content as { offset?: unknown };
      return new Date(now.getTime() + Number(decodeJson(offset ?? 0, now, 0)));
    }
    case "$regularExpression": {
      const { pattern, options } = content as { pattern?: unknown; options?: unknown };
      return regularExpression(String(pattern), String(options ?? ""));
    }
    case "$oid":
    case "$binary":
    case "$code":
    case "$dbPointer":
    case "$maxKey":
    case "$minKey":
    case "$numberDecimal":
    case "$symbol":
    case "$timestamp":
    case "$undefined":
    case "$uuid":
      return refuseUnsupported(`The type ${name}`);
    default:
      return undefined;
  }
}

function exactLong(text: string): number {
  const number = Number(text);
  if (!Number.isFinite(number) || BigInt(number).toString() !== BigInt(text).toString()) {
    refuseUnsupported(`The integer ${text}, which JavaScript cannot hold exactly,`);
  }
  return number;
}

function validDate(content: unknown): Date {
  const wrapped = content as { $numberLong?: string } | null;
  const date = new Date(
    typeof content === "object" ? Number(wrapped?.$numberLong) : (content as string | number),
  );
  if (Number.isNaN(date.getTime())) refuseRequest("A date is not valid.");
  return date;
}

/**
 * MongoDB's expressions are Unicode-aware; JavaScript's are with `u`, which however refuses some
 * harmless escapes, so these are read without it. JavaScript's own `g` means nothing in a query.
 */
export function regularExpression(pattern: string, options: string): RegExp {
  const unknown = options.replace(/[gimsu]/g, "");
  if (unknown) refuseUnsupported(`The regular expression option '${unknown[0]}'`);
  const flags = [...new Set(options.replace(/[gu]/g, ""))].sort().join("");
  for (const unicode of ["u", ""]) {
    try {
      return new RegExp(pattern, flags + unicode);
    } catch {
      // The next one, or the refusal below.
    }
  }
  refuseRequest(`The regular expression /${pattern}/ is not valid.`);
}

/**
 * What the SDK sends without translating it, so that CloudBase would take it for data: a command
 * inside an array or, when chained, inside `elemMatch`; and a Buffer, whose bytes are lost.
 */
function refuseLeftovers(json: Readonly<Record<string, unknown>>): void {
  const { operator, operands, type, data } = json;
  if (typeof operator === "string" && operands !== undefined && "fieldName" in json) {
    refuseUnsupported(`The command '${operator}' in a place where the SDK does not translate it`);
  }
  if (type === "Buffer" && Array.isArray(data)) {
    refuseUnsupported("A Buffer, whose bytes the SDK does not send,");
  }
}

function toJson(value: Value): unknown {
  if (typeof value === "number") {
    return Number.isFinite(value) ? value : { $numberDouble: String(value) };
  }
  if (value instanceof Date) return { $date: { $numberLong: String(value.getTime()) } };
  if (value instanceof RegExp) {
    const options = value.flags.replace("u", "");
    return { $regularExpression: { pattern: value.source, options } };
  }
  if (isArray(value)) return value.map(toJson);
  if (!isFields(value)) return value;
  const json: Record<string, unknown> = {};
  for (const name in value) json[name] = toJson(value[name] ?? null);
  return json;
}
