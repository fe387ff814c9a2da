/**
 * What a document holds. A value is never changed in place: an update makes a new document that
 * shares what stayed the same, so a snapshot costs nothing to keep.
 */
export type Value = null | boolean | number | string | Date | RegExp | readonly Value[] | Fields;

export type Fields = { readonly [name: string]: Value };

export type Document = Fields & { readonly _id: string | number };

export function isArray(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

export function isFields(value: Value | undefined): value is Fields {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date) &&
    !(value instanceof RegExp)
  );
}

/** The field's value, and not what every object inherits (`constructor`, `toString`…). */
export function fieldOf(fields: Fields, name: string): Value | undefined {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** The type's name as MongoDB's messages say it. */
export function typeName(value: Value | undefined): string {
  if (value === undefined) return "missing";
  if (value === null) return "null";
  if (isArray(value)) return "array";
  if (value instanceof Date) return "date";
  if (value instanceof RegExp) return "regex";
  return typeof value === "boolean" ? "bool" : typeof value;
}

/** True for an object such as `{$gt: 5}`, which stands for operators and not for fields. */
export function isOperators(value: Value | undefined): value is Fields {
  return isFields(value) && Object.keys(value)[0]?.startsWith("$") === true;
}
