import { type Listeners, openListeners } from "./listeners.ts";

/** Where the errors of the app go, and who else hears of them. */
export type Reports = Readonly<{
  /** Console, `window.__errors`, and whoever listens. */
  report(error: unknown): void;
  /** The text of every error. */
  errors: Listeners<string>;
  rejections: Listeners<Rejection>;
}>;

export type Rejection = Readonly<{ reason: unknown; promise: Promise<unknown> }>;

declare global {
  interface Window {
    /** The text of every error of the app since the phone was loaded. */
    __errors: string[];
  }
}

/** Also catches what nobody caught: errors of timers and promises. */
export function openReports(): Reports {
  window.__errors = [];
  const errors = openListeners<string>(note);
  const rejections = openListeners<Rejection>(note);

  function note(error: unknown): string {
    const text = textOf(error);
    window.__errors.push(text);
    return text;
  }

  window.addEventListener("error", ({ error, message }) => errors.tell(note(error ?? message)));
  window.addEventListener("unhandledrejection", ({ reason, promise }) => {
    note(reason);
    rejections.tell({ reason, promise });
  });
  return {
    report(error) {
      console.error(error);
      errors.tell(note(error));
    },
    errors,
    rejections,
  };
}

/** Runs a piece of the app; what it throws is reported, and the phone goes on. */
export function attempt<T>(report: (error: unknown) => void, run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    report(error);
    return undefined;
  }
}

/** A message with its stack; `{errMsg}` of a failed `wx` call by that message. */
function textOf(error: unknown): string {
  if (error instanceof Error) return error.stack ?? error.message;
  if (typeof error === "object" && error !== null && "errMsg" in error) return String(error.errMsg);
  return String(error);
}
