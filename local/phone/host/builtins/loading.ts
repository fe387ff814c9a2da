/** The turning wheel of buttons and toasts; its look is in base.css. */
export function loadingWheel(): HTMLElement {
  const wheel = document.createElement("phone-wheel-of-waiting");
  wheel.setAttribute("aria-hidden", "true");
  return wheel;
}
