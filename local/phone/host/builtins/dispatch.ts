import { type Element as Node, Event as NodeEvent } from "glass-easel";

/** What became of an event: whether a `catch` held it back, and whether anybody listened. */
export type Outcome = Readonly<{ prevented: boolean; heard: boolean }>;

/** Tells the tree of something that bubbles through it, into and out of components. */
export function dispatch(
  target: Node,
  type: string,
  detail: unknown,
  extraFields: Record<string, unknown>,
  originalEvent: Event,
): Outcome {
  let heard = false;
  const event = new NodeEvent(type, detail, {
    bubbles: true,
    composed: true,
    capturePhase: true,
    extraFields,
    originalEvent,
    handleListenerReturn(returned) {
      heard = true;
      return returned !== false;
    },
  });
  event.dispatch(target);
  return { prevented: event.defaultPrevented(), heard };
}

/** glass-easel's node that this very DOM element stands for. */
export function nodeOf(target: EventTarget | null): Node | undefined {
  return (target as { __wxElement?: Node } | null)?.__wxElement;
}

/** glass-easel's node nearest to where a DOM event happened; none in dialogs and bars. */
export function nodeAt(target: EventTarget | null): Node | undefined {
  for (let at = target as globalThis.Node | null; at; at = at.parentNode) {
    const node = nodeOf(at);
    if (node) return node;
  }
  return undefined;
}
