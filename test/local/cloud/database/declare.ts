import type { Declaration } from "../../../../local/cloud/database/declaration.ts";

type Collection = Declaration["collections"][number];

/** Declares collections without indexes, or with the ones given. */
export function declare(...collections: (string | Collection)[]): Declaration {
  return {
    collections: collections.map((collection) =>
      typeof collection === "string" ? { name: collection, indexes: [] } : collection,
    ),
  };
}

/** `index("account_seq", "accountId", "-seq")`: a minus for descending. */
export function index(name: string, ...fields: string[]): Collection["indexes"][number] {
  return {
    name,
    unique: false,
    fields: fields.map((field) =>
      field.startsWith("-")
        ? { name: field.slice(1), direction: "desc" }
        : { name: field, direction: "asc" },
    ),
  };
}

export function unique(...args: Parameters<typeof index>): Collection["indexes"][number] {
  return { ...index(...args), unique: true };
}
