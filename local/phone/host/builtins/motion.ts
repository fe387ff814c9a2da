import { dispatch, nodeOf } from "./dispatch.ts";

/** Tells of transitions and animations: `transitionend`, `animationstart`, `…iteration`, `…end`. */
export function listenForMotion(): void {
  const ours = (event: Event) => (event.target as Element).localName.startsWith("phone-");
  document.addEventListener("transitionend", (event) => {
    const target = ours(event) ? undefined : nodeOf(event.target);
    const { elapsedTime, propertyName } = event;
    if (target) dispatch(target, "transitionend", { elapsedTime, propertyName }, {}, event);
  });
  for (const type of ["animationstart", "animationiteration", "animationend"] as const) {
    document.addEventListener(type, (event) => {
      const target = ours(event) ? undefined : nodeOf(event.target);
      const { elapsedTime, animationName } = event;
      if (target) dispatch(target, type, { elapsedTime, animationName }, {}, event);
    });
  }
}
