import { api } from "../api.ts";
import { openListeners } from "../listeners.ts";
import type { Platform } from "./platform.ts";

type Status = Readonly<{ isConnected: boolean; networkType: "wifi" | "none" }>;

const statusOf = (online: boolean): Status => ({
  isConnected: online,
  networkType: online ? "wifi" : "none",
});

/** Whether there is a signal. `window.phone.setOnline(false)` takes it away. */
export function networkWx({ phone, network }: Platform): Record<string, unknown> {
  const changes = openListeners<Status>(phone.report);
  network.listen((online) => changes.tell(statusOf(online)));
  return {
    getNetworkType: api<object>("getNetworkType", () => ({
      networkType: statusOf(network.online()).networkType,
      hasSystemProxy: false,
      weakNet: false,
    })),
    onNetworkStatusChange: changes.on,
    offNetworkStatusChange: changes.off,
  };
}
