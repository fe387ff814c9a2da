import { compare } from "../order.ts";
import { refuseRequest } from "../refusal.ts";
import { typeName } from "../value.ts";
import { bounds, wholeNumber } from "./arrays.ts";
import { type Operator, type Result, taking, takingAtLeast } from "./operator.ts";
import { isNil } from "./scope.ts";

/** Over text. "CP" counts code points, "Bytes" the bytes of UTF-8. */
export const strings: Readonly<Record<string, Operator>> = {
  $concat: takingAtLeast(0, concat),
  $indexOfBytes: taking(2, 4, (...args) => indexOf("$indexOfBytes", bytesOf, ...args)),
  $indexOfCP: taking(2, 4, (...args) => indexOf("$indexOfCP", pointsOf, ...args)),
  $split: taking(2, 2, split),
  $strLenBytes: taking(1, 1, (text) => bytesOf(textOf("$strLenBytes", text)).length),
  $strLenCP: taking(1, 1, (text) => pointsOf(textOf("$strLenCP", text)).length),
  $strcasecmp: taking(2, 2, (a, b) => compare(upper(asText(a)), upper(asText(b)))),
  $substr: taking(3, 3, (...args) => substringBytes("$substr", ...args)),
  $substrBytes: taking(3, 3, (...args) => substringBytes("$substrBytes", ...args)),
  $substrCP: taking(3, 3, substringPoints),
  $toLower: taking(1, 1, (text) => lower(asText(text))),
  $toUpper: taking(1, 1, (text) => upper(asText(text))),
};

// MongoDB changes only ASCII letters.
const lower = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
const upper = (text: string) => text.replace(/[a-z]/g, (letter) => letter.toUpperCase());

const pointsOf = (text: string) => [...text];
/** Latin-1 text with one character a byte, so that both units are searched and cut alike. */
const bytesOf = (text: string) => [...Buffer.from(text, "utf8").toString("latin1")];

function textOf(name: string, value: Result): string {
  if (typeof value === "string") return value;
  refuseRequest(`${name} requires a string argument, found: ${typeName(value)}`);
}

/** Null becomes empty, numbers and dates become text; other types are refused. */
function asText(value: Result): string {
  if (isNil(value)) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  if (value instanceof Date) return value.toISOString();
  refuseRequest(`can't convert from type ${typeName(value)} to string`);
}

function concat(...args: readonly Result[]): Result {
  if (args.some(isNil)) return null;
  return args.map((value) => textOf("$concat", value)).join("");
}

function split(text: Result, delimiter: Result): Result {
  if (isNil(text) || isNil(delimiter)) return null;
  const by = textOf("$split", delimiter);
  if (by === "") refuseRequest("$split requires a non-empty separator");
  return textOf("$split", text).split(by);
}

function indexOf(
  name: string,
  units: (text: string) => string[],
  ...args: readonly Result[]
): Result {
  const [text, part, start, end] = args;
  if (isNil(text)) return null;
  const all = units(textOf(name, text));
  const sought = units(textOf(name, part));
  const [from, to] = bounds(name, all.length, start, end);
  for (let at = from; at + sought.length <= to; at++) {
    if (sought.every((unit, offset) => unit === all[at + offset])) return at;
  }
  return -1;
}

/** A negative start gives nothing, a negative length everything up to the end. */
function substringBytes(name: string, ...args: readonly Result[]): Result {
  const [text, start, length] = args;
  const bytes = Buffer.from(asText(text), "utf8");
  const from = wholeNumber(`${name}'s start`, start);
  const count = wholeNumber(`${name}'s length`, length);
  if (from < 0) return "";
  const to = count < 0 ? bytes.length : Math.min(bytes.length, from + count);
  const insideCharacter = (at: number) => ((bytes[at] ?? 0) & 0xc0) === 0x80;
  if (insideCharacter(from) || insideCharacter(to)) {
    refuseRequest(`${name} would cut a character of several bytes in two`);
  }
  return bytes.subarray(from, to).toString("utf8");
}

function substringPoints(text: Result, start: Result, length: Result): Result {
  const from = wholeNumber("$substrCP's start", start);
  const count = wholeNumber("$substrCP's length", length);
  if (from < 0 || count < 0) refuseRequest("$substrCP's start and length must not be negative");
  return pointsOf(asText(text))
    .slice(from, from + count)
    .join("");
}
