import { builtin } from "./builtin.ts";
import { flag, text as textProperty } from "./properties.ts";

const entities: Readonly<Record<string, string>> = {
  "&nbsp;": "\u00a0",
  "&ensp;": "\u2002",
  "&emsp;": "\u2003",
  "&lt;": "<",
  "&gt;": ">",
  "&apos;": "'",
  "&amp;": "&",
};

const spaces: Readonly<Record<string, string>> = {
  nbsp: "\u00a0",
  ensp: "\u2002",
  emsp: "\u2003",
};

/**
 * What a text shows: `decode` turns the entities that WeChat knows into characters, `space` keeps
 * spaces.
 */
function shownText(raw: string, decode: boolean, space: string): string {
  const decoded = decode ? raw.replace(/&\w+;/g, (entity) => entities[entity] ?? entity) : raw;
  const kept = spaces[space];
  return kept ? decoded.replaceAll(" ", kept) : decoded;
}

/**
 * Inline text that keeps its line breaks; text inside may be selected only where the page says so.
 */
export const text = builtin({
  tag: "text",
  properties: {
    userSelect: flag(),
    selectable: flag(),
    decode: flag(),
    space: textProperty(),
  },
  mount({ dom, values }) {
    const written = new WeakMap<Text, string>();
    const rewrite = (node: Node) => {
      for (const child of node.childNodes) rewrite(child);
      if (!(node instanceof Text) || written.get(node) === node.data) return;
      const { decode, space } = values();
      const shown = shownText(node.data, decode, space);
      written.set(node, shown);
      if (shown !== node.data) node.data = shown;
    };
    const observer = new MutationObserver(() => rewrite(dom));
    return {
      update({ userSelect, selectable, decode, space }) {
        dom.toggleAttribute("user-select", userSelect || selectable);
        observer.disconnect();
        if (!decode && !space) return;
        rewrite(dom);
        observer.observe(dom, { childList: true, subtree: true, characterData: true });
      },
    };
  },
});
