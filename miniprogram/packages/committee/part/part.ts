import type { Scheme } from "../../../../core/rulebook/scheme.ts";
import type { Field } from "./field";

/** One kind of thing in a rulebook, as a form: how it is read, shown, checked and written back. */
export type Part<Values> = Readonly<{
  /** What the page is called, for a new one and for one that is there. */
  title: Readonly<{ add: string; edit: string }>;
  /** @param id "" for a new one */
  read(scheme: Scheme, id: string, query: Query): Values;
  fields(values: Values, scheme: Scheme, id: string): readonly Field[];
  /** What is still missing, as a request to the person. */
  problem(values: Values): string | undefined;
  /** @param newId the id of what is added */
  write(scheme: Scheme, id: string, values: Values, newId: string): Scheme;
  /** The path inside the thing of a flaw's place in the scheme; undefined for a flaw elsewhere. */
  pathOf(scheme: Scheme, id: string, place: string): string | undefined;
  /** Left out where it cannot be taken away. */
  remove?: Removal;
}>;

type Removal = Readonly<{
  /** Why it has to stay; undefined when it may go. */
  obstacle(scheme: Scheme, id: string): string | undefined;
  without(scheme: Scheme, id: string): Scheme;
}>;

/** What the page was opened with, beside kind and id. */
export type Query = Readonly<Record<string, string | undefined>>;

/** As the page handles it: values are what the part itself has read, or kept from before. */
export type AnyPart = Part<unknown>;

export const asAny = <Values>(part: Part<Values>): AnyPart => part as AnyPart;

type Listed = "categories" | "rules" | "classes" | "exemptions" | "meetings";

/** Where a flaw lies inside an item of a list. */
export const pathInside =
  (list: Listed) =>
  (scheme: Scheme, id: string, place: string): string | undefined => {
    const index = scheme[list].findIndex((item) => item.id === id);
    const start = `${list}.${index}`;
    return place === start || place.startsWith(`${start}.`)
      ? place.slice(start.length + 1)
      : undefined;
  };

/** An item in a list: in its place if it was there, at the end otherwise. */
export const withItem = <Item extends Readonly<{ id: string }>>(
  items: readonly Item[],
  item: Item,
): Item[] =>
  items.some(({ id }) => id === item.id)
    ? items.map((one) => (one.id === item.id ? item : one))
    : [...items, item];

export const withoutItem = <Item extends Readonly<{ id: string }>>(
  items: readonly Item[],
  id: string,
): Item[] => items.filter((item) => item.id !== id);

/** The item behind another one; first of all where `after` is "". */
export function moved<Item extends Readonly<{ id: string }>>(
  items: readonly Item[],
  item: Item,
  after: string,
): Item[] {
  const others = withoutItem(items, item.id);
  const at = others.findIndex(({ id }) => id === after) + 1;
  return [...others.slice(0, at), item, ...others.slice(at)];
}
