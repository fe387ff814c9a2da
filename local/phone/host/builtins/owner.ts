import type { Element, GeneralComponent } from "glass-easel";

/** The page or component whose template a built-in stands in. */
export function ownerOf(component: GeneralComponent): GeneralComponent | undefined {
  return component.ownerShadowRoot?.getHostNode();
}

/** The element of the same template with this id. */
export function siblingById(component: GeneralComponent, id: string): Element | undefined {
  return component.ownerShadowRoot?.getElementById(id) ?? undefined;
}

/** The component that a DOM element stands for; undefined for our own boxes and plain elements. */
export function componentOf(dom: Element | globalThis.Element): GeneralComponent | undefined {
  const node = (dom as { __wxElement?: Element }).__wxElement;
  return node?.asGeneralComponent() ?? undefined;
}

/** The DOM element of a node of glass-easel. */
export function domOf(node: Element): HTMLElement {
  return node.getBackendElement() as unknown as HTMLElement;
}

/**
 * Whether a component has one of WeChat's own behaviors, such as `wx://form-field`. Glass-easel
 * finds behaviors by path and takes `wx://` for another space, so the names of a component's are
 * compared.
 */
export function hasNamedBehavior(component: GeneralComponent, name: string): boolean {
  type Ancestors = { _$flatAncestors: ReadonlySet<{ is: string }> };
  const { _$flatAncestors } = component.getRootBehavior() as unknown as Ancestors;
  return [..._$flatAncestors].some(({ is }) => is === name);
}
