/**
 * Looks at the page that is seen as eyes and thumbs do: `findFaults(exceptions)` in the phone's window, where the
 * exceptions are selectors of what is not looked at. It runs there, so it is
 * plain JavaScript. Every fault is `{ kind, text, detail, where }`: what is wrong, the words of the element, how much,
 * and its class.
 */

/** A thumb's width, as the rules of every shop of apps have it. */
const targetLeast = 44;

/** WCAG 2, level AA, without its allowance for large text. */
const contrastLeast = 4.5;

/** Edges fall between pixels. */
const slack = 1;

/** What does something of its own when tapped, whatever listens. */
const fields = new Set(["wx-input", "wx-textarea", "wx-switch", "wx-slider", "wx-video"]);

/** Says what it is without a role: WeChat's own components are announced by their kind. */
const spokenByThemselves = new Set([...fields, "wx-button", "wx-navigator", "wx-map"]);

/** Something that only sometimes answers a tap says so by these. */
const notTappable = new Set(["text", "listitem", "none"]);

window.findFaults = (exceptions) => {
  const { element, scroller } = window.__phone.currentPage();
  const isMeant = ({ dom }) => exceptions.some((selector) => dom.closest(selector));
  const texts = textsIn(scroller).filter((text) => !isMeant(text));
  const targets = targetsIn(scroller).filter((target) => !isMeant(target));
  return [
    ...wideFaults(scroller),
    ...texts.flatMap(cutFaults),
    ...overlapFaults(texts, targets),
    ...coveredFaults(element, scroller, texts),
    ...targets.flatMap(smallFaults),
    ...targets.flatMap(namelessFaults),
    ...texts.flatMap(faintFaults),
    ...colourFaults(scroller),
  ];
};

const fault = (kind, dom, text, detail = "") => ({ kind, text, detail, where: whereOf(dom) });

const whereOf = (dom) => {
  const name = dom.getAttribute("class")?.replace(/c\d+-[\w-]+?--/g, ".") ?? "";
  return `${dom.localName} ${name}`.trim();
};

const wordsOf = (dom) => dom.textContent.replace(/\s+/g, " ").trim().slice(0, 40);

const isSeen = (dom) => dom.checkVisibility({ opacityProperty: true, visibilityProperty: true });

const around = (dom) => {
  const all = [];
  for (let one = dom; one?.localName !== "body" && one; one = one.parentElement) all.push(one);
  return all;
};

/** One line of text, or one thing to tap, with what of it is inside the boxes that cut it off. */
function textsIn(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const dom = node.parentElement;
    if (!node.data.trim() || !dom || dom.closest("style") || !isSeen(dom)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const size = Number.parseFloat(getComputedStyle(dom).fontSize);
    for (const line of range.getClientRects()) {
      if (line.width < 1) continue;
      const box = glyphBox(line, size);
      texts.push({ dom, node, text: node.data.trim().slice(0, 40), box, ...placeOf(dom, box) });
    }
  }
  return texts;
}

/** The ink's height: the box of a line is higher than its letters, and lines may touch. */
function glyphBox({ left, right, top, bottom }, size) {
  const middle = (top + bottom) / 2;
  return { left, right, top: middle - size / 2, bottom: middle + size / 2 };
}

/** The layer something lies in, what cuts it off, and what is left of its box. */
function placeOf(dom, box) {
  let cut;
  let rest = box;
  for (const one of around(dom)) {
    const style = getComputedStyle(one);
    const clipped = clip(one, style, rest);
    cut ??= cutBy(one, style, rest, clipped);
    rest = clipped;
    if (style.position === "fixed" || style.position === "sticky") return { layer: one, cut, rest };
    if (one === window.__phone.currentPage().scroller) break;
  }
  return { layer: undefined, cut, rest };
}

function clip(one, { overflowX, overflowY }, box) {
  const around = one.getBoundingClientRect();
  const x = overflowX === "visible" ? box : around;
  const y = overflowY === "visible" ? box : around;
  return {
    left: Math.max(box.left, x.left),
    right: Math.min(box.right, x.right),
    top: Math.max(box.top, y.top),
    bottom: Math.min(box.bottom, y.bottom),
  };
}

