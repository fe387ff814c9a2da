import { isArray, isFields, type Value } from "./value.ts";

/**
 * MongoDB's order over all values, as text: `encode(a) < encode(b)` exactly when a sorts before b,
 * and two values are equal exactly when their texts are. One definition serves indexes, sorting,
 * grouping and uniqueness, and comparing text is the fastest comparison JavaScript has.
 *
 * The first character is the type (numbers before texts before objects…). Every text is
 * self-delimiting, so texts of several fields can simply be joined.
 */
export function encode(value: Value | undefined): string {
  return typeMark(value) + payload(value);
}

/** Reverses the order of encoded text: an index field that descends stores this. */
export function reversed(encoded: string): string {
  let text = "";
  for (let i = 0; i < encoded.length; i++) {
    text += String.fromCharCode(0xffff - encoded.charCodeAt(i));
  }
  return text;
}

/** Sorts after every continuation of the text it is appended to, whichever the direction. */
export const afterAll = "\uffff";

export function compare(a: Value | undefined, b: Value | undefined): number {
  if (a === b) return 0;
  if (typeof a === "number" && typeof b === "number" && a < b) return -1;
  if (typeof a === "number" && typeof b === "number" && a > b) return 1;
  const left = encode(a);
  const right = encode(b);
  return left < right ? -1 : left > right ? 1 : 0;
}

export function equal(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true;
  if (typeof a !== typeof b || typeof a === "string" || typeof a === "boolean") return false;
  return encode(a) === encode(b);
}

/**
 * The mark of a value's type. `undefined` stands for a missing value in expressions, where it sorts
 * before null, and for an empty array in an index; elsewhere the caller turns missing into null.
 */
export function typeMark(value: Value | undefined): string {
  if (value === undefined) return "\u0001";
  if (value === null) return "\u0002";
  if (typeof value === "number") return "\u0003";
  if (typeof value === "string") return "\u0004";
  if (typeof value === "boolean") return "\u0008";
  if (isArray(value)) return "\u0006";
  if (value instanceof Date) return "\u0009";
  if (value instanceof RegExp) return "\u000b";
  return "\u0005";
}

const end = "\u0000";

function payload(value: Value | undefined): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "number") return encodeNumber(value);
  if (typeof value === "string") return encodeText(value);
  if (typeof value === "boolean") return value ? "\u0001" : "\u0000";
  if (isArray(value)) return value.map(encode).join("") + end;
  if (value instanceof Date) return encodeNumber(value.getTime());
  if (value instanceof RegExp) return encodeText(value.source) + encodeText(value.flags);
  if (!isFields(value)) throw new TypeError("A value of an unknown type cannot be ordered.");
  // Field by field: first the type, then the name, then the value.
  const fields = Object.entries(value);
  return fields.map(([name, v]) => typeMark(v) + encodeText(name) + payload(v)).join("") + end;
}

const bits = new DataView(new ArrayBuffer(8));

/**
 * The bits of a double sort like the number once the sign is turned round; NaN comes first. One
 * byte a character keeps the text in JavaScript's short form, half as large in memory.
 */
function encodeNumber(number: number): string {
  if (Number.isNaN(number)) return "\u0000".repeat(8);
  bits.setFloat64(0, number === 0 ? 0 : number); // -0 equals 0
  const high = bits.getUint32(0);
  const low = bits.getUint32(4);
  if (high < 0x80000000) return encodeWord(high + 0x80000000) + encodeWord(low);
  return encodeWord(0xffffffff - high) + encodeWord(0xffffffff - low);
}

function encodeWord(word: number): string {
  return String.fromCharCode(word >>> 24, (word >>> 16) & 0xff, (word >>> 8) & 0xff, word & 0xff);
}

/**
 * MongoDB orders text by code point, JavaScript by UTF-16 unit: the two differ where surrogates
 * meet U+E000..U+FFFF, so these ranges change places. A zero is escaped because it ends the text.
 */
function encodeText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: U+0000 is the very thing looked for
  if (!/[\u0000\ud800-\uffff]/.test(text)) return `${text}\u0000\u0000`;
  let encoded = "";
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0) encoded += "\u0000\u0001";
    else if (unit >= 0xe000) encoded += String.fromCharCode(unit - 0x800);
    else if (unit >= 0xd800) encoded += String.fromCharCode(unit + 0x2000);
    else encoded += text[i];
  }
  return `${encoded}\u0000\u0000`;
}
