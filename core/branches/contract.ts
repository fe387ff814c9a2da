import * as z from "zod";
import { Ordinal } from "../kernel/ids.ts";
import { Name } from "../villages/contract.ts";

export const OpenBranchInput = z.strictObject({ ordinal: Ordinal, name: Name });
export const OpenBranchOutput = z.object({ branchId: z.string() });
