/** How many people do things at once; each one's own deeds follow one another. */
const lanes = 8;

/** Works through a list, several at once, in its order. */
export async function inLanes<T>(
  list: readonly T[],
  work: (one: T) => Promise<void>,
): Promise<void> {
  const rest = list[Symbol.iterator]();
  const lane = async () => {
    for (const one of rest) await work(one);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
