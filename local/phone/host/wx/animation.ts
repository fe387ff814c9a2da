/** One step of an animation, as `wx.createAnimation` hands it to the `animation` property. */
export type AnimationStep = Readonly<{
  animates: readonly Readonly<{ type: string; args: readonly (string | number)[] }>[];
  option: Readonly<{
    transformOrigin: string;
    transition: Readonly<{ duration: number; timingFunction: string; delay: number }>;
  }>;
}>;

export type AnimationData = Readonly<{ actions: readonly AnimationStep[] }>;

type Timing = Readonly<{
  duration?: number;
  timingFunction?: string;
  delay?: number;
  transformOrigin?: string;
}>;

/** What an animation can change: functions of a transform, and properties of a style. */
const transforms =
  "rotate rotateX rotateY rotateZ rotate3d scale scaleX scaleY scaleZ scale3d skew skewX skewY " +
  "translate translateX translateY translateZ translate3d matrix matrix3d";
const styles = "opacity backgroundColor width height left top right bottom";

/** `wx.createAnimation`: steps are collected, and `export` hands them over and forgets them. */
export function animationWx(): Record<string, unknown> {
  return {
    createAnimation(timing: Timing = {}) {
      let actions: AnimationStep[] = [];
      // What one step has changed stays as it is in the next, so every step names it all.
      const current = new Map<string, AnimationStep["animates"][number]>();
      const animation: Record<string, unknown> = {
        step(own: Timing = {}) {
          const { duration = 400, timingFunction = "linear", delay = 0 } = { ...timing, ...own };
          const { transformOrigin = "50% 50% 0" } = { ...timing, ...own };
          const option = { transformOrigin, transition: { duration, timingFunction, delay } };
          actions.push({ animates: [...current.values()], option });
          return animation;
        },
        export() {
          const exported = { actions };
          actions = [];
          return exported;
        },
      };
      for (const type of `${transforms} ${styles}`.split(" ")) {
        animation[type] = (...args: (string | number)[]) => {
          current.set(type, { type, args });
          return animation;
        };
      }
      return animation;
    },
  };
}
