/**
 * What is typed about something that others may change meanwhile: nothing of what was typed is ever lost, and
 * nothing of what they changed is overwritten unseen.
 */
export type Mending<Fields> = Readonly<{
  /** The one that was seen; 0 of something new. */
  revision: number;
  /** As it stood there. */
  seen: Fields;
  /** As it is typed. */
  fields: Fields;
  /** The fields that somebody else changed too; the person says which of both holds. */
  clashes: readonly string[];
}>;

export const mendingOf = <Fields>(revision: number, fields: Fields): Mending<Fields> => ({
  ...{ revision, seen: fields, fields, clashes: [] },
});

/** What is said when others were quicker, above the form that has both. */
export const metText = "刚有别人改过。您写的都在，和现在的对一下，再保存一次。";

/** What was typed on what is there now: untouched fields follow, fields that both changed clash. */
export function meet<Fields extends object>(
  mending: Mending<Fields>,
  now: Readonly<{ revision: number; fields: Fields }>,
): Mending<Fields> {
  if (now.revision === mending.revision) return mending;
  const names = Object.keys(now.fields) as (keyof Fields & string)[];
  const typed = names.filter((name) => mending.fields[name] !== mending.seen[name]);
  const differing = typed.filter((name) => mending.fields[name] !== now.fields[name]);
  const kept = Object.fromEntries(typed.map((name) => [name, mending.fields[name]]));
  return {
    revision: now.revision,
    seen: now.fields,
    fields: { ...now.fields, ...kept },
    clashes: differing.filter(
      (name) => now.fields[name] !== mending.seen[name] || mending.clashes.includes(name),
    ),
  };
}

/** @param take what is there now, instead of what was typed */
export function settled<Fields extends object>(
  { fields, seen, clashes, revision }: Mending<Fields>,
  name: string,
  take: boolean,
): Mending<Fields> {
  const there = Object.entries(seen).filter(([field]) => take && field === name);
  return {
    ...{ revision, seen, fields: { ...fields, ...Object.fromEntries(there) } },
    clashes: clashes.filter((clash) => clash !== name),
  };
}

/** One field that two have changed. */
export type ClashView = Readonly<{ field: string; label: string; now: string; typed: string }>;

/** @param shown a field's value in words */
export const clashViews = <Fields extends object>(
  { clashes, seen, fields }: Mending<Fields>,
  labels: Readonly<Record<keyof Fields, string>>,
  shown: (fields: Fields, field: keyof Fields) => string = (of, field) => String(of[field]),
): ClashView[] =>
  (Object.keys(labels) as (keyof Fields & string)[])
    .filter((field) => clashes.includes(field))
    .map((field) => ({
      ...{ field, label: labels[field] },
      now: shown(seen, field) || "没有写",
      typed: shown(fields, field) || "没有写",
    }));
