import type { AppLife } from "./appLife.ts";
import { type Listeners, openListeners } from "./listeners.ts";
import type { PageStack } from "./pageStack.ts";
import type { Phone } from "./phone.ts";

/** The Mini Program comes to the front or goes to the back, and the seen page with it. */
export function changeVisibility(app: AppLife, stack: PageStack, visible: boolean): void {
  const page = stack.current();
  if (visible) app.setVisible(true);
  if (page) {
    stack.call(page, visible ? "onShow" : "onHide");
    page.component.triggerPageLifetime(visible ? "show" : "hide", []);
  }
  if (!visible) app.setVisible(false);
}

/** A new size of the glass, as `onResize` and `wx.onWindowResize` tell it. */
export type Resized = Readonly<{
  size: { windowWidth: number; windowHeight: number; screenWidth: number; screenHeight: number };
  deviceOrientation: "landscape" | "portrait";
}>;

/** Tells the seen page, its components and the listeners when the glass changes its size. */
export function watchSize(
  phone: Phone,
  stack: PageStack,
  report: (error: unknown) => void,
): Listeners<Resized> {
  const listeners = openListeners<Resized>(report);
  window.addEventListener("resize", () => {
    const page = stack.current();
    const { windowWidth, windowHeight, width, height } = phone.screen();
    const resized: Resized = {
      size: { windowWidth, windowHeight, screenWidth: width, screenHeight: height },
      deviceOrientation: width > height ? "landscape" : "portrait",
    };
    if (page) {
      stack.call(page, "onResize", resized);
      page.component.triggerPageLifetime("resize", [resized]);
    }
    listeners.tell(resized);
  });
  return listeners;
}
