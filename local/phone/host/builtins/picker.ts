import { builtin, type Part } from "./builtin.ts";
import { dateColumns, timeColumns } from "./dateColumns.ts";
import { registerField } from "./fields.ts";
import { openPickerSheet, type PickerSheet } from "./pickerSheet.ts";
import { anything, flag, text } from "./properties.ts";

const properties = {
  mode: text("selector"),
  headerText: text(),
  disabled: flag(),
  range: anything([]),
  rangeKey: text(),
  value: anything(),
  start: text(),
  end: text(),
  fields: text("day"),
  level: text("region"),
  customItem: text(),
  name: text(),
};

type Picker = Part<typeof properties>;

/** How one mode turns its value into rows of columns and back. */
export type Mode = Readonly<{
  columns(rows: readonly number[]): readonly (readonly string[])[];
  rows(): readonly number[];
  /** The value as the `change` event gives it. */
  value(rows: readonly number[]): unknown;
}>;

/**
 * Opens a sheet to choose from when it is tapped. Regions would need China's gazetteer: refused.
 */
export const picker = builtin({
  tag: "picker",
  properties,
  mount(part) {
    const { component, platform, values, set, emit, on } = part;
    let sheet: PickerSheet | undefined;
    const open = async () => {
      const mode = modeOf(part);
      if (!mode) {
        const errMsg = `picker:fail the local phone lacks mode="${values().mode}"`;
        platform.phone.report({ errMsg });
        return;
      }
      sheet = openPickerSheet(platform.phone.overlay, {
        title: values().headerText,
        columns: mode.columns,
        rows: mode.rows(),
        turned(column, value) {
          if (values().mode === "multiSelector") emit("columnchange", { column, value });
        },
      });
      const rows = await sheet.chosen;
      sheet = undefined;
      if (!rows) return emit("cancel");
      const value = mode.value(rows);
      set({ value });
      emit("change", { value });
    };
    on("tap", () => !values().disabled && !sheet && void open());
    registerField(component, { value: () => values().value, reset: () => set({ value: null }) });
    return {
      update(now, before) {
        if (now.range !== before.range) sheet?.refresh();
      },
    };
  },
});

function modeOf({ values }: Picker): Mode | undefined {
  const { mode, value, start, end, fields } = values();
  switch (mode) {
    case "selector":
      return {
        columns: () => [texts(values().range, values().rangeKey)],
        rows: () => [Number(value) || 0],
        value: ([row = 0]) => String(row),
      };
    case "multiSelector":
      return {
        columns: () => lists(values().range).map((list) => texts(list, values().rangeKey)),
        rows: () => lists(value).map(Number),
        value: (rows) => [...rows],
      };
    case "time":
      return timeColumns(String(value ?? ""), start, end);
    case "date":
      return dateColumns(String(value ?? ""), start, end, fields);
    default:
      return undefined;
  }
}

function lists(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The words of a range: its items themselves, or one field of each. */
function texts(range: unknown, key: string): string[] {
  return lists(range).map((item) => {
    const named = key && typeof item === "object" && item !== null;
    return String(named ? (item as Record<string, unknown>)[key] : item);
  });
}
