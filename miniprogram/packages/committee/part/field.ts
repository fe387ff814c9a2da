/**
 * The fields of a form, as the page shows them. Each carries its path in the form's values: what is typed
 * into "grades.0.points" is put there.
 */
export type Field = Readonly<{
  path: string;
  label: string;
  note: string;
  /** Contradictions that the draft has here. */
  flaws: readonly string[];
}> &
  (
    | Readonly<{
        kind: "text";
        value: string;
        placeholder: string;
        /** Characters at the most. */
        most: number;
        /** Which keys the phone shows. */
        keys: "text" | "digit" | "number";
        /** What stands behind it: "分". */
        unit: string;
      }>
    | Readonly<{
        kind: "choice";
        options: readonly string[];
        /** What each option means, in the same order. */
        values: readonly string[];
        index: number;
      }>
    | Readonly<{ kind: "switch"; on: boolean }>
    | Readonly<{ kind: "several"; options: readonly Readonly<Option & { chosen: boolean }>[] }>
    | Readonly<{ kind: "day"; value: string; text: string }>
    | Readonly<{
        kind: "list";
        rows: readonly Readonly<{ id: string; path: string; fields: readonly Field[] }>[];
        /** What is tapped for one more. */
        add: string;
        /** One more, before anything is written. */
        blank: Readonly<Record<string, string>>;
        /** How many may be taken away. */
        least: number;
        most: number;
      }>
  );

export type Option = Readonly<{ value: string; title: string }>;

/** Things of a rulebook to choose from. */
export const optionsOf = (
  items: ReadonlyArray<Readonly<{ id: string; title: string }>>,
): Option[] => items.map(({ id, title }) => ({ value: id, title }));

type Base = Readonly<{ path: string; label: string; note?: string }>;

const base = ({ path, label, note = "" }: Base) => ({ path, label, note, flaws: [] });

export const textField = (
  field: Base & Readonly<{ value: string; placeholder?: string; most?: number }>,
): Field => ({
  ...base(field),
  ...{ kind: "text", value: field.value, keys: "text", unit: "" },
  ...{ placeholder: field.placeholder ?? "", most: field.most ?? 30 },
});

/** Points, half ones too. */
export const pointsField = (
  field: Base & Readonly<{ value: string; placeholder?: string }>,
): Field => ({
  ...base(field),
  ...{ kind: "text", value: field.value, keys: "digit", unit: "分", most: 8 },
  placeholder: field.placeholder ?? "",
});

export const countField = (
  field: Base & Readonly<{ value: string; unit: string; placeholder?: string }>,
): Field => ({
  ...base(field),
  ...{ kind: "text", value: field.value, keys: "number", unit: field.unit, most: 3 },
  placeholder: field.placeholder ?? "",
});

export const choiceField = (
  field: Base & Readonly<{ value: string; options: readonly Option[] }>,
): Field => ({
  ...base(field),
  kind: "choice",
  options: field.options.map(({ title }) => title),
  values: field.options.map(({ value }) => value),
  index: field.options.findIndex(({ value }) => value === field.value),
});

export const switchField = (field: Base & Readonly<{ on: boolean }>): Field => ({
  ...base(field),
  ...{ kind: "switch", on: field.on },
});

export const severalField = (
  field: Base & Readonly<{ chosen: readonly string[]; options: readonly Option[] }>,
): Field => ({
  ...base(field),
  kind: "several",
  options: field.options.map((one) => ({ ...one, chosen: field.chosen.includes(one.value) })),
});

/** @param field `none`: what an empty one says */
export const dayField = (field: Base & Readonly<{ value: string; none: string }>): Field => ({
  ...base(field),
  ...{ kind: "day", value: field.value, text: field.value === "" ? field.none : field.value },
});

/** @param rowOf the fields of one row, given its path */
export const listField = <Row extends Readonly<{ id: string }>>(
  field: Base &
    Readonly<{
      rows: readonly Row[];
      rowOf: (row: Row, path: string) => readonly Field[];
      add: string;
      blank: Readonly<Record<string, string>>;
      least?: number;
      most: number;
    }>,
): Field => ({
  ...base(field),
  ...{
    kind: "list",
    add: field.add,
    blank: field.blank,
    least: field.least ?? 0,
    most: field.most,
  },
  rows: field.rows.map((row, index) => {
    const path = `${field.path}.${index}`;
    return { id: row.id, path, fields: field.rowOf(row, path) };
  }),
});

/** The fields with the flaws that the draft has there; those of no field stand at the first. */
export function withFlaws(
  fields: readonly Field[],
  flaws: readonly Readonly<{ path: string; sentence: string }>[],
): Field[] {
  const owner = (path: string): number =>
    Math.max(
      0,
      fields.findIndex((field) => path === field.path || path.startsWith(`${field.path}.`)),
    );
  return fields.map((field, index) => ({
    ...field,
    flaws: flaws.filter(({ path }) => owner(path) === index).map(({ sentence }) => sentence),
  }));
}

/** The values with one of them put differently; lists keep their order. */
export function withValue<Values>(values: Values, path: string, value: unknown): Values {
  const [key = "", ...rest] = path.split(".");
  const inside = (values as Record<string, unknown>)[key];
  const next = rest.length === 0 ? value : withValue(inside, rest.join("."), value);
  if (!Array.isArray(values)) return { ...values, [key]: next };
  return values.map((one, index) => (index === Number(key) ? next : one)) as Values;
}
