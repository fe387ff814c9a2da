import type { template } from "glass-easel";

/** What stands inside a built-in's tag, in the form that the template compiler would give it. */
export type Inside = template.ComponentTemplate;

/**
 * Where the children go that the page puts into the built-in; those with `slot="x"` go to `slot:x`.
 */
type Slot = "slot" | `slot:${string}`;

/** An element of our own inside a built-in. */
export type Box = Readonly<{
  /** Begins with `phone-`, which no Mini Program uses. */
  tag: `phone-${string}`;
  /** May name an external class of the built-in. */
  class?: string;
  children?: readonly (Box | Slot)[];
}>;

type ProcGen = ReturnType<Inside["content"]>;
type DefineChildren = ReturnType<ProcGen>["C"];

/**
 * `inside([{ tag: "phone-track", children: ["slot"] }])` is `<phone-track><slot/></phone-track>`.
 */
export function inside(boxes: readonly (Box | Slot)[]): Inside {
  const children = childrenOf(boxes);
  return { content: () => () => ({ C: children }) };
}

function childrenOf(content: readonly (Box | Slot)[]): DefineChildren {
  return (_isCreation, _text, element, _if, _for, slot) => {
    for (const box of content) {
      if (typeof box === "string") {
        slot(box.slice("slot:".length));
        continue;
      }
      element(
        box.tag,
        {},
        (node, isNew) => {
          if (isNew && box.class) node.setNodeClass(box.class);
        },
        childrenOf(box.children ?? []),
      );
    }
  };
}

/**
 * The element of our own with this tag inside `dom`; to be asked before the page fills the slots.
 */
export function boxIn(dom: HTMLElement, tag: Box["tag"]): HTMLElement {
  const box = dom.querySelector<HTMLElement>(tag);
  if (!box) throw new Error(`${dom.localName} has no ${tag} inside`);
  return box;
}
