import { builtin } from "./builtin.ts";
import { registerField } from "./fields.ts";
import { fingerX } from "./pointer.ts";
import { flag, number, text } from "./properties.ts";

/** A value between two, dragged or tapped: `changing` on the way, `change` where it is let go. */
export const slider = builtin({
  tag: "slider",
  properties: {
    min: number(),
    max: number(100),
    step: number(1),
    disabled: flag(),
    value: number(),
    color: text("#e9e9e9"),
    selectedColor: text("#1aad19"),
    activeColor: text("#1aad19"),
    backgroundColor: text("#e9e9e9"),
    blockSize: number(28),
    blockColor: text("#ffffff"),
    showValue: flag(),
    name: text(),
  },
  mount({ component, dom, values, set, emit, on }) {
    dom.innerHTML =
      "<phone-track><phone-bar></phone-bar><phone-block></phone-block></phone-track><phone-value></phone-value>";
    const [track, bar, block, shown] = [...dom.querySelectorAll<HTMLElement>("*")];
    if (!track || !bar || !block || !shown) throw new Error("slider has lost its track");

    /** The step nearest to a point of the screen. */
    const valueAt = (x: number) => {
      const { min, max, step } = values();
      const { left, width } = track.getBoundingClientRect();
      const share = width > 0 ? Math.min(1, Math.max(0, (x - left) / width)) : 0;
      const steps = Math.round((share * (max - min)) / step);
      return Math.min(max, Number((min + steps * step).toFixed(10)));
    };
    const follow = (event: { getOriginalEvent(): unknown }) => {
      const x = fingerX(event.getOriginalEvent());
      if (values().disabled || x === undefined) return false;
      const next = valueAt(x);
      if (next === values().value) return true;
      set({ value: next });
      emit("changing", { value: next });
      return true;
    };
    on("touchstart", follow);
    on("touchmove", follow);
    on("touchend", (event) => {
      if (follow(event)) emit("change", { value: values().value });
    });
    registerField(component, {
      value: () => values().value,
      reset: () => set({ value: values().min }),
    });
    return {
      update(now) {
        const share = now.max > now.min ? (now.value - now.min) / (now.max - now.min) : 0;
        const size = `${Math.min(28, Math.max(12, now.blockSize))}px`;
        track.style.backgroundColor = now.backgroundColor;
        bar.style.cssText = `width:${share * 100}%;background-color:${now.activeColor}`;
        block.style.cssText = `left:${share * 100}%;width:${size};height:${size};background-color:${now.blockColor}`;
        shown.hidden = !now.showValue;
        shown.textContent = String(now.value);
        if (!dom.hasAttribute("role")) dom.setAttribute("role", "slider");
        dom.setAttribute("aria-valuemin", String(now.min));
        dom.setAttribute("aria-valuemax", String(now.max));
        dom.setAttribute("aria-valuenow", String(now.value));
      },
    };
  },
});
