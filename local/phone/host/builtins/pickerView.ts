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

/** Wheels in the page; `value` is the row of each. */
export const pickerView = builtin({
  tag: "picker-view",
  properties: {
    value: anything([]),
    indicatorStyle: text(),
    maskStyle: text(),
    immediateChange: flag(),
    name: text(),
  },
  externalClasses: ["indicator-class", "mask-class"],
  inside: inside([
    { tag: "phone-columns", children: ["slot"] },
    { tag: "phone-mask", class: "mask-class" },
    { tag: "phone-indicator", class: "indicator-class" },
  ]),
  mount({ component, dom, values, set, emit }) {
    const columns = boxIn(dom, "phone-columns");
    const mask = boxIn(dom, "phone-mask");
    const indicator = boxIn(dom, "phone-indicator");
    const turned = (): Wheel[] =>
      [...columns.querySelectorAll("wx-picker-view-column")].flatMap((column) => {
        const found = componentOf(column);
        return (found && wheels.get(found)) ?? [];
      });
    const rowHeight = () => indicator.offsetHeight;
    const show = () => {
      const rows = Array.isArray(values().value) ? (values().value as unknown[]) : [];
      columns.style.setProperty("--row", `${rowHeight()}px`);
      columns.style.setProperty("--above", `${(dom.clientHeight - rowHeight()) / 2}px`);
      for (const [at, wheel] of turned().entries()) wheel.show(Number(rows[at] ?? 0));
    };
    // What it measures is known when it is seen, perhaps long after it was made, and its rows may change.
    const sizes = new ResizeObserver(show);
    const rows = new MutationObserver(show);
    const picked = () => {
      const value = turned().map((wheel) => wheel.index());
      set({ value });
      emit("change", { value });
    };
    pickerViews.set(component, {
      rowHeight,
      started: () => emit("pickstart"),
      picked,
      ended: () => emit("pickend"),
    });
    registerField(component, { value: () => values().value, reset: () => set({ value: [] }) });
    return {
      attached() {
        sizes.observe(dom);
        rows.observe(columns, { childList: true, subtree: true });
      },
      detached() {
        sizes.disconnect();
        rows.disconnect();
      },
      update(now, before) {
        indicator.setAttribute("style", now.indicatorStyle);
        mask.setAttribute("style", now.maskStyle);
        const same = String(now.value) === String(turned().map((wheel) => wheel.index()));
        if (now.value !== before.value && !same) show();
      },
    };
  },
});
