import {
  addGlobalErrorListener,
  addGlobalWarningListener,
  Element,
  type GeneralBehavior,
  type GeneralComponent,
  type template,
} from "glass-easel";
import { MiniProgramEnv, type Root } from "glass-easel-miniprogram-adapter";
import { type Program, type TemplateCode, usedComponents } from "../program.ts";
import { type Address, formatAddress } from "./addresses.ts";
import { PhoneBackend } from "./backend.ts";
import { openConstructors } from "./constructors.ts";
import { nodeOf } from "./events.ts";
import type { Modules } from "./modules.ts";
import { createWxsHooks } from "./wxs.ts";

export type Space = Readonly<{
  componentSpace: ReturnType<CodeSpace["getComponentSpace"]>;
  /** Makes the root of a page, running the scripts of it and its components first. */
  createRoot(tag: string, address: Address): Root;
  /** The scope that a component's classes really have: its script may say otherwise than its json. */
  scopeOf(path: string): string | undefined;
}>;

type CodeSpace = ReturnType<MiniProgramEnv["createCodeSpace"]>;

/** Hands the compiled Mini Program to glass-easel. */
export function openSpace(
  program: Program,
  modules: Modules,
  report: (error: unknown) => void,
): Space {
  const environment = new MiniProgramEnv();
  const codeSpace = environment.createCodeSpace("main", true);
  const backend = environment.associateBackend(new PhoneBackend());
  const loaded = new Set<string>();
  addGlobalErrorListener((error) => {
    report(error);
    return false;
  });
  addGlobalWarningListener((message, component) => {
    const said = `${typeof component === "string" ? component : component.is}: ${message}`;
    // What is odd inside a package is not the app's to mend.
    if (!said.includes("miniprogram_npm/")) console.warn(said);
    return false;
  });
  codeSpace.setOverallBehavior(readiness(codeSpace));
  keepPageIds(codeSpace, program);
  addProgram(codeSpace, program);
  const constructors = openConstructors(codeSpace, program);

  function loadComponent(path: string): void {
    if (loaded.has(path)) return;
    loaded.add(path);
    for (const used of usedComponents(program.components[path])) loadComponent(used);
    try {
      codeSpace.componentEnv(path, (env) =>
        constructors.during(path, env, () => modules.load(path)),
      );
    } catch (error) {
      loaded.delete(path);
      throw error;
    }
  }

  return {
    componentSpace: codeSpace.getComponentSpace(),
    createRoot(tag, { path, query }) {
      loadComponent(path);
      // Glass-easel decodes what it gives a page's properties; `onLoad` is given it as it was.
      const raw = Object.entries(query).map(([name, value]) => [name, encodeURIComponent(value)]);
      const url = formatAddress({ path, query: Object.fromEntries(raw) });
      return backend.createRoot(tag, codeSpace, url);
    },
    scopeOf: (path) => (constructors.sharesStyles(path) ? undefined : program.scopes[path]),
  };
}

function addProgram(codeSpace: CodeSpace, program: Program): void {
  addTemplates(codeSpace, program.templates);
  for (const [path, config] of Object.entries(program.components)) {
    codeSpace.addComponentStaticConfig(path, config as object);
    codeSpace.addStyleSheet(path, undefined, program.scopes[path]);
  }
}

type Content = template.ComponentTemplate["content"];

/** Each is compiled when a component first needs it. */
function addTemplates(codeSpace: CodeSpace, { shared, each }: TemplateCode): void {
  const hooks = createWxsHooks();
  const groupList: Record<string, Content> = {};
  const open = new Function("wxs", "G", `var R = {};${shared};return (code) => eval(code);`);
  const compile = open(hooks, groupList) as (code: string) => Content;
  for (const [path, code] of Object.entries(each)) {
    let compiled: Content | undefined;
    const get = () => {
      compiled ??= compile(code);
      return compiled;
    };
    Object.defineProperty(groupList, path, { get });
    const content = hearing(get, hooks.handler as template.EventListenerWrapper);
    codeSpace.addCompiledTemplate(path, { groupList, content, fallbackListenerOnNativeNode: true });
  }
}

/** Compiled templates ask for who calls handlers only where they have WXS of their own; here all do. */
function hearing(content: () => Content, handler: template.EventListenerWrapper): Content {
  return (name) => {
    const build = content()(name);
    return (wrapper, ...rest) => {
      wrapper.setEventListenerWrapper(handler);
      return build(wrapper, ...rest);
    };
  };
}

/** Glass-easel leaves `ready` to its host: it comes once what was attached with the component stands. */
function readiness(codeSpace: CodeSpace): GeneralBehavior {
  let waiting: GeneralComponent[] = [];
  const behavior = codeSpace.getComponentSpace().defineBehavior({
    is: "phone/readiness",
    lifetimes: {
      attached() {
        if (waiting.length === 0) {
          setTimeout(() => {
            const attached = waiting;
            waiting = [];
            for (const component of attached) {
              if (Element.isAttached(component)) component.triggerLifetime("ready", []);
            }
          });
        }
        waiting.push(nodeOf(this) as GeneralComponent);
      },
    },
  });
  return behavior as GeneralBehavior;
}

/**
 * An id is written to the DOM: as it is in a page, whose sheet may select it, and with the component's
 * prefix elsewhere. The adapter's typings hide the method that decides it.
 */
function keepPageIds(codeSpace: CodeSpace, program: Program): void {
  type Prepare = (path: string, options?: object) => [object, string];
  const hidden = codeSpace as unknown as { prepareComponentOptions: Prepare };
  const prepare = hidden.prepareComponentOptions.bind(codeSpace);
  hidden.prepareComponentOptions = (path, options) => {
    const [prepared, isolation] = prepare(path, options);
    const ids = program.pages.includes(path) ? { idPrefixGenerator: null } : {};
    return [{ ...prepared, ...ids, writeIdToDOM: true }, isolation];
  };
}
