import { type Points, pointsText } from "../kernel/points.ts";
import type { Cap, Period } from "../rulebook/scheme.ts";

/** One statement of a scheme that another scheme can make differently: "审核", "支部书记". */
export type Fact = Readonly<{
  /** The same in both schemes. */
  key: string;
  label: string;
  /** What is compared; the text of two different values may be the same. */
  value: unknown;
  text: string;
  /** What holds where nothing is said; left out for what is itself added and removed, as a grade is. */
  otherwise?: string;
}>;

/** Something that a scheme is made of, with all that it says. */
export type Thing = Readonly<{
  key: string;
  /** Its path in the scheme's JSON: "rules.3". */
  place: string;
  /** How a sentence about it begins: “环境卫生”：, “组织生活”类. */
  subject: string;
  title: string;
  facts: readonly Fact[];
}>;

/** A list of which the order can be seen. */
export type Order = Readonly<{
  key: string;
  place: string;
  words: string;
  keys: readonly string[];
}>;

type Keyed<Item> = Readonly<{ key: string; item: Item; index: number }>;

/** Each item with a key of its own: a draft may hold an id twice, and a cap for one period. */
export function keyed<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
): Array<Keyed<Item>> {
  const seen = new Map<string, number>();
  return items.map((item, index) => {
    const name = nameOf(item);
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return { key: `${name}#${before}`, item, index };
  });
}

export const keyedById = <Item extends Readonly<{ id: string }>>(items: readonly Item[]) =>
  keyed(items, ({ id }) => id);

type Titled = ReadonlyArray<Readonly<{ id: string; title: string }>>;

/** “组织生活”; the id where a draft names something that is not there. */
export const quoted = (id: string, among: Titled): string =>
  `“${among.find((one) => one.id === id)?.title ?? id}”`;

export const quotedAll = (ids: readonly string[], among: Titled): string =>
  ids.map((id) => quoted(id, among)).join("、");

export const amountText = (points: Points): string => `${pointsText(points)}分`;

export const eachPeriod: Readonly<Record<Period, string>> = {
  event: "每次",
  day: "每天",
  month: "每月",
  quarter: "每季度",
  year: "每年",
};

/** The strictest first, so that their order says nothing. */
export const factsOfCaps = (caps: readonly Cap[]): Fact[] =>
  keyed(
    [...caps].sort((one, other) => one.most - other.most),
    ({ per, of }) => `${per}/${of}`,
  ).map(({ key, item: { per, of, most } }) => ({
    key: `caps/${key}`,
    label: `${eachPeriod[per]}最多${of === "losses" ? "扣" : ""}`,
    value: most,
    text: amountText(most),
    otherwise: "不限",
  }));
