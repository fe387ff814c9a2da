import type { LatLngExpression, Map as Leaflet } from "leaflet";
import "leaflet/dist/leaflet.css";
import { builtin, type Part } from "./builtin.ts";
import { registerContext } from "./contexts.ts";
import { mapContext } from "./mapContext.ts";
import { drawMarkers, drawPolygons, type Library, markerAt } from "./mapOverlays.ts";
import { type Point, pointsIn, regionOf } from "./mapPoints.ts";
import { anything, flag, number, type Values } from "./properties.ts";

const properties = {
  longitude: number(),
  latitude: number(),
  scale: number(16),
  minScale: number(3),
  maxScale: number(20),
  markers: anything(),
  polygons: anything(),
  includePoints: anything(),
  enableZoom: flag(true),
  enableScroll: flag(true),
};

/** What is told of and cannot be drawn on plain paper; each is refused by its name. */
const lacking = {
  covers: anything(),
  polyline: anything(),
  circles: anything(),
  controls: anything(),
  showLocation: flag(),
  subkey: anything(),
  layerStyle: anything(),
  rotate: anything(),
  skew: anything(),
  enable3D: anything(),
  showCompass: flag(),
  showScale: flag(),
  enableOverlooking: flag(),
  enableAutoMaxOverlooking: flag(),
  enableRotate: flag(),
  enableSatellite: flag(),
  enableTraffic: flag(),
  enablePoi: anything(),
  enableBuilding: anything(),
  enableIndoor: anything(),
  enableIndoorLevel: anything(),
  setting: anything(),
};

type MapPart = Part<typeof properties>;
type Now = Values<typeof properties>;

/**
 * Draws polygons and markers on plain paper: there are no tiles and no network. Scales are those of WeChat's
 * map to within a few percent; coordinates are drawn as they come, so GCJ-02 stays GCJ-02. Double tap, pinch and
 * wheel zoom. A tap tells the place, but on a marker it tells the marker alone.
 */
export const map = builtin({
  tag: "map",
  properties: { ...properties, ...lacking },
  mount(part) {
    const { dom, platform, on, emit } = part;
    const board = document.createElement("phone-board");
    dom.append(board);
    const stop = (event: Event) => event.stopPropagation();
    // A finger on the map moves the map, and neither pulls nor swipes what is around it.
    for (const type of ["mousedown", "touchstart"]) board.addEventListener(type, stop);
    const opened = open(part, board);
    opened.catch((error) => platform.phone.report(error));
    registerContext(dom, mapContext(opened));
    on(
      "tap",
      (event) => {
        const origin = event.getOriginalEvent() as MouseEvent | TouchEvent;
        const marker = markerAt(origin.target);
        if (marker) {
          event.stopPropagation();
          for (const type of marker.told) emit(type, { markerId: marker.id });
          return;
        }
        const { leaflet } = opened.now ?? {};
        const finger = "changedTouches" in origin ? origin.changedTouches[0] : origin;
        if (!leaflet || !finger) return;
        const { lng, lat } = leaflet.mouseEventToLatLng(finger as MouseEvent);
        Object.assign(event.detail as object, { longitude: lng, latitude: lat });
      },
      true,
    );
    return {
      update(now, before) {
        refuseLacking(part, now, before);
        void opened.then(({ show }) => show(now));
      },
      detached() {
        void opened.then(({ close }) => close());
      },
    };
  },
});

/** A map once its library has come; `now` is it without waiting. */
type Opened = Promise<OpenMap> & { now?: OpenMap };

export type OpenMap = Readonly<{
  leaflet: Leaflet;
  library: Library;
  /** Moves the view as the app asks, which is told as an "update". */
  moveByApp(move: () => void): void;
  show(now: Now): void;
  close(): void;
}>;

function open(part: MapPart, board: HTMLElement): Opened {
  const opened: Opened = import("leaflet").then((module) => {
    // The bundler hands on the package as one object, whatever its types say.
    const { default: library } = module as unknown as { default: Library };
    opened.now = openOn(part, board, library);
    return opened.now;
  });
  return opened;
}

