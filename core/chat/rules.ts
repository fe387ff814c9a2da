import type { Command, Refused } from "./command.ts";
import type { ExampleId } from "./examples.ts";
import { refused } from "./refused.ts";
import type { Said } from "./said.ts";

/** The rules: on the left every shape of a whole message, on the right what it means. */

type Reading = (said: Said) => Command | Refused;

const always =
  (command: Command): Reading =>
  () =>
    command;

const half =
  (why: Refused["why"], like: ExampleId): Reading =>
  () =>
    refused(why, like);

const several =
  (like: ExampleId, command: (numbers: readonly number[]) => Command): Reading =>
  ({ numbers }) =>
    numbers.kind === "fault" ? refused(numbers.why, like) : command(numbers.numbers);

const one =
  (like: ExampleId, command: (number: number, said: Said) => Command | Refused): Reading =>
  (said) => {
    const { numbers } = said;
    if (numbers.kind === "fault") return refused(numbers.why, like);
    const [number, ...others] = numbers.numbers;
    if (number === undefined) return refused("number_missing", like);
    if (others.length === 0) return command(number, said);
    return refused("one_at_a_time", said.reason === "" ? like : "returnAsking");
  };

const table: readonly (readonly [shapes: readonly string[], reading: Reading])[] = [
  [["help", "show help"], always({ kind: "help" })],
  [["todo", "show todo"], always({ kind: "todo", page: "first" })],
  [["more", "show more", "todo more", "more todo"], always({ kind: "todo", page: "next" })],
  [["board", "show board"], always({ kind: "board" })],
  [["points", "show points"], always({ kind: "points" })],
  [["posts", "show posts"], always({ kind: "posts" })],
  [["submit"], always({ kind: "submit" })],

  [["show numbers", "numbers show"], one("show", (number) => ({ kind: "show", number }))],
  [["show"], half("number_missing", "show")],

  [
    [
      ...["approve numbers", "numbers approve", "confirm approve numbers"],
      ...["numbers each approve", "numbers all approve"],
    ],
    several("approveSeveral", (numbers) => ({ kind: "approve", numbers })),
  ],
  [["approve"], half("number_missing", "approve")],
  [
    ["all approve", "approve all", "each approve", "all each approve"],
    always({ kind: "approveAll" }),
  ],
  [["confirm", "confirm approve", "confirm all approve"], always({ kind: "confirm" })],
  [["cancel"], always({ kind: "cancel" })],

  [
    [
      ...["major numbers", "numbers major", "numbers each major"],
      ...["major approve numbers", "numbers major approve", "approve numbers major"],
    ],
    several("major", (numbers) => ({ kind: "major", numbers })),
  ],
  [["major", "major approve"], half("number_missing", "major")],

  [
    ["return numbers reason", "numbers return reason"],
    one("return", (number, { reason }) => ({ kind: "return", number, reason })),
  ],
  [["return numbers", "numbers return"], one("return", () => refused("reason_missing", "return"))],
  [["return numbers question", "numbers return question"], half("question", "returnAsking")],
  [["return numbers second", "numbers return second"], half("mixed", "return")],
  [["return", "return reason"], half("number_missing", "return")],
  [
    ["return all", "all return", "return all reason", "all return reason"],
    half("one_at_a_time", "return"),
  ],

  [["undo"], always({ kind: "undo" })],
  [
    ["undo numbers", "numbers undo", "undo all", "undo approve numbers", "undo return numbers"],
    half("undo_stands_alone", "undo"),
  ],
];

export const rules: ReadonlyMap<string, Reading> = new Map(
  table.flatMap(([shapes, reading]) => shapes.map((shape) => [shape, reading] as const)),
);
