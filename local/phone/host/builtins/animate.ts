import type { GeneralComponent } from "glass-easel";
import type { AnimationData, AnimationStep } from "../wx/animation.ts";
import { ownSegment } from "./segments.ts";

const styleNames: Readonly<Record<string, string>> = {
  opacity: "opacity",
  backgroundColor: "background-color",
  width: "width",
  height: "height",
  left: "left",
  top: "top",
  right: "right",
  bottom: "bottom",
};

/** Plays the steps of `wx.createAnimation` on a built-in, one after the other. */
export function animate(component: GeneralComponent, animation: unknown): void {
  const { actions } = (animation ?? {}) as Partial<AnimationData>;
  let at = 0;
  for (const step of actions ?? []) {
    setTimeout(() => component.setNodeStyle(styleOf(step), ownSegment), at);
    at += step.option.transition.duration + step.option.transition.delay;
  }
}

function styleOf({ animates, option }: AnimationStep): string {
  const { duration, timingFunction, delay } = option.transition;
  const transforms = animates.filter(({ type }) => !styleNames[type]);
  const declarations = animates.flatMap(({ type, args }) => {
    const name = styleNames[type];
    return name ? [`${name}:${name === "opacity" ? args[0] : length(args[0])}`] : [];
  });
  const transform = transforms.map(({ type, args }) => `${type}(${args.map(argument(type))})`);
  return [
    ...declarations,
    ...(transform.length > 0 ? [`transform:${transform.join(" ")}`] : []),
    `transform-origin:${option.transformOrigin}`,
    `transition:all ${duration}ms ${timingFunction} ${delay}ms`,
  ].join(";");
}

/** Bare numbers are pixels, and degrees where something turns. */
function argument(type: string): (value: string | number, at: number) => string {
  return (value, at) => {
    if (typeof value === "string") return value;
    if (type.startsWith("translate")) return `${value}px`;
    const turns = /^(rotate|skew)/.test(type) && (type !== "rotate3d" || at === 3);
    return turns ? `${value}deg` : String(value);
  };
}

function length(value: string | number | undefined): string {
  return typeof value === "number" ? `${value}px` : String(value ?? "");
}
