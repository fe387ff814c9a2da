import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { lettersMost, numbersMost } from "../../../core/chat/command.ts";
import { normalise } from "../../../core/chat/normalise.ts";
import { print } from "../../../core/chat/print.ts";
import { approvalVerbs, vocabulary } from "../../../core/chat/vocabulary.ts";
import {
  anyCommand,
  anyNumbers,
  anySurroundings,
  anyText,
  approves,
  heard,
  isCommand,
  nearApproval,
  questionEnds,
} from "./support.ts";

/** Laws of the grammar, for any text. */

const often = { numRuns: 3000 };

test("every command is read back from its canonical text", () => {
  fc.assert(
    fc.property(anyCommand, (command) => {
      assert.deepEqual(heard(print(command)), command);
    }),
  );
});

test("whatever was heard as a command can be printed and heard again", () => {
  fc.assert(
    fc.property(fc.oneof(anyText, nearApproval), (text) => {
      const said = heard(text);
      if (isCommand(said)) assert.deepEqual(heard(print(said)), said);
    }),
    often,
  );
});

test("any return that was heard can be printed and heard again, whatever its reason", () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom("", " ", "，", "：", "因为"), (reason, between) => {
      const said = heard(`退回 3${between}${reason}`);
      if (isCommand(said)) assert.deepEqual(heard(print(said)), said);
    }),
    often,
  );
});

test("no text without a verb of approval approves anything", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const plain = normalise(text);
      if (approves(heard(text))) assert.ok(approvalVerbs.some((verb) => plain.includes(verb)));
    }),
    often,
  );
});

test("an approval without its verb approves nothing", () => {
  fc.assert(
    fc.property(nearApproval, (text) => {
      const verbs = new RegExp(approvalVerbs.join("|"), "g");
      assert.equal(approves(heard(normalise(text).replace(verbs, " "))), false);
    }),
    often,
  );
});

test("a negation directly before or after the verb approves nothing", () => {
  const negations = "不 别 別 没 沒 未 没有 不要 暂不 先别 无法 不予 拒绝".split(" ");
  fc.assert(
    fc.property(
      fc.record({
        before: anySurroundings,
        no: fc.constantFrom(...negations),
        verb: fc.constantFrom(...approvalVerbs, "通過"),
        after: anySurroundings,
      }),
      fc.boolean(),
      ({ before, no, verb, after }, first) => {
        const text = first ? `${before}${no}${verb}${after}` : `${before}${verb}${no}${after}`;
        assert.equal(approves(heard(text)), false);
      },
    ),
    often,
  );
});

test("a text that ends as a question decides nothing, unless a reason was announced", () => {
  fc.assert(
    fc.property(fc.oneof(anyText, nearApproval), fc.constantFrom(...questionEnds), (text, end) => {
      const said = heard(`${text}${end}`);
      assert.equal(approves(said), false);
      if (said.kind === "return") {
        const announced = [...vocabulary.because, ...vocabulary.colon];
        // 没有 may well end a reason: "照片一张也没有"
        assert.ok(end === "没有" || announced.some((word) => normalise(text).includes(word)));
      }
      assert.equal(["undo", "confirm", "cancel"].includes(said.kind), false);
    }),
    often,
  );
});

test("one foreign letter anywhere in an approval, and nothing is approved", () => {
  const ways = ["通过 2", "1、3、5通过", "全部通过", "重大 2", "好的，第2个通过吧", "通过1到3"];
  fc.assert(
    fc.property(
      fc.constantFrom(...ways),
      fc.nat(),
      fc.constantFrom(..."除非张以外先x%👍"),
      (way, at, letter) => {
        const place = at % (way.length + 1);
        assert.equal(approves(heard(way.slice(0, place) + letter + way.slice(place))), false);
      },
    ),
  );
});

test("exactly the numbers said are approved, whatever separates them", () => {
  const separators = [" ", "　", "、", ",", "， ", "和", "\n", "号、", " 跟 "];
  fc.assert(
    fc.property(
      anyNumbers,
      fc.constantFrom(...separators),
      fc.boolean(),
      (numbers, mark, first) => {
        const list = numbers.join(mark);
        assert.deepEqual(heard(first ? `通过${list}` : `${list}通过`), {
          kind: "approve",
          numbers,
        });
      },
    ),
  );
});

test("more numbers than can be looked at one by one are refused", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 400 }), (low, more) => {
      const said = heard(`通过${low}-${low + more}`);
      assert.equal(approves(said), more < numbersMost);
    }),
  );
});

/** The same text as another keyboard would have written it. */
function otherwise(text: string): string {
  const traditional: Readonly<Record<string, string>> = {
    过: "過",
    销: "銷",
    办: "辦",
    个: "個",
    号: "號",
  };
  const wide = (letter: string) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0);
  return `　${text
    .replace(/[!-~]/g, wide)
    .replace(/ /g, " 　")
    .replace(/[过销办个号]/g, (letter) => traditional[letter] ?? letter)}\n`;
}

/** Reasons are kept as they were written; the rest is the same however it was. */
const alike = (text: string) => {
  const said = heard(text);
  return said.kind === "return" ? { ...said, reason: normalise(said.reason) } : said;
};

test("width, spaces and script change nothing, and normalising twice nothing more", () => {
  fc.assert(
    fc.property(fc.oneof(anyText, nearApproval, anyCommand.map(print)), (text) => {
      assert.equal(normalise(normalise(text)), normalise(text));
      assert.deepEqual(alike(normalise(text)), alike(text));
      assert.deepEqual(alike(otherwise(text)), alike(text));
    }),
    often,
  );
});

test("any text at all has an answer; one too long is unclear", () => {
  const kinds = (text: string) => heard(text).kind;
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 10_000, size: "max" }), (text) => {
      assert.ok(kinds(text).length > 0);
    }),
    { numRuns: 50 },
  );
  for (const part of ["通过", "1、", "退回 3 ", "\ud800", "、", " ", "constructor "]) {
    assert.ok(kinds(part.repeat(10_000)).length > 0);
  }
  assert.equal(kinds(`退回 3 ${"字".repeat(lettersMost - 5)}`), "return");
  assert.equal(kinds(`退回 3 ${"字".repeat(lettersMost - 4)}`), "unclear");
  assert.equal(kinds(`通过 2${" ".repeat(10_000)}`), "approve");
});
