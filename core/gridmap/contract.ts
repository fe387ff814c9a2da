import * as z from "zod";
import { OutlineShape } from "../grids/contract.ts";
import { Id } from "../kernel/ids.ts";
import { publicAnswer } from "../kernel/operation.ts";
import { LocalDate, Year } from "../kernel/time.ts";
import { VillageId } from "../villages/contract.ts";

/** `gridId` is the grid that stands open on the phone; without it the own grid is opened, or the first. */
export const GetGridMapInput = z.strictObject({ villageId: VillageId, gridId: Id.optional() });

/** Null stands for a number under `fewerThan` that is not 0. */
const ShownNumber = z.int().nullable();

/** The name as the village shows names; the phone is the one that the village released, or "". */
const ResponsibleShape = z.object({ name: z.string(), dutyPhone: z.string() });

export const GridDetailShape = z.object({
  /** Names of confirmed holders by post, as the village shows names. */
  posts: z.array(z.object({ title: z.string(), holders: z.array(z.string()) })),
  /** The last published stories about its people. */
  stories: z.array(z.object({ id: z.string(), title: z.string(), publishedOn: LocalDate })),
});

/** Public: the whole tab, with the details of the grid that stands open. */
export const GetGridMapOutput = publicAnswer({
  village: z.object({ name: z.string(), town: z.string(), year: Year }),
  /** The grid of the member who asks; left out for everybody else. */
  myGridId: z.string().optional(),
  fewerThan: z.int(),
  /** Left out of a village without grids. */
  open: GridDetailShape.extend({ gridId: z.string() }).optional(),
  grids: z.array(
    z.object({
      id: z.string(),
      ordinal: z.int(),
      name: z.string(),
      hamlets: z.array(z.string()).readonly(),
      /** GCJ-02, with as many corners as a phone can show; left out of a grid that nobody has drawn. */
      outline: OutlineShape.optional(),
      /** Where its name stands on the map. */
      middle: z.tuple([z.number(), z.number()]).readonly().optional(),
      leader: ResponsibleShape.optional(),
      staff: z.array(ResponsibleShape),
      /** Whether the five numbers of the registers were counted, written down by the committee, or neither yet. */
      source: z.enum(["counted", "entered", "none"]),
      numbers: z.object({
        households: ShownNumber,
        residents: ShownNumber,
        members: ShownNumber,
        representatives: ShownNumber,
        enterprises: ShownNumber,
        newResidents: ShownNumber,
      }),
      /** Points of the grid's members this year, integer hundredths, as the board adds them up. */
      points: z.int(),
      /** Standing posts of the grid: how many places there are and how many are taken. */
      posts: z.array(z.object({ title: z.string(), places: z.int(), taken: z.int() })),
    }),
  ),
});

export const GetGridInput = z.strictObject({ villageId: VillageId, gridId: Id });

/** Public: what is asked for when somebody taps a grid. */
export const GetGridOutput = publicAnswer(GridDetailShape.shape);

const DutyPhone = z.string().regex(/^(|1\d{10}|0\d{2,3}-?\d{7,8}|\d{3,8})$/);
const Named = z.strictObject({ memberId: Id, dutyPhone: DutyPhone });

export const SetGridPeopleInput = z.strictObject({
  gridId: Id,
  leader: Named.nullable(),
  staff: z.array(Named).max(20),
  /** Of what was seen when the change began. */
  revision: z.int(),
});
export const SetGridPeopleOutput = z.object({ revision: z.int() });

export const GetGridPeopleInput = z.strictObject({});

const NamedShape = z.object({ memberId: z.string(), name: z.string(), dutyPhone: z.string() });

/** For the committee: every grid with whom it names and how far it is drawn. */
export const GetGridPeopleOutput = z.object({
  grids: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      drawn: z.boolean(),
      leader: NamedShape.nullable(),
      staff: z.array(NamedShape).readonly(),
      revision: z.int(),
    }),
  ),
});
