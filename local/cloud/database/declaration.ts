import { readFileSync } from "node:fs";
import { z } from "zod";

const Field = z.strictObject({
  name: z.string().regex(/^[^.$]+(\.[^.$]+)*$/, "must be a field name or a path such as 'a.b'"),
  direction: z.enum(["asc", "desc"]),
});

const Index = z.strictObject({
  name: z.string().regex(/^[\w-]+$/, "must consist of letters, digits, '_' and '-'"),
  unique: z.boolean(),
  fields: z.array(Field).min(1).refine(namedOnce, "must not name a field twice"),
});

/** Which names a collection may have. */
export const collectionName = /^[A-Za-z0-9][\w-]*$/;

const Collection = z.strictObject({
  name: z.string().regex(collectionName, "must consist of letters, digits, '_' and '-'"),
  indexes: z
    .array(Index)
    .max(20, "must be at most 20: CloudBase allows no more in a collection")
    .refine(namedOnce, "must not use a name twice"),
});

const DeclarationSchema = z.strictObject({
  collections: z.array(Collection).refine(namedOnce, "must not use a name twice"),
});

/**
 * The collections of an environment and their indexes: the file that the local database and a
 * deployment share. A unique index takes a missing field for null, so at most one document may
 * lack it.
 */
export type Declaration = z.infer<typeof DeclarationSchema>;

export type DeclaredIndex = Declaration["collections"][number]["indexes"][number];

/** @throws Error that names the file and the place in it */
export function readDeclaration(file: string): Declaration {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Error(`${file} cannot be read as JSON: ${(error as Error).message}`);
  }
  return checkDeclaration(content, file);
}

/** @param source what the error calls the declaration, such as its file */
export function checkDeclaration(content: unknown, source: string): Declaration {
  const { data, error } = DeclarationSchema.safeParse(content);
  if (data) return data;
  const [issue] = error.issues;
  throw new Error(`${source}: ${placeOf(issue?.path ?? [])}: ${issue?.message}`);
}

/** `collections[0].indexes[2].name` */
function placeOf(path: readonly PropertyKey[]): string {
  const place = path.map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`));
  return place.join("").replace(/^\./, "") || "the declaration";
}

function namedOnce(items: readonly { name: string }[]): boolean {
  return new Set(items.map(({ name }) => name)).size === items.length;
}
