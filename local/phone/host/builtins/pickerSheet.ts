import { element } from "../frame.ts";
import { layerButton, openLayer } from "../wx/layer.ts";
import { createWheel } from "./wheel.ts";

/** Pixels; base.css draws the rows of a sheet as high. */
const rowHeight = 48;

type Choices = Readonly<{
  title: string;
  /**
   * The texts of each column, from the rows chosen now: the days of a month depend on the month.
   */
  columns(rows: readonly number[]): readonly (readonly string[])[];
  /** The row of each column at the start. */
  rows: readonly number[];
  /** A column was turned. */
  turned(column: number, row: number): void;
}>;

export type PickerSheet = Readonly<{
  /** The rows that were confirmed; undefined when the person gave up. */
  chosen: Promise<readonly number[] | undefined>;
  /** Draws the columns anew, since what they are made of has changed. */
  refresh(): void;
}>;

/** The sheet that a picker opens from below: wheels between 取消 and 确定. */
export function openPickerSheet(overlay: HTMLElement, choices: Choices): PickerSheet {
  const { title, columns, turned } = choices;
  let rows = [...choices.rows];
  const sheet = openLayer<readonly number[] | undefined>(overlay, "sheet", { answer: undefined });
  const header = sheet.panel.appendChild(element("div", "wx-picker-header"));
  const body = sheet.panel.appendChild(document.createElement("phone-columns"));
  header.append(
    layerButton("取消", "wx-picker-cancel", () => sheet.answer(undefined)),
    element("div", "wx-picker-title", title),
    layerButton("确定", "wx-picker-confirm", () => sheet.answer(rows)),
  );

  const draw = () => {
    const texts = columns(rows);
    rows = texts.map((column, at) => Math.max(0, Math.min(column.length - 1, rows[at] ?? 0)));
    body.replaceChildren();
    for (const [at, column] of texts.entries()) {
      const scroller = body.appendChild(document.createElement("phone-wheel"));
      scroller.setAttribute("role", "listbox");
      scroller.append(rowsOf(column));
      const wheel = createWheel(scroller, {
        count: () => column.length,
        rowHeight: () => rowHeight,
        picked(row) {
          rows[at] = row;
          turned(at, row);
          if (String(columns(rows)) !== String(texts)) draw();
        },
      });
      wheel.show(rows[at] ?? 0);
    }
  };
  draw();
  return { chosen: sheet.answered, refresh: draw };
}

function rowsOf(texts: readonly string[]): HTMLElement {
  const rows = document.createElement("phone-rows");
  rows.append(
    ...texts.map((text) => {
      const row = document.createElement("phone-row");
      row.setAttribute("role", "option");
      row.textContent = text;
      return row;
    }),
  );
  return rows;
}
