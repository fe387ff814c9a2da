import type { Element as Node, ShadowedEvent } from "glass-easel";

/** An event as the app's handlers get it: plain data, as it would cross from WeChat's view to its logic. */
export type AppEvent = {
  type: string;
  timeStamp: number;
  target: EventNode;
  currentTarget: EventNode;
  mark: Record<string, unknown>;
  detail: unknown;
  /** `touches` and `changedTouches` of a touch. */
  [field: string]: unknown;
};

export type EventNode = Readonly<{
  id: string;
  offsetLeft: number;
  offsetTop: number;
  dataset: Record<string, unknown>;
}>;

export function appEvent(event: ShadowedEvent<unknown>): AppEvent {
  return {
    type: event.type,
    timeStamp: event.timeStamp,
    target: eventNode(nodeOf(event.target)),
    currentTarget: eventNode(nodeOf(event.currentTarget)),
    mark: { ...event.mark },
    detail: event.detail,
    ...event.extraFields,
  };
}

/** Events name the app's object of a component; its node in the tree is behind it. */
export function nodeOf(target: unknown): Node {
  return (target as { _$?: Node })._$ ?? (target as Node);
}

/** The DOM element of a node; undefined for one that has none, such as a virtual host. */
export function domOf(node: Node): HTMLElement | undefined {
  return (node.getBackendElement() as unknown as HTMLElement | null) ?? undefined;
}

function eventNode(node: Node): EventNode {
  const dom = domOf(node);
  return {
    id: node.id,
    offsetLeft: dom?.offsetLeft ?? 0,
    offsetTop: dom?.offsetTop ?? 0,
    dataset: { ...node.dataset },
  };
}
