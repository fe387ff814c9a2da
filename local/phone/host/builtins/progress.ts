import { builtin } from "./builtin.ts";
import { cssLength } from "./icon.ts";
import { anything, flag, number, text } from "./properties.ts";

/** A bar that may grow to its percentage; `activeend` says when it has. */
export const progress = builtin({
  tag: "progress",
  properties: {
    percent: number(),
    showInfo: flag(),
    borderRadius: anything(0),
    fontSize: anything(16),
    strokeWidth: anything(6),
    color: text("#09bb07"),
    activeColor: text(),
    backgroundColor: text("#ebebeb"),
    active: flag(),
    activeMode: text("backwards"),
    duration: number(30),
  },
  mount({ dom, emit }) {
    const track = dom.appendChild(document.createElement("phone-track"));
    const bar = track.appendChild(document.createElement("phone-bar"));
    const info = dom.appendChild(document.createElement("phone-percent"));
    let growth: Animation | undefined;

    const grow = (from: number, to: number, milliseconds: number) => {
      growth?.cancel();
      bar.style.width = `${to}%`;
      if (milliseconds <= 0) return;
      growth = bar.animate([{ width: `${from}%` }, { width: `${to}%` }], milliseconds);
      growth.onfinish = () => emit("activeend", { curPercent: to });
    };
    return {
      update(now, before) {
        const percent = Math.min(100, Math.max(0, now.percent));
        track.style.height = cssLength(now.strokeWidth);
        track.style.borderRadius = cssLength(now.borderRadius);
        track.style.backgroundColor = now.backgroundColor;
        bar.style.backgroundColor = now.activeColor || now.color;
        info.hidden = !now.showInfo;
        info.style.fontSize = cssLength(now.fontSize);
        info.textContent = `${percent}%`;
        if (now.percent === before.percent && now.active === before.active) return;
        const from = now.activeMode === "forwards" ? before.percent : 0;
        grow(from, percent, now.active ? Math.abs(percent - from) * now.duration : 0);
      },
      detached: () => growth?.cancel(),
    };
  },
});
