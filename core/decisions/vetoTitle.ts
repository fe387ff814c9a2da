import type { Rule, Scheme } from "../rulebook/scheme.ts";

/** The name of the best band that a rule of 一票否决 leaves; undefined for any other rule. */
export const vetoTitle = ({ scale }: Scheme, { veto }: Rule): string | undefined =>
  scale.bands.find(({ id }) => id === veto)?.title;
