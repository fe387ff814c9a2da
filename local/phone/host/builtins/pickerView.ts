import type { GeneralComponent } from "glass-easel";
import { builtin } from "./builtin.ts";
import { registerField } from "./fields.ts";
import { boxIn, inside } from "./inside.ts";
import { componentOf } from "./owner.ts";
import { anything, flag, text } from "./properties.ts";
import { createWheel, type Wheel } from "./wheel.ts";

const wheels = new WeakMap<GeneralComponent, Wheel>();

/** What a column asks of the picker-view around it. */
type Around = Readonly<{ rowHeight(): number; started(): void; picked(): void; ended(): void }>;

const pickerViews = new WeakMap<GeneralComponent, Around>();

/** One column of a picker-view; each child is a row. */
export const pickerViewColumn = builtin({
  tag: "picker-view-column",
  properties: {},
  inside: inside([{ tag: "phone-wheel", children: [{ tag: "phone-rows", children: ["slot"] }] }]),
  mount({ component, dom }) {
    const rows = boxIn(dom, "phone-rows");
    const around = () => {
      const view = dom.closest("wx-picker-view");
      const owner = view ? componentOf(view) : undefined;
      return owner ? pickerViews.get(owner) : undefined;
    };
    const wheel = createWheel(boxIn(dom, "phone-wheel"), {
      count: () => rows.childElementCount,
      rowHeight: () => around()?.rowHeight() ?? 0,
      started: () => around()?.started(),
      picked: () => around()?.picked(),
      ended: () => around()?.ended(),
    });
    wheels.set(component, wheel);
  },
});

const properties = {
  value: anything([]),
  indicatorStyle: text(),
  maskStyle: text(),
  immediateChange: flag(),
  name: text(),
};

/** Wheels in the page; `value` is the row of each. */
export const pickerView = builtin({
  tag: "picker-view",
  properties,
  externalClasses: ["indicator-class", "mask-class"],
  inside: inside([
    { tag: "phone-columns", children: ["slot"] },
    { tag: "phone-mask", class: "mask-class" },
    { tag: "phone-indicator", class: "indicator-class" },
  ]),
  mount(part) {
    const { component, dom, values, set, emit } = part;
    const columns = boxIn(dom, "phone-columns");
    const mask = boxIn(dom, "phone-mask");
    const indicator = boxIn(dom, "phone-indicator");
    const rowsOf = () => wheelsIn(columns).map((wheel) => wheel.index());
    const show = () => {
      showRows(columns, values().value, { height: dom.clientHeight, row: indicator.offsetHeight });
    };
    // What it measures is known when it is seen, perhaps long after it was made, and its rows may
    // change.
    const sizes = new ResizeObserver(show);
    const changes = new MutationObserver(show);
    pickerViews.set(component, {
      rowHeight: () => indicator.offsetHeight,
      started: () => emit("pickstart"),
      picked() {
        set({ value: rowsOf() });
        emit("change", { value: rowsOf() });
      },
      ended: () => emit("pickend"),
    });
    registerField(component, { value: () => values().value, reset: () => set({ value: [] }) });
    return {
      attached() {
        sizes.observe(dom);
        changes.observe(columns, { childList: true, subtree: true });
      },
      detached() {
        sizes.disconnect();
        changes.disconnect();
      },
      update(now, before) {
        indicator.setAttribute("style", now.indicatorStyle);
        mask.setAttribute("style", now.maskStyle);
        if (now.value !== before.value && String(now.value) !== String(rowsOf())) show();
      },
    };
  },
});

function wheelsIn(columns: HTMLElement): Wheel[] {
  return [...columns.querySelectorAll("wx-picker-view-column")].flatMap((column) => {
    const found = componentOf(column);
    return (found && wheels.get(found)) ?? [];
  });
}

/** Turns each wheel to its row. @param pixels the height of the picker-view and of one row */
function showRows(
  columns: HTMLElement,
  value: unknown,
  pixels: { height: number; row: number },
): void {
  columns.style.setProperty("--row", `${pixels.row}px`);
  columns.style.setProperty("--above", `${(pixels.height - pixels.row) / 2}px`);
  const rows = Array.isArray(value) ? (value as unknown[]) : [];
  for (const [at, wheel] of wheelsIn(columns).entries()) wheel.show(Number(rows[at] ?? 0));
}