/** What can be scrolled cuts nothing off for good. */
function cutBy(one, { overflowX, overflowY }, box, clipped) {
  const hides = (overflow) => overflow === "hidden" || overflow === "clip";
  const wide = clipped.left - box.left > slack || box.right - clipped.right > slack;
  const high = clipped.top - box.top > slack || box.bottom - clipped.bottom > slack;
  return (hides(overflowX) && wide) || (hides(overflowY) && high) ? one : undefined;
}

const isThere = ({ left, right, top, bottom }) => right - left > slack && bottom - top > slack;

function targetsIn(root) {
  return [...root.querySelectorAll("*")].filter(isTarget).map((dom) => {
    const { left, right, top, bottom, width, height } = dom.getBoundingClientRect();
    const box = { left, right, top, bottom };
    return { dom, text: nameOf(dom) || wordsOf(dom), box, width, height, ...placeOf(dom, box) };
  });
}

function isTarget(dom) {
  if (!isSeen(dom) || notTappable.has(dom.getAttribute("role"))) return false;
  if (fields.has(dom.localName)) return true;
  return Boolean(dom.__wxElement?._$eventTarget?.listeners?.tap);
}

/** The element that says what a tappable one is: itself, or the first in it that has a role. */
const faceOf = (dom) => (dom.getAttribute("role") ? dom : (dom.querySelector("[role]") ?? dom));

function nameOf(dom) {
  const face = faceOf(dom);
  const spoken = [face, dom, ...face.querySelectorAll("[aria-label]")];
  const label = spoken.find((one) => one.ariaLabel?.trim())?.ariaLabel.trim();
  return label ?? "";
}

function wideFaults(scroller) {
  const { scrollWidth, clientWidth } = scroller;
  if (scrollWidth <= clientWidth) return [];
  return [fault("the page scrolls sideways", scroller, "", `${scrollWidth} in ${clientWidth}`)];
}

/** An excerpt may end where a tap opens the whole. */
const isExcerpt = (box, dom) =>
  getComputedStyle(box).webkitLineClamp !== "none" && around(dom).some(isTarget);

function cutFaults({ dom, text, box, cut, rest }) {
  if (cut && !isExcerpt(cut, dom)) return [fault("text is cut off", dom, text, whereOf(cut))];
  const out = Math.max(rest.right - innerWidth, -rest.left);
  if (out > slack && isThere(box)) return [fault("text leaves the screen", dom, text, `by ${out}`)];
  return [];
}

function meet(one, other) {
  const left = Math.max(one.left, other.left);
  const right = Math.min(one.right, other.right);
  const top = Math.max(one.top, other.top);
  const bottom = Math.min(one.bottom, other.bottom);
  return isThere({ left, right, top, bottom });
}

function overlapFaults(texts, targets) {
  const ofTexts = pairs(texts.filter(({ rest }) => isThere(rest)))
    .filter(([one, other]) => one.node !== other.node)
    .map(([one, other]) => fault("texts overlap", one.dom, one.text, `with “${other.text}”`));
  const ofTargets = pairs(targets.filter(({ rest }) => isThere(rest)))
    .filter(([one, other]) => !one.dom.contains(other.dom) && !other.dom.contains(one.dom))
    .map(([one, other]) => fault("targets overlap", one.dom, one.text, `with “${other.text}”`));
  return [...ofTexts, ...ofTargets];
}

/** Of the same layer, one over the other. */
const pairs = (all) =>
  all.flatMap((one, index) =>
    all
      .slice(index + 1)
      .filter((other) => one.layer === other.layer && meet(one.rest, other.rest))
      .map((other) => [one, other]),
  );

/** Scrolled to its end, a page shows its last line above the bar that stays. */
function coveredFaults(element, scroller, texts) {
  const layers = new Set(texts.map(({ layer }) => layer));
  const bars = [...layers].filter((layer) => layer && !isSheet(layer, element));
  if (bars.length === 0) return [];
  const before = scroller.scrollTop;
  scroller.scrollTop = scroller.scrollHeight;
  const moved = scroller.scrollTop - before;
  const found = bars.flatMap((bar) =>
    texts
      .filter(({ layer, rest }) => !layer && isThere(rest))
      .map((text) => ({ ...text, now: lifted(text.rest, moved) }))
      .filter(({ now }) => meet(now, bar.getBoundingClientRect()))
      .map(({ dom, text }) => fault("text stays under the bar", dom, text, whereOf(bar))),
  );
  scroller.scrollTop = before;
  return found;
}

