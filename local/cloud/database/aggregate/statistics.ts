import { isArray } from "../value.ts";
import { accumulators } from "./accumulators.ts";
import { type Operator, type Result, takingAtLeast } from "./operator.ts";

const names = ["$avg", "$max", "$min", "$stdDevPop", "$stdDevSamp", "$sum"] as const;

/** Accumulators as they work outside of `$group`: over their arguments, or over one array. */
export const statistics: Readonly<Record<string, Operator>> = Object.fromEntries(
  names.map((name) => {
    const run = (...args: readonly Result[]): Result => {
      const [only] = args;
      const accumulator = accumulators[name]();
      for (const value of args.length === 1 && isArray(only) ? only : args) accumulator.add(value);
      return accumulator.result();
    };
    return [name, takingAtLeast(1, run)];
  }),
);
