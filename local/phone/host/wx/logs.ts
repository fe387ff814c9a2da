/** Where WeChat keeps an app's own logs for its makers; here they go to the browser's console. */
export function logsWx(): Record<string, unknown> {
  const levels = ["debug", "info", "log", "warn", "error"] as const;
  const manager = Object.fromEntries(
    levels.map((level) => [level, (...words: unknown[]) => console[level](...words)]),
  );
  const realtime = { ...manager, setFilterMsg() {}, addFilterMsg() {}, in() {} };
  return {
    getLogManager: () => manager,
    getRealtimeLogManager: () => realtime,
    // Statistics for WeChat's own pages about an app: there is nobody to read them.
    reportEvent() {},
    reportAnalytics() {},
    reportMonitor() {},
    reportPerformance() {},
  };
}
