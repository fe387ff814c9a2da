import type { CodeSpace, ComponentEnv } from "glass-easel-miniprogram-adapter";
import type { Program } from "../program.ts";

/** `Page`, `Component` and `Behavior` as the app's scripts call them. */
export type Constructors = Readonly<{
  /** Runs a script, so that what it defines becomes the component at `path`. */
  during(path: string, env: ComponentEnv, run: () => void): void;
  /** Whether the component's script asked to share its styles with everybody. */
  sharesStyles(path: string): boolean;
}>;

type Definition = {
  behaviors?: unknown[];
  options?: { styleIsolation?: string; addGlobalClass?: boolean };
};

declare global {
  interface Window {
    Page: unknown;
    Component: unknown;
    Behavior: unknown;
  }
}

/** WeChat's own behaviors, by the name under which an app asks for them. */
const namedBehaviors = {
  "wx://form-field": { properties: { name: String, value: null } },
  "wx://form-field-group": {},
  "wx://form-field-button": {},
  "wx://component-export": {},
};

export function openConstructors(codeSpace: CodeSpace, program: Program): Constructors {
  const space = codeSpace.getComponentSpace();
  const named = new Map<unknown, { _$: unknown }>();
  for (const [is, definition] of Object.entries(namedBehaviors)) {
    named.set(is, { _$: space.defineBehavior({ is, ...definition }) });
  }
  let current: { path: string; env: ComponentEnv; defined: boolean } | undefined;
  const sharing = new Set<string>();

  function constructing(name: string): { path: string; env: ComponentEnv; defined: boolean } {
    if (!current) throw new Error(`${name}() belongs in the script of a page or component`);
    return current;
  }

  /** The adapter knows behaviors only as objects. */
  function withBehaviors<T extends Definition>(definition: T): T {
    const behaviors = definition.behaviors?.map((behavior) => {
      if (typeof behavior !== "string") return behavior;
      const found = named.get(behavior);
      if (!found) throw new Error(`there is no behavior "${behavior}" on this phone`);
      return found;
    });
    return behaviors ? { ...definition, behaviors } : definition;
  }

  /** `options` in the script count more than the json. */
  function isolate(
    path: string,
    { styleIsolation, addGlobalClass }: NonNullable<Definition["options"]>,
  ) {
    const isolation = styleIsolation ?? (addGlobalClass ? "apply-shared" : undefined);
    if (!isolation) return;
    const isShared = isolation === "shared";
    if (!isShared && !program.scopes[path]) {
      throw new Error(
        `${path}: "styleIsolation": "${isolation}" belongs in its json on this phone`,
      );
    }
    codeSpace.addComponentStaticConfig(path, {
      ...program.components[path],
      styleIsolation: isolation,
    } as object);
    if (isShared) sharing.add(path);
  }

  function define(kind: "Page" | "Component", definition: Definition): void {
    const now = constructing(kind);
    now.defined = true;
    if (definition.options) isolate(now.path, definition.options);
    const construct: (definition: never) => void = now.env[kind];
    construct(withBehaviors(definition) as never);
  }

  window.Page = (definition: Definition) => define("Page", definition);
  window.Component = (definition: Definition) => define("Component", definition);
  // A behavior belongs to no path: a module may define it whoever loads that first.
  const anywhere = codeSpace.componentEnv("", (env) => env);
  window.Behavior = (definition: Definition) =>
    anywhere.Behavior(withBehaviors(definition) as never);

  return {
    during(path, env, run) {
      const before = current;
      current = { path, env, defined: false };
      try {
        run();
        if (!current.defined) {
          const caller = program.pages.includes(path) ? "Page()" : "Component()";
          throw new Error(`${path}: its script does not call ${caller}`);
        }
      } finally {
        current = before;
      }
    },
    sharesStyles: (path) => sharing.has(path),
  };
}
