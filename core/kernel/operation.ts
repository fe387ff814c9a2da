import * as z from "zod";
import type { Database } from "./database.ts";
import type { Ports } from "./ports.ts";
import type { Instant } from "./time.ts";

/** Several at once; every signed-in person is a `member`. */
export const roles = ["member", "gridStaff", "secretary", "committee"] as const;
export type Role = (typeof roles)[number];

/** A signed-in member, as found by the openid that WeChat vouches for; never sent by the phone. */
export type Caller = Readonly<{
  openid: string;
  id: string;
  villageId: string;
  branchId: string;
  gridId: string;
  name: string;
  roles: readonly Role[];
}>;

/** Somebody WeChat knows and the village does not: a villager, or a member before signing in. */
export type Visitor = Readonly<{ openid: string; id?: never }>;

/**
 * Who may try at all: members with one of these roles, everybody, or the operator who runs the
 * installation (openids named at deployment). What depends on the thing itself is a rule of its area.
 */
export type Who = "anyone" | "operator" | readonly Role[];

type CallerOf<W extends Who> = W extends readonly Role[] ? Caller : Caller | Visitor;

export type Context<W extends Who, I extends z.ZodType> = Readonly<{
  caller: CallerOf<W>;
  input: z.output<I>;
  /** The moment of the call, decided once. */
  at: Instant;
  db: Database;
}> &
  Pick<
    Ports,
    | "codes"
    | "notices"
    | "files"
    | "tables"
    | "photoPrints"
    | "contentCheck"
    | "pageCodes"
    | "wallSheets"
  >;

/**
 * The type of an answer that goes to people without account. Marking it is a promise, made where its fields are
 * listed: names as the village shows them, branches, grids, points and counts, and besides them only what is
 * the caller's own; never a phone, birthday, address, ID number, illness, letter, talk or ballot.
 */
export const publicAnswer = <Shape extends z.ZodRawShape>(shape: Shape) =>
  Object.assign(z.object(shape), { isPublic: true as const });

/** What may be answered: to anyone only what is marked public. */
type AnswerTo<W extends Who, O extends z.ZodType> = W extends "anyone"
  ? O & { readonly isPublic: true }
  : O;

/** One thing a person can do. The list of operations (`api.ts`) is the API. */
export type Operation<N extends string, W extends Who, I extends z.ZodType, O extends z.ZodType> = {
  readonly name: N;
  readonly who: W;
  /** What may come in; a message that is a refusal code becomes the refusal. */
  readonly input: I;
  /** What goes out, and nothing else: fields that it does not name are dropped. */
  readonly output: AnswerTo<W, O>;
  run(context: Context<W, I>): Promise<z.input<O>>;
};

export const operation = <
  N extends string,
  const W extends Who,
  I extends z.ZodType,
  O extends z.ZodType,
>(
  spec: Operation<N, W, I, O>,
): Operation<N, W, I, O> => spec;
