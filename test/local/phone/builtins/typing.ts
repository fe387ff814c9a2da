import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { stylesOf } from "../styles.ts";
import { dataOf, desk, detailOf, hear, readEvents, setData } from "./readEvents.ts";

const fields = () => desk.phone("/pages/fields/index");

/** What the form says when its button is tapped. */
async function submitted(page: Page): Promise<Record<string, unknown>> {
  await page.locator("#submit").click();
  const [, form] = await hear(page, "tap submit", "submit form");
  return form?.detail.value;
}

test("an input tells each change with value and cursor, then focus, confirm and blur", async () => {
  const page = await fields();
  const field = page.locator("#name input");
  await field.pressSequentially("ab");
  await field.press("Enter");
  const wanted = ["focus name", "input name", "input name", "confirm name", "blur name"];
  const events = await hear(page, ...wanted);
  assert.deepEqual(events[0]?.detail, { value: "", height: 0 });
  assert.equal(events[2]?.detail.value, "ab");
  assert.equal(events[2]?.detail.cursor, 2);
  assert.equal(events[2]?.detail.keyCode, 66);
  assert.deepEqual(events[3]?.detail, { value: "ab" });
  assert.equal(events[4]?.detail.value, "ab");
});

test("an input takes no more than maxlength, and a number keyboard only digits", async () => {
  const page = await fields();
  await page.locator("#name input").pressSequentially("abcdefgh");
  assert.equal(await page.locator("#name input").inputValue(), "abcde");
  await page.locator("#number input").pressSequentially("3x4");
  assert.equal(await page.locator("#number input").inputValue(), "3412");
});

test("a placeholder has the page's class and style, and goes when something is typed", async () => {
  const page = await fields();
  const placeholder = page.locator("#name phone-placeholder");
  assert.equal(await placeholder.textContent(), "姓名");
  const style = await page.evaluate(`(() => {
    const { color, fontSize } = getComputedStyle(document.querySelector("#name phone-placeholder"));
    return { color, fontSize };
  })()`);
  assert.deepEqual(style, { color: "rgb(9, 8, 7)", fontSize: "15px" });
  await page.locator("#name input").fill("x");
  assert.equal(await placeholder.isVisible(), false);
});

test("a built-in's default styles outranked a class of the page", async () => {
  const page = await fields();
  assert.deepEqual(await stylesOf(page, "#tall", "min-height"), ["90px"]);
  const names = ["border-top-width", "padding-left", "background-color", "color"];
  const looks = ["3px", "7px", "rgb(4, 5, 6)", "rgb(1, 2, 3)"];
  assert.deepEqual(await stylesOf(page, ".roomy", ...names), looks);
});

test("the placeholder of an input did not stand where the page's class puts the text", async () => {
  const page = await fields();
  const middle = await page.locator("#centred phone-placeholder").evaluate((placeholder) => {
    const text = placeholder.ownerDocument.createRange();
    text.selectNodeContents(placeholder);
    const [words, box] = [text.getBoundingClientRect(), placeholder.getBoundingClientRect()];
    return [words.x + words.width / 2 - box.x, words.y + words.height / 2 - box.y];
  });
  assert.deepEqual(middle.map(Math.round), [120, 20]);
});

test("an aria-label stayed on the tag, and the field inside was named by its placeholder", async () => {
  const page = await fields();
  for (const [tag, label] of [
    ["#tall", "事由"],
    ["#centred", "手机"],
  ] as const) {
    const field = page.getByRole("textbox", { name: label, exact: true });
    await field.fill("1");
    assert.equal(await page.locator(`${tag} :is(input, textarea)`).inputValue(), "1");
    assert.equal(await page.getByLabel(label).count(), 1);
  }
});

test("model:value follows what is typed, and what the page sets is shown", async () => {
  const page = await fields();
  const field = page.locator("#bound input");
  await field.fill("typed");
  assert.equal((await dataOf(page)).bound, "typed");
  await setData(page, { bound: "set" });
  assert.equal(await field.inputValue(), "set");
});

test("what a handler of input returns replaces what was typed", async () => {
  const page = await fields();
  const field = page.locator("#shout input");
  await field.pressSequentially("ab");
  assert.equal(await field.inputValue(), "AB");
});

test("the page moves the focus", async () => {
  const page = await fields();
  await setData(page, { focused: true });
  await hear(page, "focus name");
  await setData(page, { focused: false });
  await hear(page, "blur name");
});

test("a disabled input lets the tap through to what is around it", async () => {
  const page = await fields();
  await page.locator("#closed").click();
  await hear(page, "tap around");
});

test("a textarea takes lines, grows with them and counts them", async () => {
  const page = await fields();
  assert.equal((await detailOf(page, "linechange story")).lineCount, 1);
  const height = async () => (await page.locator("#story").boundingBox())?.height ?? 0;
  const before = await height();
  await page.locator("#story textarea").pressSequentially("1\n2\n3");
  const [two, three] = await hear(page, "linechange story", "linechange story");
  assert.deepEqual([two?.detail.lineCount, three?.detail.lineCount], [2, 3]);
  assert.equal(Math.round((await height()) / before), 3);
  const { height: told, heightRpx, lineHeight } = three?.detail ?? {};
  assert.equal(Math.round(told / lineHeight), 3);
  assert.equal(heightRpx, told * 2);
});

test("a textarea confirms by Enter only where its confirm-type says so", async () => {
  const page = await fields();
  await page.locator("#sending textarea").fill("sent");
  await page.locator("#sending textarea").press("Enter");
  assert.deepEqual(await detailOf(page, "confirm sending"), { value: "sent" });
});

