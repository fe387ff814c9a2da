/** What WeChat takes for each kind of value in a subscribe message; kinds without a rule are taken. */
const rules: Readonly<Record<string, RegExp>> = {
  thing: /^[\s\S]{1,20}$/u,
  number: /^-?[\d.]{1,32}$/,
  letter: /^[A-Za-z]{1,32}$/,
  symbol: /^[^\p{L}\p{N}]{1,5}$/u,
  character_string: /^[\x20-\x7e]{1,32}$/,
  phone_number: /^[\d+\-() ]{1,17}$/,
  name: /^(?:[\s\S]{1,10}|[A-Za-z\p{P} ]{1,20})$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
};

/**
 * Finds the first value that WeChat would refuse.
 * @param data `{thing1: {value: "…"}, …}`, as `subscribeMessage.send` takes it
 * @param fields those of the template, where it is known: each has to be there, and no other
 * @returns WeChat's complaint, or undefined
 */
export function complaintAbout(
  data: unknown,
  fields?: Readonly<Record<string, string>>,
): string | undefined {
  if (typeof data !== "object" || data === null) return "argument invalid! data is empty";
  const missing = Object.keys(fields ?? {}).find((key) => !(key in data));
  if (missing) return `argument invalid! data.${missing}.value is empty`;
  for (const [key, item] of Object.entries(data)) {
    if (fields && !(key in fields)) return `argument invalid! data.${key} is not in the template`;
    const value = String((item as { value?: unknown } | null)?.value ?? "");
    if (value === "") return `argument invalid! data.${key}.value is empty`;
    const rule = rules[key.replace(/\d+$/, "")];
    if (rule && !rule.test(value)) return `argument invalid! data.${key}.value invalid`;
  }
  return undefined;
}
