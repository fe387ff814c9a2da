import { element } from "../frame.ts";

/** Something that lies over the page until a person has answered it. */
export type Layer<Answer> = Readonly<{
  /** What is to be filled. */
  panel: HTMLElement;
  answered: Promise<Answer>;
  /** Takes the layer away. */
  answer(answer: Answer): void;
}>;

/** In the middle; on the lower edge; over the whole screen. */
type Kind = "dialog" | "sheet" | "screen";

/**
 * Lays a panel over the page. Where WeChat lets a person give up by a tap beside it, that tap gives
 * `dismissed.answer`; elsewhere there is nothing to dismiss it by.
 */
export function openLayer<Answer>(
  overlay: HTMLElement,
  kind: Kind,
  dismissed?: { answer: Answer },
): Layer<Answer> {
  const layer = element("div", `wx-layer is-${kind}`);
  const veil = layer.appendChild(element("div", "wx-veil"));
  const panel = layer.appendChild(element("div", "wx-panel"));
  panel.setAttribute("role", "dialog");
  panel.setAttribute("aria-modal", "true");
  let settle: (answer: Answer) => void = () => {};
  const answered = new Promise<Answer>((resolve) => {
    settle = resolve;
  });
  const answer = (given: Answer) => {
    layer.remove();
    settle(given);
  };
  if (dismissed) veil.addEventListener("click", () => answer(dismissed.answer));
  overlay.append(layer);
  return { panel, answered, answer };
}

/** A button of a layer. */
export function layerButton(label: string, className: string, act: () => void): HTMLButtonElement {
  const button = element("button", className, label);
  button.type = "button";
  button.addEventListener("click", act);
  return button;
}