test("a switch turns and tells its value", async () => {
  const page = await fields();
  await page.getByRole("switch").click();
  assert.deepEqual(await detailOf(page, "change switch"), { value: true });
  assert.equal(await page.getByRole("switch").getAttribute("aria-checked"), "true");
  await setData(page, { checked: false });
  assert.equal(await page.getByRole("switch").getAttribute("aria-checked"), "false");
});

test("a checkbox group tells what is checked, in the order of the page", async () => {
  const page = await fields();
  await page.locator("#a").click();
  assert.deepEqual(await detailOf(page, "change boxes"), { value: ["a", "b"] });
  await page.locator("#b").click();
  assert.deepEqual(await detailOf(page, "change boxes"), { value: ["a"] });
  await page.locator("#c").click();
  assert.deepEqual(await readEvents(page), []);
});

test("a radio group tells the one that is chosen, once", async () => {
  const page = await fields();
  await readEvents(page);
  await page.locator("#second").click();
  await page.locator("#second").click();
  assert.deepEqual(
    (await readEvents(page)).map(({ detail }) => detail),
    [{ value: "second" }],
  );
  assert.equal(await page.locator("#first").getAttribute("aria-checked"), "false");
});

test("a label acts for the control inside it, or for the one it names", async () => {
  const page = await fields();
  await page.getByText("甲").click();
  assert.deepEqual(await detailOf(page, "change boxes"), { value: ["a", "b"] });
  await page.getByText("乙").click();
  assert.deepEqual(await detailOf(page, "change radios"), { value: "second" });
  await page.getByText("为提交").click();
  await hear(page, "tap submit", "submit form");
});

test("a slider goes by steps while it is dragged, and tells where it is let go", async () => {
  const page = await fields();
  const track = await page.locator("#slider phone-track").boundingBox();
  assert.ok(track);
  const y = track.y + 1;
  await page.mouse.move(track.x + track.width * 0.2, y);
  await page.mouse.down();
  await page.mouse.move(track.x + track.width * 0.58, y);
  await page.mouse.up();
  const [changing, change] = await hear(page, "changing slider", "change slider");
  assert.deepEqual([changing?.detail, change?.detail], [{ value: 16 }, { value: 16 }]);
});

test("a form collects by name what its fields hold, custom components by form-field", async () => {
  const page = await fields();
  await page.locator("#name input").fill("张三");
  assert.deepEqual(await submitted(page), {
    name: "张三",
    bound: "start",
    number: "12",
    story: "",
    on: false,
    boxes: ["b"],
    radio: "first",
    amount: 12,
    custom: "from a component",
  });
});

test("a reset empties the form", async () => {
  const page = await fields();
  await page.locator("#name input").fill("张三");
  await page.locator("#reset").click();
  await hear(page, "reset form");
  assert.deepEqual(await submitted(page), {
    name: "",
    bound: "",
    number: "",
    story: "",
    on: false,
    boxes: [],
    radio: "",
    amount: 10,
    custom: "",
  });
});

test("a button in a custom component acts on the form by form-field-button", async () => {
  const page = await fields();
  await page.getByText("from inside").click();
  await hear(page, "submit form");
});

test("a disabled button swallows the tap, an enabled one does not", async () => {
  const page = await fields();
  await readEvents(page);
  await page.locator("#off").click();
  assert.deepEqual(await readEvents(page), []);
  await setData(page, { off: false });
  await page.locator("#off").click();
  await hear(page, "tap off", "tap behind");
});

test("a loading button shows a wheel", async () => {
  const page = await fields();
  assert.equal(await page.locator("#busy phone-wheel-of-waiting").count(), 0);
  await setData(page, { busy: true });
  await page.locator("#busy phone-wheel-of-waiting").waitFor();
});

test("getPhoneNumber asks, and gives a code that ends with the number, or says that the person refused", async () => {
  const page = await fields();
  await page.locator("#phone").click();
  await page.getByRole("button", { name: "不允许" }).click();
  assert.deepEqual(await detailOf(page, "getphonenumber phone"), {
    errMsg: "getPhoneNumber:fail user deny",
  });
  await page.locator("#phone").click();
  await page.getByLabel("手机号", { exact: true }).fill("13912345678");
  await page.getByRole("button", { name: "允许", exact: true }).click();
  const given = await detailOf(page, "getphonenumber phone");
  assert.equal(given.errMsg, "getPhoneNumber:ok");
  assert.match(given.code, /^\w{32}13912345678$/);
});

test("share hands the page's card on; agreeing, chatting and an avatar are told", async () => {
  const page = await fields();
  await page.locator("#share").click();
  await page.waitForFunction("window.__shares.length === 1");
  await page.locator("#agree").click();
  await hear(page, "agreeprivacyauthorization agree");
  await page.locator("#chat").click();
  const chat = page.frameLocator(".phone-wechat");
  await chat.getByText("没有连上本机的云").waitFor();
  await chat.getByRole("button", { name: "关闭" }).click();
  await hear(page, "contact chat");
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.locator("#avatar").click(),
  ]);
  await chooser.setFiles({ name: "me.png", mimeType: "image/png", buffer: Buffer.from("me") });
  const { avatarUrl } = await detailOf(page, "chooseavatar avatar");
  assert.match(avatarUrl, /^wxfile:\/\/tmp_\w+\.png$/);
});

test("an open type that the phone lacks fails by its name", async () => {
  const page = await fields();
  await page.locator("#launch").click();
  const { errMsg } = await detailOf(page, "error launch");
  assert.match(errMsg, /^launchApp:fail .*open-type="launchApp"/);
});
