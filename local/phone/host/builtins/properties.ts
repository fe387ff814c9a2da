/**
 * A property of a built-in: how glass-easel converts it, and its value where a template says
 * nothing.
 */
export type Property<T> = Readonly<{
  type: StringConstructor | NumberConstructor | BooleanConstructor | null;
  value: T;
}>;

export const text = (value = ""): Property<string> => ({ type: String, value });
export const number = (value = 0): Property<number> => ({ type: Number, value });
export const flag = (value = false): Property<boolean> => ({ type: Boolean, value });
/** A value that the built-in itself looks into, since WeChat takes several types there. */
export const anything = (value: unknown = null): Property<unknown> => ({ type: null, value });

export type Properties = Readonly<Record<string, Property<unknown>>>;

export type Values<P extends Properties> = {
  readonly [K in keyof P]: P[K] extends Property<infer T> ? T : never;
};
