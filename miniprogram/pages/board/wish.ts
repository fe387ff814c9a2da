import type { Api } from "../../../core/api.ts";

type Input = Api["getBoard"]["input"];
type Reply = Api["getBoard"]["output"];

export type By = Reply["by"];
export type Order = NonNullable<Reply["order"]>;

/** What the person wants to see. */
export type Wish = Readonly<{
  by: By;
  /** 0 for the open year. */
  year: number;
  /** "year", "q1" to "q4", or a month of the calendar: "m03". */
  part: string;
  order: Order;
  /** A part of a name; "" for all. */
  search: string;
}>;

export const firstWish: Wish = { by: "members", year: 0, part: "year", order: "total", search: "" };

/** The year and the part of it, as operations ask for them. */
export const periodInput = ({ year, part }: Pick<Wish, "year" | "part">) => ({
  ...(year > 0 && { year }),
  ...(part.startsWith("m") && { month: part.slice(1) }),
  ...(part.startsWith("q") && { quarter: Number(part.slice(1)) }),
});

/** Members differ in nothing but their points: what stands in the search or the order of groups is theirs. */
export const inputOf = (villageId: string, wish: Wish, skip: number): Input => ({
  ...{ villageId, skip, by: wish.by, ...periodInput(wish) },
  order: wish.by === "members" && wish.order === "average" ? "total" : wish.order,
  search: wish.by === "members" ? wish.search : "",
});

/** A wish as the query of a path, for a shared card or another page. */
export const queryOf = ({ year, part, by, order }: Wish): string =>
  `${year > 0 ? `year=${year}&` : ""}part=${part}&by=${by}&order=${order}`;

type Query = Readonly<Record<string, string | undefined>>;

/**
 * What a shared card, a link or a scanned code asks for; whatever is unknown is as at the first look. A
 * code says it in its scene: "tangjiao.2014.q1.members".
 */
export function wishOf(query: Query): Wish {
  const [, year, part, by] = decodeURIComponent(query.scene ?? "").split(".");
  const said: Query = { year, part, by, ...query };
  return {
    by: bys.find((one) => one === said.by) ?? firstWish.by,
    year: /^20\d\d$/.test(said.year ?? "") ? Number(said.year) : 0,
    part: partShape.test(said.part ?? "") ? (said.part ?? "") : firstWish.part,
    order: orders.find((one) => one === said.order) ?? firstWish.order,
    search: "",
  };
}

const bys: readonly By[] = ["members", "branches", "grids"];
const orders: readonly Order[] = ["total", "average", "progress"];
const partShape = /^(q[1-4]|m(0[1-9]|1[0-2]))$/;

/** A part of a year to choose. */
export type Part = Readonly<{ part: string; title: string }>;

/** @param months in the order of the village's year */
export const partChoices = (months: readonly string[]): Part[] => [
  { part: "year", title: "全年" },
  ...["第一", "第二", "第三", "第四"].map((one, index) => ({
    part: `q${index + 1}`,
    title: `${one}季度`,
  })),
  ...months.map((month) => ({ part: `m${month}`, title: `${Number(month)}月` })),
];
