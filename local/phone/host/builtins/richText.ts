import { builtin } from "./builtin.ts";
import { anything, flag, text } from "./properties.ts";

/**
 * Elements that WeChat's rich text draws, each with the attributes it takes beside class and style.
 */
const trusted: Readonly<Record<string, readonly string[]>> = {
  ...plain(
    "a abbr address article aside b bdi big blockquote br caption center cite code dd del div dl dt em",
  ),
  ...plain("fieldset footer h1 h2 h3 h4 h5 h6 header hr i ins label legend li mark nav p pre q rt"),
  ...plain("ruby s section small span strong sub sup tbody tfoot thead tt u ul"),
  bdo: ["dir"],
  col: ["span", "width"],
  colgroup: ["span", "width"],
  font: ["color", "face"],
  img: ["alt", "src", "height", "width"],
  ol: ["start", "type"],
  table: ["width"],
  td: ["colspan", "height", "rowspan", "width"],
  th: ["colspan", "height", "rowspan", "width"],
  tr: ["colspan", "height", "rowspan", "width"],
};

function plain(names: string): Record<string, readonly string[]> {
  return Object.fromEntries(names.split(" ").map((name) => [name, []]));
}

/** A node as the array form of `nodes` gives it. */
type RichNode = Readonly<{
  type?: "node" | "text";
  name?: string;
  attrs?: Readonly<Record<string, unknown>>;
  children?: readonly RichNode[];
  text?: string;
}>;

/**
 * Shows HTML, or the same as an array of nodes. Only the elements and attributes that WeChat trusts
 * come through, no event and no script; a tap is that of the whole.
 */
export const richText = builtin({
  tag: "rich-text",
  properties: {
    nodes: anything([]),
    space: text(),
    userSelect: flag(),
    mode: text("default"),
  },
  mount: ({ dom }) => ({
    update({ nodes, space, userSelect }, before) {
      dom.toggleAttribute("user-select", userSelect);
      dom.toggleAttribute("keep-space", space !== "");
      if (nodes !== before.nodes) dom.replaceChildren(...richNodes(nodes));
    },
  }),
});

function richNodes(nodes: unknown): Node[] {
  if (Array.isArray(nodes)) return nodes.flatMap(fromNode);
  const parsed = new DOMParser().parseFromString(String(nodes ?? ""), "text/html");
  return [...parsed.body.childNodes].flatMap(fromHtml);
}

function fromNode(node: RichNode): Node[] {
  if (node.type === "text") {
    const holder = document.createElement("textarea");
    holder.innerHTML = String(node.text ?? "").replaceAll("<", "&lt;");
    return [document.createTextNode(holder.value)];
  }
  const attributes = Object.entries(node.attrs ?? {}).map(
    ([name, value]) => [name, String(value)] as const,
  );
  return element(String(node.name ?? ""), attributes, () =>
    (node.children ?? []).flatMap(fromNode),
  );
}

function fromHtml(node: Node): Node[] {
  if (node instanceof Text) return [document.createTextNode(node.data)];
  if (!(node instanceof Element)) return [];
  const attributes = [...node.attributes].map(({ name, value }) => [name, value] as const);
  return element(node.localName, attributes, () => [...node.childNodes].flatMap(fromHtml));
}

/**
 * The element without what is not trusted; an element that is not trusted vanishes with its
 * content.
 */
function element(
  name: string,
  attributes: readonly (readonly [string, string])[],
  children: () => Node[],
): Node[] {
  const tag = name.toLowerCase();
  const allowed = trusted[tag];
  if (!allowed) return [];
  const made = document.createElement(tag);
  for (const [attribute, value] of attributes) {
    const harmless = attribute !== "src" || !/^\s*javascript:/i.test(value);
    if (harmless && (allowed.includes(attribute) || ["class", "style"].includes(attribute))) {
      made.setAttribute(attribute, value);
    }
  }
  made.append(...children());
  return [made];
}
