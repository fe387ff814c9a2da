/**
 * A compiled Mini Program: what the compiler makes of a folder and the host runs. Plain JSON, so it
 * travels to the phone in one request.
 */

/** One finding of the compiler. An `error` is shown on the phone instead of the Mini Program. */
export type Diagnostic = Readonly<{
  level: "error" | "warning";
  /** Relative to the Mini Program's folder: `pages/index/index.wxml`. */
  file: string;
  /** From 1; absent where the whole file is meant. */
  line?: number;
  column?: number;
  message: string;
}>;

/** The part of `window` in app.json, or of a page's own json, that the phone looks at. */
export type PageWindow = Readonly<{
  navigationBarTitleText?: string;
  navigationBarBackgroundColor?: string;
  navigationBarTextStyle?: "white" | "black";
  navigationStyle?: "default" | "custom";
  backgroundColor?: string;
  backgroundTextStyle?: "dark" | "light";
  enablePullDownRefresh?: boolean;
  /** Pixels above the end of the page at which `onReachBottom` is called; WeChat's default is 50. */
  onReachBottomDistance?: number;
  disableScroll?: boolean;
}>;

export type TabItem = Readonly<{
  pagePath: string;
  text: string;
  iconPath?: string;
  selectedIconPath?: string;
}>;

export type TabBarConfig = Readonly<{
  list: readonly TabItem[];
  color?: string;
  selectedColor?: string;
  backgroundColor?: string;
  borderStyle?: "black" | "white";
  /** The app draws the bar itself, in the component `custom-tab-bar/index`. */
  custom?: boolean;
}>;

/** app.json, as far as the phone looks at it. */
export type AppConfig = Readonly<{
  entryPagePath?: string;
  window?: PageWindow;
  tabBar?: TabBarConfig;
  [field: string]: unknown;
}>;

/** A page's or component's json with its components resolved to absolute paths (`/components/card/index`). */
export type ComponentConfig = PageWindow &
  Readonly<{
    component?: boolean;
    usingComponents: Readonly<Record<string, string>>;
    componentGenerics?: Readonly<Record<string, true | { default?: string }>>;
    componentPlaceholder?: Readonly<Record<string, string>>;
    styleIsolation?: string;
  }>;

/** One script as a CommonJS function body, and where each name it requires is found. */
export type Module = Readonly<{
  code: string;
  requires: Readonly<Record<string, string>>;
  /** The file it was made of, where the compiler keeps a source map of it: of the app's own. */
  source?: string;
}>;

/**
 * Template functions as JavaScript, as glass-easel's compiler makes them. A phone shows few of an app's
 * components, and compiling is most of what it does at its start: so each stands by itself.
 */
export type TemplateCode = Readonly<{
  /** Statements: what all of them use, WXS among it; it reads `wxs`, and fills `R`. */
  shared: string;
  /** One expression by path; it reads what `shared` declares, `R`, and the others' values from `G`. */
  each: Readonly<Record<string, string>>;
}>;

/** Paths have neither a leading slash nor an extension: `pages/index/index`, `miniprogram_npm/dayjs/index`. */
export type Program = Readonly<{
  config: AppConfig;
  /** Main package and subpackages, in the order of app.json. */
  pages: readonly string[];
  /** Pages and components by path. */
  components: Readonly<Record<string, ComponentConfig>>;
  /** The prefix of a component's classes; absent where the component shares the page's styles. */
  scopes: Readonly<Record<string, string>>;
  /** CSS by path; `app` is the sheet of the whole Mini Program. */
  sheets: Readonly<Record<string, string>>;
  templates: TemplateCode;
  modules: Readonly<Record<string, Module>>;
  diagnostics: readonly Diagnostic[];
}>;

/** Paths of the components that a page or component may show itself, defaults of generics included. */
export function usedComponents(config: ComponentConfig | undefined): string[] {
  const generics = Object.values(config?.componentGenerics ?? {});
  const defaults = generics.flatMap((generic) =>
    generic !== true && generic.default ? [generic.default] : [],
  );
  return [...Object.values(config?.usingComponents ?? {}), ...defaults].map((path) =>
    path.slice(1),
  );
}
