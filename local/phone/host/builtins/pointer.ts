/** Where the finger or the mouse of a browser's event is, from the top left of the phone. */
export function pointOf(event: unknown): { x: number; y: number } | undefined {
  if (event instanceof MouseEvent) return { x: event.clientX, y: event.clientY };
  const finger = event instanceof TouchEvent ? event.changedTouches[0] : undefined;
  return finger && { x: finger.clientX, y: finger.clientY };
}

export function fingerX(event: unknown): number | undefined {
  return pointOf(event)?.x;
}

export function fingerY(event: unknown): number | undefined {
  return pointOf(event)?.y;
}
