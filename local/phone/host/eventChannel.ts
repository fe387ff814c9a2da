import type { ChannelEvents } from "./phone.ts";

/** One end of the wire between a page and the page that opened it. */
export type EventChannel = Readonly<{
  on(name: string, listener: Listener): void;
  once(name: string, listener: Listener): void;
  off(name: string, listener?: Listener): void;
  /** Reaches the other end; what nobody there listens for yet waits until somebody does. */
  emit(name: string, ...args: unknown[]): void;
}>;

type Listener = ChannelEvents[string];

type End = EventChannel & Readonly<{ receive(name: string, args: unknown[]): void }>;

/** @param events what the opening page listens for */
export function openChannel(events: ChannelEvents): { opener: EventChannel; opened: EventChannel } {
  const opener: End = openEnd((name, args) => opened.receive(name, args));
  const opened: End = openEnd((name, args) => opener.receive(name, args));
  for (const [name, listener] of Object.entries(events)) opener.on(name, listener);
  return { opener, opened };
}

function openEnd(send: (name: string, args: unknown[]) => void): End {
  const listeners = new Map<string, Listener[]>();
  const waiting = new Map<string, unknown[][]>();
  const listening = (name: string): Listener[] => listeners.get(name) ?? [];

  const end: End = {
    on(name, listener) {
      listeners.set(name, [...listening(name), listener]);
      const missed = waiting.get(name) ?? [];
      waiting.delete(name);
      for (const args of missed) end.receive(name, args);
    },
    once(name, listener) {
      const once: Listener = (...args) => {
        end.off(name, once);
        listener(...args);
      };
      end.on(name, once);
    },
    off(name, listener) {
      const left = listener ? listening(name).filter((other) => other !== listener) : [];
      listeners.set(name, left);
    },
    emit: (name, ...args) => send(name, args),
    receive(name, args) {
      const now = listening(name);
      if (now.length === 0) waiting.set(name, [...(waiting.get(name) ?? []), args]);
      for (const listener of now) listener(...args);
    },
  };
  return end;
}
