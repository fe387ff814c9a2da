import type { Page } from "playwright-core";

/**
 * Types a family of three that came from elsewhere into the form of grid staff, from their list of households.
 * @param hamlet to be chosen, where the grid has several
 */
export async function addFloatingFamily(staff: Page, hamlet?: string): Promise<void> {
  const field = (name: string) => staff.getByRole("textbox", { name, exact: true });
  await staff.getByText("加一户").click();
  if (hamlet) await staff.getByRole("radio", { name: hamlet }).click();
  await field("门牌号").fill("12-3");
  await field("户主").fill("王大海");
  await staff.getByText("加家里人").click();
  await staff.getByRole("radio", { name: "流动" }).click();
  await field("从哪里来").fill("河南周口");
  await staff.getByLabel("哪天来的").click();
  await staff.getByText("确定", { exact: true }).click();
  await field("房东").fill("陆阿婆");
  for (const name of ["李小梅", "王小宝"]) {
    await staff.getByText("再加一个人").click();
    // Where they came from, since when and to whom stands there already: they came together.
    await field("姓名").fill(name);
  }
  await staff.getByText("保存，一户3人").click();
  await staff.getByText("家里人（3）").waitFor();
}
