import type { ComponentSpace, EventOptions, GeneralComponent, ShadowedEvent } from "glass-easel";
import type { Platform } from "../wx/platform.ts";
import { animate } from "./animate.ts";
import { ariaProperties, showAria } from "./aria.ts";
import type { Inside } from "./inside.ts";
import { anything, flag, type Properties, type Values } from "./properties.ts";
import type { DrawnTag } from "./tags.ts";

/** One built-in in a page, as its own code sees it. */
export type Part<P extends Properties = Properties> = Readonly<{
  component: GeneralComponent;
  /** `<wx-…>`. Its `style` and `class` belong to the page: use `setNodeStyle(…, ownSegment)`. */
  dom: HTMLElement;
  platform: Platform;
  /** The properties as they are now. */
  values(): Values<P>;
  /** Changes properties from within, and with them what the page bound with `model:`. */
  set(changes: Partial<Values<P>>): void;
  /** Tells the page. Events of built-ins do not bubble unless WeChat says that they do. */
  emit(name: string, detail?: unknown, options?: EventOptions): void;
  /** Hears an event at this built-in; by default after the page's own listeners inside it. */
  on(name: string, listener: (event: ShadowedEvent<unknown>) => void, capture?: boolean): void;
}>;

/** What a built-in does in the course of its life. */
export type Life<P extends Properties> = Readonly<{
  /** What is read out for the built-in, and so takes its aria properties; by default its tag. */
  spoken?: HTMLElement;
  /** After properties changed; for the first time with the values of the template. */
  update?(values: Values<P>, before: Values<P>): void;
  attached?(): void;
  detached?(): void;
}>;

export type Builtin<P extends Properties> = Readonly<{
  tag: DrawnTag;
  properties: P;
  /** Names of properties that carry class names, such as `placeholder-class`. */
  externalClasses?: string[];
  /** What stands inside the tag; children alone where it is left out. */
  inside?: Inside;
  /** Whether `inside` has a slot with a name. */
  namedSlots?: boolean;
  // biome-ignore lint/suspicious/noConfusingVoidType: a built-in with nothing to do later returns nothing
  mount?(part: Part<P>): Life<P> | void;
}>;

/** Registers one built-in in a space. */
export type Define = (space: ComponentSpace, platform: Platform) => void;

/**
 * Describes a built-in; calling the result registers it.
 *
 * @example
 * export const cell = builtin({
 *   tag: "view",
 *   properties: { label: text() },
 *   mount: ({ dom }) => ({ update: ({ label }) => { dom.title = label; } }),
 * });
 */
export function builtin<P extends Properties>(spec: Builtin<P>): Define {
  return (space, platform) => {
    const lives = new WeakMap<object, Wrapped>();
    const definition = space.defineComponent({
      is: `builtin/${spec.tag}`,
      options: { virtualHost: false, styleScope: 0, multipleSlots: spec.namedSlots ?? false },
      properties: { ...commonProperties, ...spec.properties },
      ...(spec.externalClasses ? { externalClasses: spec.externalClasses } : {}),
      ...(spec.inside ? { template: spec.inside } : {}),
      observers: {
        "**"() {
          lives.get(this)?.update();
        },
      },
      lifetimes: {
        created() {
          lives.set(this, liveOn(spec, this.general(), platform));
        },
        attached() {
          lives.get(this)?.attached();
        },
        detached() {
          lives.get(this)?.detached();
        },
      },
    });
    space.setGlobalUsingComponent(spec.tag, definition.general());
  };
}

const commonProperties = { hidden: flag(), animation: anything(), ...ariaProperties };

/** A life as glass-easel drives it. */
type Wrapped = Readonly<{ update(): void; attached(): void; detached(): void }>;

/**
 * Brings one built-in to life: the spec's own life, wrapped in what all built-ins have in common.
 */
function liveOn<P extends Properties>(
  spec: Builtin<P>,
  component: GeneralComponent,
  platform: Platform,
): Wrapped {
  const dom = component.getBackendElement() as unknown as HTMLElement;
  const values = () => component.data as unknown as Values<P>;
  const life =
    spec.mount?.({
      component,
      dom,
      platform,
      values,
      set: (changes) => component.setData(changes),
      emit: (name, detail = {}, options = {}) => component.triggerEvent(name, detail, options),
      // A listener that returned false would stop the event.
      on: (name, listener, capture = false) =>
        component.addListener(name, (event) => void listener(event), { capture }),
    }) ?? {};
  let seen = { ...values() };
  let drawn = false;
  let shownAnimation: unknown = null;
  const update = () => {
    const before = seen;
    seen = { ...values() };
    drawn = true;
    dom.hidden = Boolean(component.data.hidden);
    showAria(life.spoken ?? dom, component.data);
    if (component.data.animation !== shownAnimation) {
      shownAnimation = component.data.animation;
      animate(component, shownAnimation);
    }
    life.update?.(seen, before);
  };
  return {
    update,
    attached() {
      // A tag without any attribute is never told of its properties.
      if (!drawn) update();
      life.attached?.();
    },
    detached() {
      life.detached?.();
    },
  };
}