function openOn({ emit, platform, component }: MapPart, board: HTMLElement, library: Library) {
  const leaflet = library.map(board, {
    ...{ zoomControl: false, attributionControl: false, keyboard: false, boxZoom: false },
    ...{ zoomSnap: 0, zoomAnimation: false, fadeAnimation: false, markerZoomAnimation: false },
    ...{ inertia: false, bounceAtZoomLimits: false },
  });
  let byApp = false;
  const moveByApp = (move: () => void) => {
    byApp = true;
    move();
    byApp = false;
  };
  tellMoves(leaflet, () => byApp, emit);
  let shown: Partial<Now> = {};
  const layers = { polygons: library.layerGroup(), markers: library.layerGroup() };
  const show = (now: Now) => {
    const changed = (name: keyof Now) => now[name] !== shown[name];
    leaflet.setMinZoom(now.minScale).setMaxZoom(now.maxScale);
    for (const name of ["scrollWheelZoom", "touchZoom", "doubleClickZoom"] as const) {
      leaflet[name][now.enableZoom ? "enable" : "disable"]();
    }
    leaflet.dragging[now.enableScroll ? "enable" : "disable"]();
    if (changed("longitude") || changed("latitude") || changed("scale")) {
      const center: LatLngExpression = [now.latitude, now.longitude];
      moveByApp(() => leaflet.setView(center, now.scale, { animate: false }));
    }
    if (changed("includePoints")) include(pointsIn(now.includePoints));
    const tools = { library, platform, component };
    if (changed("polygons")) drawPolygons(tools, layers.polygons, now.polygons);
    if (changed("markers")) drawMarkers(tools, layers.markers, now.markers);
    shown = now;
    setTimeout(() => emit("updated"));
  };
  const include = (points: readonly Point[]) => {
    if (points.length === 0) return;
    const corners = points.map(({ longitude, latitude }) => library.latLng(latitude, longitude));
    const around = library.latLngBounds(corners);
    moveByApp(() => leaflet.fitBounds(around, { animate: false, padding: [24, 24] }));
  };
  for (const layer of Object.values(layers)) layer.addTo(leaflet);
  // A map that is laid out only later, or anew, sees what the page asked it to see.
  const sizes = new ResizeObserver(() => {
    const { x, y } = leaflet.getSize();
    leaflet.invalidateSize({ animate: false, pan: false });
    if (x === 0 || y === 0) include(pointsIn(shown.includePoints));
  });
  sizes.observe(board);
  const close = () => {
    sizes.disconnect();
    leaflet.remove();
  };
  return { leaflet, library, moveByApp, show, close };
}

/** `regionchange` comes twice a move, with the type `begin` and `end`; who caused it stands beside the type. */
function tellMoves(leaflet: Leaflet, byApp: () => boolean, emit: MapPart["emit"]): void {
  let from = 0;
  const tell = (type: "begin" | "end", causedBy: string) => {
    const region = { rotate: 0, skew: 0, ...regionOf(leaflet) };
    setTimeout(() => emit("regionchange", region, { extraFields: { type, causedBy } }));
  };
  leaflet.on("movestart", () => {
    if (!hasView(leaflet)) return;
    from = leaflet.getZoom();
    tell("begin", byApp() ? "update" : "gesture");
  });
  leaflet.on("moveend", () => {
    const byHand = leaflet.getZoom() === from ? "drag" : "scale";
    tell("end", byApp() ? "update" : byHand);
  });
}

/** The very first move comes from nowhere. */
const hasView = (leaflet: Leaflet): boolean => leaflet.getZoom() !== undefined;

function refuseLacking({ platform }: MapPart, now: object, before: object): void {
  const isSet = (of: object, name: string) => Boolean((of as Record<string, unknown>)[name]);
  for (const name of Object.keys(lacking)) {
    if (!isSet(now, name) || isSet(before, name)) continue;
    const written = name.replace(
      /3D|[A-Z]/g,
      (part) => `-${part === "3D" ? part : part.toLowerCase()}`,
    );
    platform.phone.report(new Error(`<map ${written}>: the local phone lacks this`));
  }
}
