/**
 * "第二党支部 · 第一网格"; empty names are left out. The dot stays with the name before it, so that a
 * line that breaks begins with a name.
 */
export const together = (...names: readonly (string | undefined)[]): string =>
  names.filter(Boolean).join("\u00a0· ");
