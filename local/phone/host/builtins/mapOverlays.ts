import type { GeneralComponent } from "glass-easel";
import type { LayerGroup } from "leaflet";
import type { Platform } from "../wx/platform.ts";
import { type Point, pointsIn } from "./mapPoints.ts";
import { ownerOf } from "./owner.ts";

export type Library = typeof import("leaflet");

type Tools = Readonly<{ library: Library; platform: Platform; component: GeneralComponent }>;

/** Colours are #RRGGBBAA, lengths are pixels. */
type Polygon = Readonly<{
  points: readonly Point[];
  strokeWidth?: number;
  strokeColor?: string;
  fillColor?: string;
  dashArray?: readonly number[];
  zIndex?: number;
}>;

const polygonFields = ["points", "strokeWidth", "strokeColor", "fillColor", "dashArray", "zIndex"];

export function drawPolygons(tools: Tools, into: LayerGroup, value: unknown): void {
  const polygons = itemsIn<Polygon>(tools, "polygons[]", value, polygonFields);
  into.clearLayers();
  for (const polygon of [...polygons].sort(byHeight)) {
    const { points, strokeWidth = 1, strokeColor = "#000000", fillColor, dashArray } = polygon;
    const corners = pointsIn(points).map(({ longitude, latitude }) =>
      tools.library.latLng(latitude, longitude),
    );
    tools.library
      .polygon(corners, {
        ...{ weight: strokeWidth, color: strokeColor, opacity: 1, interactive: false },
        ...{ fillColor: fillColor ?? "#00000000", fillOpacity: 1, smoothFactor: 0 },
        ...(dashArray ? { dashArray: dashArray.join(" ") } : {}),
      })
      .addTo(into);
  }
}

type Text = Readonly<{
  content?: string;
  color?: string;
  fontSize?: number;
  borderRadius?: number;
  borderWidth?: number;
  borderColor?: string;
  bgColor?: string;
  padding?: number;
  textAlign?: string;
  /** From the place, of a label; from where it stands of itself, of a callout. */
  anchorX?: number;
  anchorY?: number;
  /** Of a callout: "BYCLICK" or "ALWAYS". */
  display?: string;
}>;

type Marker = Point &
  Readonly<{
    id?: number;
    iconPath?: string;
    width?: number;
    height?: number;
    anchor?: Readonly<{ x: number; y: number }>;
    zIndex?: number;
    alpha?: number;
    ariaLabel?: string;
    callout?: Text;
    label?: Text;
  }>;

const markerFields = [
  ...["id", "longitude", "latitude", "iconPath", "width", "height", "anchor", "zIndex", "alpha"],
  ...["ariaLabel", "callout", "label"],
];

const labelFields = [
  ...["content", "color", "fontSize", "borderRadius", "borderWidth", "borderColor", "bgColor"],
  ...["padding", "textAlign", "anchorX", "anchorY"],
];

export function drawMarkers(tools: Tools, into: LayerGroup, value: unknown): void {
  const markers = itemsIn<Marker>(tools, "markers[]", value, markerFields);
  itemsIn(tools, "markers[].label", textsOf(markers, "label"), labelFields);
  itemsIn(tools, "markers[].callout", textsOf(markers, "callout"), [...labelFields, "display"]);
  into.clearLayers();
  for (const marker of markers) {
    const { longitude, latitude, zIndex = 0 } = marker;
    const icon = tools.library.divIcon({
      ...{ className: "phone-marker", iconSize: [0, 0] as [number, number] },
      html: elementOf(tools, marker),
    });
    tools.library
      .marker([latitude, longitude], {
        ...{ icon, keyboard: false, interactive: false, zIndexOffset: zIndex * 1000 },
      })
      .addTo(into);
  }
}

const textsOf = (markers: readonly Marker[], name: "label" | "callout"): Text[] =>
  markers.flatMap((marker) => marker[name] ?? []);

const byHeight = (one: Polygon, other: Polygon): number => (one.zIndex ?? 0) - (other.zIndex ?? 0);

/** Which marker was touched, and the events by which the page is told of it. */
export function markerAt(target: EventTarget | null): { id: number; told: string[] } | undefined {
  if (!(target instanceof Element)) return undefined;
  const marker = target.closest<HTMLElement>("phone-marker");
  if (!marker) return undefined;
  marker.toggleAttribute("phone-tapped", true);
  const part = target.closest("[phone-part]")?.getAttribute("phone-part");
  const told = part === "callout" || part === "label" ? [`${part}tap`] : ["markertap"];
  return { id: Number(marker.dataset.marker), told };
}

/** A place of no size around which picture, callout and label stand. */
function elementOf({ platform, component }: Tools, marker: Marker): HTMLElement {
  const { id, iconPath, alpha = 1, anchor = { x: 0.5, y: 1 }, ariaLabel } = marker;
  const box = document.createElement("phone-marker");
  // An app that hears of taps gives ids; without one WeChat tells nothing useful either.
  box.dataset.marker = String(id);
  const picture = document.createElement("img");
  picture.setAttribute("phone-part", "picture");
  picture.alt = ariaLabel ?? "";
  picture.draggable = false;
  const place = () => {
    const { width = picture.naturalWidth, height = picture.naturalHeight } = marker;
    Object.assign(picture.style, {
      ...{ width: `${width}px`, height: `${height}px`, opacity: String(alpha) },
      ...{ left: `${-anchor.x * width}px`, top: `${-anchor.y * height}px` },
    });
    box.style.setProperty("--above", `${anchor.y * height + 6}px`);
  };
  picture.addEventListener("load", place);
  place();
  platform.files
    .urlOf(iconPath ?? "", ownerOf(component)?.is)
    .then((url) => {
      if (!iconPath) throw new Error("<map markers[].iconPath>: the local phone needs a picture");
      picture.src = url;
    })
    .catch((error) => platform.phone.report(error));
  box.append(picture);
  if (marker.callout) {
    const callout = textElement("callout", marker.callout);
    callout.toggleAttribute("phone-always", marker.callout.display === "ALWAYS");
    box.append(callout);
  }
  if (marker.label) box.append(textElement("label", marker.label));
  return box;
}

function textElement(part: "callout" | "label", text: Text): HTMLElement {
  const element = document.createElement("phone-map-text");
  element.setAttribute("phone-part", part);
  element.textContent = text.content ?? "";
  const { anchorX = 0, anchorY = 0 } = text;
  Object.assign(element.style, {
    ...{ color: text.color ?? "", background: text.bgColor ?? "" },
    ...{ fontSize: `${text.fontSize ?? 12}px`, padding: `${text.padding ?? 0}px` },
    ...{ borderRadius: `${text.borderRadius ?? 0}px`, textAlign: text.textAlign ?? "" },
    border: `${text.borderWidth ?? 0}px solid ${text.borderColor ?? "transparent"}`,
    margin: `${anchorY}px 0 0 ${anchorX}px`,
  });
  return element;
}

/**
 * The items of a list; what an item has and the phone lacks is refused by its name.
 * @param name as an app reads it: "polygons[]"
 */
function itemsIn<Item extends object>(
  { platform }: Tools,
  name: string,
  value: unknown,
  known: readonly string[],
): readonly Item[] {
  const items = Array.isArray(value) ? (value as Item[]) : [];
  for (const field of new Set(items.flatMap((item) => Object.keys(item)))) {
    if (known.includes(field)) continue;
    platform.phone.report(new Error(`<map ${name}.${field}>: the local phone lacks this`));
  }
  return items;
}