/** A sheet goes away before the page is read on. */
const isSheet = (layer, { clientHeight }) =>
  layer.clientHeight > clientHeight / 2 || layer.querySelector("[role=dialog]") !== null;

const lifted = ({ left, right, top, bottom }, by) => ({
  ...{ left, right },
  top: top - by,
  bottom: bottom - by,
});

function smallFaults({ dom, text, width, height }) {
  if (width >= targetLeast - slack / 2 && height >= targetLeast - slack / 2) return [];
  const size = `${Math.round(width)} × ${Math.round(height)}`;
  return [fault("the target is small", dom, text, size)];
}

function namelessFaults({ dom }) {
  const face = faceOf(dom);
  const words = nameOf(dom) || wordsOf(dom);
  if (!words) return [fault("nothing to say aloud", dom, "")];
  const known = face.getAttribute("role") || spokenByThemselves.has(dom.localName);
  return known ? [] : [fault("no role", dom, words)];
}

function faintFaults({ dom, text, rest }) {
  if (!isThere(rest) || around(dom).some((one) => one.matches("[disabled],[aria-disabled=true]"))) {
    return [];
  }
  const ground = groundOf(dom);
  if (!ground) return [fault("text on a picture", dom, text)];
  const ratio = contrast(over(inkOf(dom), ground), ground);
  return ratio < contrastLeast ? [fault("faint text", dom, text, ratio.toFixed(2))] : [];
}

/** Red, green, blue and how opaque, of a computed colour. */
function parts(colour) {
  const [red = 0, green = 0, blue = 0, alpha = 1] = colour.match(/[\d.]+/g)?.map(Number) ?? [];
  return { red, green, blue, alpha };
}

function inkOf(dom) {
  const ink = parts(getComputedStyle(dom).color);
  const opacity = around(dom).reduce((all, one) => all * Number(getComputedStyle(one).opacity), 1);
  return { ...ink, alpha: ink.alpha * opacity };
}

function over(ink, ground) {
  const mixed = (name) => ink[name] * ink.alpha + ground[name] * (1 - ink.alpha);
  return { red: mixed("red"), green: mixed("green"), blue: mixed("blue"), alpha: 1 };
}

/** What is painted behind; undefined where a picture is. */
function groundOf(dom) {
  const sheets = [];
  for (const one of [...around(dom), document.body, document.documentElement]) {
    const { backgroundColor, backgroundImage } = getComputedStyle(one);
    if (backgroundImage !== "none") return undefined;
    const sheet = parts(backgroundColor);
    if (sheet.alpha > 0) sheets.push(sheet);
    if (sheet.alpha === 1) break;
  }
  const white = { red: 255, green: 255, blue: 255, alpha: 1 };
  return sheets.reduceRight((ground, sheet) => over(sheet, ground), white);
}

function luminance({ red, green, blue }) {
  const [r, g, b] = [red, green, blue].map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** What is chosen differs from its neighbours by more than a colour. */
function colourFaults(root) {
  const chosen = root.querySelectorAll("[aria-checked=true], [aria-selected=true]");
  return [...chosen].filter(isSeen).flatMap((dom) => {
    const others = [...dom.parentElement.children].filter(
      (one) => one !== dom && one.getAttribute("role") === dom.getAttribute("role"),
    );
    const other = others.find((one) => (one.ariaChecked ?? one.ariaSelected) !== "true");
    return other && shapeOf(dom) === shapeOf(other)
      ? [fault("chosen by colour alone", dom, wordsOf(dom))]
      : [];
  });
}

/** All of an element's look but colours and words. */
const shapeOf = (root) =>
  [root, ...root.querySelectorAll("*")]
    .map((dom) => {
      const { fontWeight, borderTopWidth, borderBottomWidth, textDecorationLine } =
        getComputedStyle(dom);
      const marks = ["::before", "::after"].map((at) => getComputedStyle(dom, at).content);
      const tick = dom.textContent.includes("✓");
      return [
        fontWeight,
        borderTopWidth,
        borderBottomWidth,
        textDecorationLine,
        marks,
        tick,
      ].join();
    })
    .join(";");
