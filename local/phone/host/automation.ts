import { elementCommands } from "./automatedElements.ts";
import { type Command, callMethod, type Params, pageOf, valueAt } from "./automationCommand.ts";
import type { OpenPage, Phone } from "./phone.ts";

declare global {
  interface Window {
    /** The part of an automator that runs in the phone. Rejects what it does not know by name. */
    __automation: (method: string, params: Params) => Promise<unknown>;
    /** The automator's: the app called a function that a test has exposed. */
    __automatorBindingCalled?: (name: string, args: unknown[]) => void;
  }
}

export function openAutomation(phone: Phone): Window["__automation"] {
  const commands: Readonly<Record<string, Command>> = {
    ...appCommands(phone),
    ...pageCommands(phone),
    ...elementCommands(phone),
  };
  return async (method, params) => {
    const command = commands[method];
    if (!command) throw new Error(`${method} is not available on this phone`);
    return toJson(await command(params));
  };
}

function appCommands(phone: Phone): Record<string, Command> {
  const originals = new Map<string, unknown>();
  const original = (name: string): unknown => originals.get(name) ?? window.wx[name];
  return {
    "Tool.getInfo": () => callWx("getAppBaseInfo", []),
    "App.enableLog": () => ({}),
    "App.getPageStack": () => ({ pageStack: phone.pages().map(pageInfo) }),
    "App.getCurrentPage": () => pageInfo(seenPage(phone)),
    "App.callWxMethod": async ({ method, args }) => ({ result: await callWx(method, args) }),
    "App.callFunction": async ({ functionDeclaration, args }) => ({
      result: await evaluate(functionDeclaration)(...args),
    }),
    "App.mockWxMethod"({ method, result, functionDeclaration, args }) {
      const real = original(method);
      if (result === undefined && functionDeclaration === undefined) {
        window.wx[method] = real;
        originals.delete(method);
        return {};
      }
      originals.set(method, real);
      const answer = functionDeclaration ? evaluate(functionDeclaration) : () => result;
      window.wx[method] = mock(method, (...given) =>
        answer.call({ origin: real }, ...given, ...(args ?? [])),
      );
      return {};
    },
    "App.addBinding"({ name }) {
      Object.assign(window, {
        [name]: (...args: unknown[]) => window.__automatorBindingCalled?.(name, args),
      });
      return {};
    },
  };
}

function pageCommands(phone: Phone): Record<string, Command> {
  const instanceOf = ({ pageId }: Params) => pageOf(phone, pageId).instance;
  return {
    "Page.getData": (params) => ({ data: valueAt(instanceOf(params).data, params.path) }),
    "Page.setData": (params) => {
      instanceOf(params).setData(params.data);
      return {};
    },
    "Page.callMethod": async (params) => ({
      result: await callMethod(instanceOf(params), params.method, params.args),
    }),
    "Page.getWindowProperties": ({ pageId, names }) => ({
      properties: names.map((name) => windowProperty(pageOf(phone, pageId), name)),
    }),
  };
}

function seenPage(phone: Phone): OpenPage {
  const page = phone.currentPage();
  if (!page) throw new Error("no page is open yet");
  return page;
}

function pageInfo({ pageId, route, query }: OpenPage): object {
  return { pageId, path: route, query };
}

/** What a page of WeChat asks of its document belongs to the element that scrolls here. */
function windowProperty({ scroller }: OpenPage, name: string): unknown {
  const asked = /^document\.(?:documentElement|body)\.(scroll(?:Top|Left|Width|Height))$/.exec(
    name,
  );
  if (!asked) throw new Error(`window property ${name} is not available on this phone`);
  return scroller[asked[1] as "scrollTop"];
}

function callWx(name: string, args: unknown[]): unknown {
  return callMethod(window.wx, name, args);
}

/** A function that a test sent as its source. */
function evaluate(declaration: string): (...args: unknown[]) => unknown {
  return new Function(`return (${declaration})`)() as (...args: unknown[]) => unknown;
}

/** Stands in for a function of `wx`, keeping to WeChat's manner of answering. */
function mock(
  name: string,
  answer: (...given: unknown[]) => unknown,
): (...given: unknown[]) => unknown {
  return (...given) => {
    const answered = answer(...given);
    if (name.endsWith("Sync")) return answered;
    const { success, fail, complete } = (given[0] ?? {}) as Callbacks;
    const settled = Promise.resolve(answered);
    if (!success && !fail && !complete) return settled;
    settled.then((result) => {
      const failed = /:fail/.test((result as { errMsg?: string } | undefined)?.errMsg ?? "");
      (failed ? fail : success)?.(result);
      complete?.(result);
    });
    return undefined;
  };
}

type Callbacks = Partial<Record<"success" | "fail" | "complete", (result: unknown) => void>>;

/** What cannot go into JSON is left out, as it would be on the way to a real automator. */
function toJson(value: unknown): unknown {
  return value === undefined ? {} : JSON.parse(JSON.stringify(value));
}
