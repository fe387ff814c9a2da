import { type Colleague, found } from "../../../services/colleagues";

export type PersonView = Readonly<{ memberId: string; name: string; branch: string; url: string }>;

export type Ready = Readonly<{
  kind: "ready";
  /** For whom one has written lately. */
  recent: readonly PersonView[];
  others: readonly PersonView[];
  /** Why there is nobody; "" when there is. */
  nobody: string;
}>;

/**
 * @param recent ids, the last used first
 * @param typed what is looked for
 */
export function toView(
  people: readonly Colleague[],
  recent: readonly string[],
  typed: string,
): Ready {
  const shown = found(people, typed);
  const lately = recent.flatMap((id) => shown.filter(({ memberId }) => memberId === id));
  const others = shown.filter(({ memberId }) => !recent.includes(memberId));
  return {
    kind: "ready",
    recent: lately.map(personView),
    others: others.map(personView),
    nobody: nobodyText(people.length, shown.length),
  };
}

function nobodyText(people: number, shown: number): string {
  if (shown > 0) return "";
  return people === 0 ? "您的网格里还没有别的党员" : "本网格里没有找到这个人";
}

const personView = ({ memberId, name, branch }: Colleague): PersonView => ({
  ...{ memberId, name, branch },
  url: `/packages/member/submit/index?memberId=${memberId}&name=${encodeURIComponent(name)}`,
});
