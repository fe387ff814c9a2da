import { builtin } from "./builtin.ts";
import { registerField } from "./fields.ts";
import { fingerX } from "./pointer.ts";
import { flag, number, text, type Values } from "./properties.ts";

const properties = {
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
};

type Now = Values<typeof properties>;

/** A value between two, dragged or tapped: `changing` on the way, `change` where it is let go. */
export const slider = builtin({
  tag: "slider",
  properties,
  mount({ component, dom, values, set, emit, on }) {
    const track = dom.appendChild(document.createElement("phone-track"));
    const bar = track.appendChild(document.createElement("phone-bar"));
    const block = track.appendChild(document.createElement("phone-block"));
    const shown = dom.appendChild(document.createElement("phone-value"));

    /** @returns whether there was a finger to follow */
    const follow = (event: { getOriginalEvent(): unknown }): boolean => {
      const x = fingerX(event.getOriginalEvent());
      if (values().disabled || x === undefined) return false;
      const { left, width } = track.getBoundingClientRect();
      const next = valueAt(values(), width > 0 ? (x - left) / width : 0);
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
        const left = `${shareOf(now) * 100}%`;
        const size = `${Math.min(28, Math.max(12, now.blockSize))}px`;
        track.style.backgroundColor = now.backgroundColor;
        bar.style.cssText = `width:${left};background-color:${now.activeColor}`;
        block.style.cssText = `left:${left};width:${size};height:${size}`;
        block.style.backgroundColor = now.blockColor;
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

/** How far along the track the value lies, 0 to 1. */
function shareOf({ min, max, value }: Now): number {
  return max > min ? (value - min) / (max - min) : 0;
}

/** The step nearest to a place on the track; places beyond its ends count as the ends. */
function valueAt({ min, max, step }: Now, share: number): number {
  const steps = Math.round((Math.min(1, Math.max(0, share)) * (max - min)) / step);
  // Steps such as 0.1 add up to 0.30000000000000004.
  return Math.min(max, Number((min + steps * step).toFixed(10)));
}
