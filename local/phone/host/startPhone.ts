import "./builtins/base.css";
import "./wx/overlay.css";
import type { Program } from "../program.ts";
import { type Address, formatAddress, parseAddress } from "./addresses.ts";
import { type AppLife, launchOptions, openAppLife } from "./appLife.ts";
import { openAutomation } from "./automation.ts";
import { defineBuiltins } from "./builtins/define.ts";
import { completeCallers } from "./callers.ts";
import { openChrome } from "./chrome.ts";
import { describePhone, type Identity } from "./describePhone.ts";
import { showFailure } from "./diagnostics.ts";
import { buildFrame } from "./frame.ts";
import { appWx, pageWx, queryWx, resizeWx, routingWx, sharingWx, tabBarWx } from "./hostWx.ts";
import { type Modules, openModules } from "./modules.ts";
import { openPageStack, type PageStack } from "./pageStack.ts";
import type { Phone } from "./phone.ts";
import { attempt, openReports, type Reports } from "./report.ts";
import { openRouting, type Routing } from "./routing.ts";
import { openSheets } from "./sheets.ts";
import { openSpace } from "./space.ts";
import { type Entry, openWeChat } from "./wechat.ts";
import { changeVisibility, watchSize } from "./window.ts";
import { createPlatform } from "./wx/platform.ts";
import { createWx } from "./wx/wxApi.ts";
import { wxProxy } from "./wxProxy.ts";

declare global {
  interface Window {
    wx: Record<string, unknown>;
    getCurrentPages: unknown;
    /** The phone, for the automator and for tests. */
    __phone: Phone;
  }
}

/** Builds the phone's parts, joins them and opens the first page. */
export function startPhone(program: Program, identity: Identity): void {
  const entry = program.config.entryPagePath ?? program.pages[0] ?? "";
  const reports = openReports();
  const frame = buildFrame();
  const app = openAppLife(reports);
  const modules = openModules(program);
  const space = openSpace(program, modules, reports.report);
  const stack = openPageStack({
    program,
    space,
    sheets: openSheets(program, space.scopeOf),
    stage: frame.stage,
    report: reports.report,
    made: (page) => chrome.join(page),
    ended: (page) => chrome.leave(page),
  });
  const routing = openRouting(program, stack, (page) => chrome.arrived(page));
  const relaunch = (address?: string): void => location.assign(startingAt(address));
  const setVisible = (visible: boolean): void => changeVisibility(app, stack, visible);
  const urlOf = (src: string): Promise<string> => platform.files.urlOf(src);
  const around = { program, space, frame, identity, stack, routing, entry, relaunch, setVisible };
  const chrome = openChrome({ ...around, urlOf });
  const wechat = openWeChat({
    ...{ overlay: frame.overlay, identity, setVisible, report: reports.report },
    enter: (asked, unlessOpen) =>
      enterAt({ entry, app, stack, routing, reports }, asked, unlessOpen),
  });
  const phone = describePhone({ ...around, chrome, app, reports, wechat });
  const platform = createPlatform(phone);
  defineBuiltins(space.componentSpace, platform);
  completeCallers(phone, chrome.customTabBar);
  window.__phone = phone;
  window.__automation = openAutomation(phone);
  window.getCurrentPages = () => stack.pages().map(({ instance }) => instance);
  const functions = {
    ...createWx(platform),
    ...routingWx(phone),
    ...pageWx(stack, chrome),
    ...tabBarWx(stack, chrome),
    ...queryWx(phone),
    ...appWx(app, reports),
    ...sharingWx(chrome.sharing),
    ...resizeWx(watchSize(phone, stack, reports.report)),
  };
  window.wx = wxProxy(functions, space.componentSpace);
  document.addEventListener("visibilitychange", () => setVisible(!document.hidden));
  launch({ identity, entry, modules, app, stack, routing, reports }).catch((error: unknown) => {
    reports.report(error);
    showFailure(error);
  });
}

/** What opens the Mini Program at some page. */
type Doorway = Readonly<{
  entry: string;
  app: AppLife;
  stack: PageStack;
  routing: Routing;
  reports: Reports;
}>;

async function launch(
  parts: Doorway & Readonly<{ identity: Identity; modules: Modules }>,
): Promise<void> {
  const { identity, entry, modules, app, reports } = parts;
  const asked = parseAddress(identity.path ?? `/${entry}`, "");
  if (modules.has("app")) attempt(reports.report, () => modules.load("app"));
  app.launch(launchOptions(asked));
  await openPage(parts, asked);
}

/** The running Mini Program is opened from somewhere else in WeChat. */
async function enterAt(doorway: Doorway, entry: Entry, unlessOpen: boolean): Promise<void> {
  const { app, stack } = doorway;
  const { path, ...more } = entry;
  const asked = parseAddress(path, "");
  // The app's own moves, begun when it heard that the person is back, come first.
  await new Promise((later) => setTimeout(later));
  const seen = stack.current();
  const isOpen = seen && formatAddress({ ...seen, path: seen.route }) === formatAddress(asked);
  changeVisibility(app, stack, false);
  app.enter({ ...launchOptions(asked), ...more });
  if (!unlessOpen || !isOpen) await openPage(doorway, asked);
}

async function openPage(
  { entry, app, stack, routing, reports }: Doorway,
  asked: Address,
): Promise<void> {
  if (routing.has(asked.path)) {
    await routing.route("reLaunch", { url: formatAddress(asked) });
    return;
  }
  // The app may choose another page; where it does not, a telephone shows a page of its own.
  reports.report(new Error(`page "${asked.path}" is not found`));
  app.pageNotFound(asked);
  await new Promise((later) => setTimeout(later));
  if (!stack.current()) await routing.route("reLaunch", { url: `/${entry}` });
}

/** The phone's own address, with the page to start at instead of the one it was at; none is the entry page. */
function startingAt(address?: string): string {
  const url = new URL(location.href);
  url.searchParams.delete("path");
  if (address) url.searchParams.set("path", address);
  return url.href;
}
