import type { Api } from "../../core/api.ts";
import { call } from "./call";
import { askOrKept } from "./kept";

type Form = Api["getDutyForm"]["output"];

const shanghaiMilliseconds = 8 * 60 * 60 * 1000;

/**
 * The form of a submission, as the village has it now; without a signal as it was last seen. The village
 * checks again on sending.
 * @param memberId whose, where it is another's: of those the phone keeps one form, which serves for all
 */
export async function dutyForm(memberId?: string): Promise<Form> {
  if (memberId === undefined)
    return todays(await askOrKept("dutyForm", () => call("getDutyForm", {})));
  const kept = await askOrKept("dutyFormOnBehalf", async () => ({
    memberId,
    form: await call("getDutyForm", { memberId }),
  }));
  const { form, memberId: whose } = kept.value;
  return todays({ value: whose === memberId ? form : anybodys(form), fresh: kept.fresh });
}

const todays = ({ value, fresh }: Readonly<{ value: Form; fresh: boolean }>): Form =>
  fresh ? value : { ...value, today: todayOf(new Date()) };

/** The rules are everybody's; posts and honours are one member's. */
const anybodys = (form: Form): Form => ({
  ...form,
  honours: [],
  rules: form.rules.map((rule) => ({ ...rule, mine: false })),
});

/** The day it is in the village, by the phone's clock; China has one time zone. */
const todayOf = (now: Date): string =>
  new Date(now.getTime() + shanghaiMilliseconds).toISOString().slice(0, 10);
