import type { Household, Person, Tag } from "./household.ts";
import { isNew } from "./resident.ts";

/** What is typed beyond so many characters narrows a search no further. */
const pieceMost = 8;

type Typed = Omit<Household, "words" | "tags" | "doorOrder">;

/** A household with all that is made from the rest of it: how it is found, and its place in a list. */
export function findable(household: Typed): Household {
  const { hamlet, door, head, people } = household;
  const tags = tagsOf(household);
  const names = [hamlet, head, ...people.map(({ name }) => name)];
  const words = [...names.flatMap(piecesOf), ...startsOf(door), ...tags.map(tagWord)];
  return { ...household, words: [...new Set(words)], tags, doorOrder: orderOf(door) };
}

/** The word under which an index finds households with a tag; nobody can type it. */
export const tagWord = (tag: Tag): string => `# ${tag}`;

function tagsOf({ people, openNeeds }: Typed): Tag[] {
  const has = (isOne: (person: Person) => boolean) => people.some(isOne);
  return [
    ...(has(({ isRepresentative }) => isRepresentative) ? (["representatives"] as const) : []),
    ...(has(({ kind }) => kind === "floating") ? (["floating"] as const) : []),
    ...(has(isNew) ? (["newResidents"] as const) : []),
    ...(openNeeds > 0 ? (["needs"] as const) : []),
  ];
}

/**
 * What a search asks for.
 * @property hamlets where: one when the search begins with its name, as in "东浜12" and "东浜 张三"
 * @property word what for; "" is everything there
 */
export function searched(
  search: string,
  hamlets: readonly string[],
): { hamlets: readonly string[]; word: string } {
  const typed = search.normalize("NFKC");
  const isPlace = hamlets.some((hamlet) => hamlet.includes(typed)); // "东浜1组" is not a door of 东浜
  const hamlet = hamlets.find(
    (one) => typed.startsWith(one) && /^(\s|\d)/.test(typed.slice(one.length)),
  );
  if (isPlace || !hamlet) return { hamlets, word: wordOf(typed) };
  return { hamlets: [hamlet], word: wordOf(typed.slice(hamlet.length)) };
}

const wordOf = (typed: string): string => plain(typed).slice(0, pieceMost);

/** As somebody may type it: any width, upper or lower case, with 号 or without. */
const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s号]/g, "");

/** 王小明: 王, 王小, 王小明, 小, 小明, 明. */
function piecesOf(name: string): string[] {
  const characters = [...plain(name)];
  return characters.flatMap((_, from) =>
    characters
      .slice(from, from + pieceMost)
      .map((_last, more) => characters.slice(from, from + more + 1).join("")),
  );
}

/** "12-3" is found by 12 as well, but not by 1 or 3. */
function startsOf(door: string): string[] {
  const parts = plain(door).match(/\d+|\D+/g) ?? [];
  return parts.map((_, at) => wordOf(parts.slice(0, at + 1).join("")));
}

const orderOf = (door: string): string => door.replace(/\d+/g, (digits) => digits.padStart(6, "0"));
