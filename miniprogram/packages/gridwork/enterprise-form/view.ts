import type { Api } from "../../../../core/api.ts";
import type { Choice } from "../choice-field/index";
import type { Standing } from "../desk";
import type { Enterprise } from "../enterprises/view";
import { type ClashView, clashViews, type Mending, mendingOf } from "../meeting";

type Input = Api["saveEnterprise"]["input"];

export type EnterpriseFields = Readonly<{
  hamlet: string;
  name: string;
  trade: string;
  contact: string;
  phone: string;
  /** As typed: "" when nobody counted. */
  workers: string;
  note: string;
}>;

export type Firm = Readonly<{ enterpriseId: string; firm: Mending<EnterpriseFields> }>;

const labels: Readonly<Record<keyof EnterpriseFields, string>> = {
  ...{ hamlet: "自然村", name: "名称", trade: "做什么的", contact: "联系人", phone: "电话" },
  ...{ workers: "几个人干活", note: "备注" },
};

export const fieldsOf = (enterprise: Enterprise): EnterpriseFields => ({
  ...{ hamlet: enterprise.hamlet, name: enterprise.name, trade: enterprise.trade },
  ...{ contact: enterprise.contact, phone: enterprise.phone, note: enterprise.note },
  workers: enterprise.workers === 0 ? "" : String(enterprise.workers),
});

/** @param hamlets of the grid: where there is one, it is that */
export const newFirm = (enterpriseId: string, hamlets: readonly string[]): Firm => ({
  enterpriseId,
  firm: mendingOf(0, {
    ...{ hamlet: hamlets.length === 1 ? (hamlets[0] ?? "") : "", name: "", trade: "", contact: "" },
    ...{ phone: "", workers: "", note: "" },
  }),
});

export const firmOf = (enterprise: Enterprise): Firm => ({
  enterpriseId: enterprise.enterpriseId,
  firm: mendingOf(enterprise.revision, fieldsOf(enterprise)),
});

export type Ready = Standing &
  Readonly<{
    kind: "ready";
    isNew: boolean;
    name: string;
    fields: EnterpriseFields;
    hamlets: readonly Choice[];
    clashes: readonly ClashView[];
  }>;

export const toView = ({ firm }: Firm, hamlets: readonly string[], standing: Standing): Ready => ({
  ...{ kind: "ready", ...standing, isNew: firm.revision === 0, name: firm.seen.name },
  fields: firm.fields,
  hamlets: hamlets.map((hamlet) => ({ id: hamlet, title: hamlet })),
  clashes: clashViews(firm, labels),
});

/** What is still missing, as a request to whoever types. */
export function problemOf({ firm }: Firm): string | undefined {
  const { hamlet, name, workers } = firm.fields;
  if (firm.clashes.length > 0) return "有一处别人也改了，请先选用哪一个";
  if (hamlet === "") return "请选是哪个自然村";
  if (name.trim() === "") return "请写名称";
  return /^\d*$/.test(workers.trim()) ? undefined : "几个人干活，只写数字";
}

/** What is sent. */
export function firmInput(changeId: string, { enterpriseId, firm }: Firm): Input {
  const { hamlet, name, trade, contact, phone, workers, note } = firm.fields;
  return {
    ...{ changeId, enterpriseId, revision: firm.revision, hamlet, name: name.trim() },
    ...{ trade: trade.trim(), contact: contact.trim(), phone: phone.trim(), note: note.trim() },
    workers: Number(workers.trim()),
  };
}
