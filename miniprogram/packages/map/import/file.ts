type Feature = Readonly<{
  properties?: Readonly<Record<string, unknown>> | null;
  geometry?: unknown;
}>;

/**
 * What has to be sent of a file: the shapes with their name or number. Surveyors' files carry much besides,
 * and a call takes a megabyte. What is no such file goes as it is, for the village to say so.
 */
export function compact(text: string): string {
  const file = parsed(text) as { type?: unknown; features?: unknown } | undefined;
  if (!file || !Array.isArray(file.features)) return text;
  const features = (file.features as Feature[]).map((feature) => {
    const { name, ordinal } = feature?.properties ?? {};
    return { type: "Feature", properties: { name, ordinal }, geometry: feature?.geometry };
  });
  return JSON.stringify({ type: file.type, features }, (_, value: unknown) =>
    // Seven decimals are a centimetre, and metres of another system do not need them either.
    typeof value === "number" ? Math.round(value * 1e7) / 1e7 : value,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
