import type { Colleague } from "../../../services/colleagues";
import { found } from "../../../services/colleagues";
import type { Choice } from "../choice-field/index";
import type { Standing } from "../desk";
import { dayIn } from "../texts";

/** What a member did for a household, as it is typed. */
export type Service = Readonly<{ memberId: string; member: string; on: string; text: string }>;

export const newService = (today: string): Service => ({
  ...{ memberId: "", member: "", on: today, text: "" },
});

export type Ready = Service &
  Standing &
  Readonly<{
    kind: "ready";
    onText: string;
    today: string;
    members: readonly Choice[];
    /** Why there is nobody to choose; "" when there is. */
    nobody: string;
  }>;

/** As many as one looks over; more are found by typing. */
const membersMost = 8;

type Around = Readonly<{ people: readonly Colleague[]; looked: string; today: string }>;

/** Once somebody is chosen the others step aside. */
export function toView(
  service: Service,
  { people, looked, today }: Around,
  standing: Standing,
): Ready {
  const { memberId, member, on } = service;
  const shown = found(people, looked).map((one) => ({ id: one.memberId, title: one.name }));
  return {
    ...{ kind: "ready", ...service, ...standing, today },
    onText: on === today ? "今天" : dayIn(on, today),
    members: memberId ? [{ id: memberId, title: member }] : shown.slice(0, membersMost),
    nobody: shown.length > 0 || memberId ? "" : "没有找到这名党员",
  };
}

export function problemOf({ memberId, text }: Service): string | undefined {
  if (memberId === "") return "请选是哪位党员";
  return text.trim() === "" ? "请写做了什么" : undefined;
}

/** What is sent. */
export const serviceInput = (
  serviceId: string,
  householdId: string,
  { memberId, on, text }: Service,
) => ({ serviceId, householdId, memberId, on, text: text.trim() });
