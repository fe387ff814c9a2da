import type { Scheme } from "../rulebook/scheme.ts";
import type { Fact, Order, Thing } from "./fact.ts";
import { ordersOf, thingsOf } from "./things.ts";

/** One thing that another scheme says differently, in words for everybody. */
export type Difference = Readonly<{
  /** Its path in the new scheme: "rules.3"; for what is gone the list it stood in: "rules". */
  place: string;
  kind: "added" | "removed" | "changed";
  words: string;
}>;

/** All that changes from one scheme to the next, and nothing that does not; none where they are equal. */
export function differences(before: Scheme, after: Scheme): Difference[] {
  const [was, is] = [thingsOf(before), thingsOf(after)];
  const [wasOrdered, isOrdered] = [ordersOf(before), ordersOf(after)];
  return [
    ...pairs(was, is).flatMap(([one, other]) => thingDifferences(one, other)),
    ...pairs(wasOrdered, isOrdered).flatMap(([one, other]) => orderDifference(one, other)),
  ];
}

/** What has the same key on both sides: in the order of the new side, then what is gone. */
function pairs<One extends Readonly<{ key: string }>>(
  before: readonly One[],
  after: readonly One[],
): Array<[One | undefined, One | undefined]> {
  const was = new Map(before.map((one) => [one.key, one]));
  const is = new Set(after.map(({ key }) => key));
  return [
    ...after.map((one): [One | undefined, One] => [was.get(one.key), one]),
    ...before.filter(({ key }) => !is.has(key)).map((one): [One, undefined] => [one, undefined]),
  ];
}

function thingDifferences(before: Thing | undefined, after: Thing | undefined): Difference[] {
  if (before && after) {
    const { place, subject, title } = after;
    const changes = pairs(before.facts, after.facts).flatMap(([one, other]) =>
      factDifference(one, other).map((said) => ({ ...said, place, words: subject + said.words })),
    );
    if (before.title === title) return changes;
    return [{ place, kind: "changed", words: renamed(before, after) }, ...changes];
  }
  if (after) return [{ place: after.place, kind: "added", words: introduced(after) }];
  if (!before) return [];
  const [list = ""] = before.place.split(".");
  return [{ place: list, kind: "removed", words: `${nameOf(before)}取消` }];
}

const nameOf = ({ subject }: Thing): string => subject.replace(/：$/, "");

const renamed = (before: Thing, after: Thing): string => `${nameOf(before)}改名为${nameOf(after)}`;

/** Something new with all that it says, but for what goes without saying. */
function introduced(thing: Thing): string {
  const said = thing.facts.filter(({ text, otherwise }) => text !== otherwise);
  const all = said.map(({ label, text }) => label + text).join("，");
  return `${nameOf(thing)}新增${all === "" ? "" : `：${all}`}`;
}

type Said = Pick<Difference, "kind" | "words">;

function factDifference(before: Fact | undefined, after: Fact | undefined): Said[] {
  if (before && after) return changedFact(before, after);
  const fact = after ?? before;
  if (!fact) return [];
  const { label, text, otherwise } = fact;
  if (otherwise !== undefined) {
    const [was, is] = after ? [otherwise, text] : [text, otherwise];
    return [{ kind: "changed", words: `${label}由${was}改为${is}` }];
  }
  return after
    ? [{ kind: "added", words: `新增${label}，${text}` }]
    : [{ kind: "removed", words: `取消${label}` }];
}

function changedFact(before: Fact, after: Fact): Said[] {
  if (JSON.stringify(before.value) === JSON.stringify(after.value)) return [];
  const change = `由${before.text}改为${after.text}`;
  if (before.label === after.label) {
    return [{ kind: "changed", words: `${after.label}${change}` }];
  }
  const renaming = `${before.label}改名为${after.label}`;
  const words = before.text === after.text ? renaming : `${renaming}，${change}`;
  return [{ kind: "changed", words }];
}

/** Only what is on both sides has an order to be changed. */
function orderDifference(before: Order | undefined, after: Order | undefined): Difference[] {
  if (!before || !after) return [];
  const was = before.keys.filter((key) => after.keys.includes(key));
  const is = after.keys.filter((key) => before.keys.includes(key));
  if (was.join() === is.join()) return [];
  return [{ place: after.place, kind: "changed", words: after.words }];
}
