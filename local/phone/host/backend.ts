import { CurrentWindowBackendContext } from "glass-easel";
import { translateUnits } from "../compiler/units.ts";
import { domTag } from "./domTag.ts";

/**
 * Glass-easel's bridge to the DOM. Differs from its own in that tags get the names they have in the real
 * client, styles may use WeChat's units, a hidden window renders too, and the events are left to the
 * built-in components.
 */
export class PhoneBackend extends CurrentWindowBackendContext {
  constructor() {
    super();
    this.document = {
      createTextNode: (text) => document.createTextNode(text) as unknown as BackendElement,
      createDocumentFragment: () => document.createDocumentFragment() as unknown as BackendElement,
      createElement: (tag) => withUnits(document.createElement(domTag(tag))),
    };
  }

  override render(done: (error: Error | null) => void): void {
    setTimeout(() => done(null));
  }

  override onEvent(): void {}

  override setListenerStats(): void {}
}

type BackendElement = ReturnType<CurrentWindowBackendContext["document"]["createElement"]>;

/** An element whose style attribute understands `rpx`. */
function withUnits(element: HTMLElement): BackendElement {
  const setAttribute = element.setAttribute.bind(element);
  element.setAttribute = (name, value) =>
    setAttribute(name, name === "style" ? translateUnits(String(value)) : value);
  return element as unknown as BackendElement;
}
