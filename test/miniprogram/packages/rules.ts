import type { Api } from "../../../core/api.ts";

type Rule = Api["getDutyForm"]["output"]["rules"][number];

/** A rule as a form has it. */
export const aRule = (fields: Partial<Rule> = {}): Rule => ({
  id: "cleanup",
  title: "环境卫生",
  category: "duty",
  clause: "第二条",
  hint: "打扫了哪里",
  approver: "secretary",
  grades: [
    { id: "normal", title: "按要求完成一次", points: 200 },
    { id: "major", title: "为整治作出重大贡献", points: 300 },
  ],
  origin: "report",
  ...{ example: "", unit: "", caps: [], classes: [], honour: false },
  mine: false,
  ...fields,
});
