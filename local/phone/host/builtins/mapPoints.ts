import type { LatLng, Map as Leaflet } from "leaflet";

/** A place as WeChat writes it. */
export type Point = Readonly<{ longitude: number; latitude: number }>;

export const pointOf = ({ lng, lat }: LatLng): Point => ({ longitude: lng, latitude: lat });

/** The places in a property of a page; none where the page has set nothing. */
export const pointsIn = (value: unknown): readonly Point[] =>
  Array.isArray(value) ? (value as readonly Point[]) : [];

/** What is seen: as `regionchange`, `getRegion` and `getScale` tell it. */
export function regionOf(leaflet: Leaflet) {
  const bounds = leaflet.getBounds();
  return {
    scale: leaflet.getZoom(),
    centerLocation: pointOf(leaflet.getCenter()),
    region: {
      southwest: pointOf(bounds.getSouthWest()),
      northeast: pointOf(bounds.getNorthEast()),
    },
  };
}
