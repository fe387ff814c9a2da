import type { Program } from "../program.ts";
import { showDiagnostics } from "./diagnostics.ts";
import { reloadOnChange } from "./reload.ts";
import { startPhone } from "./startPhone.ts";

/** Loads what the compiler made and starts the phone that the address asks for. */
async function main(): Promise<void> {
  const asked = new URL(location.href).searchParams;
  const response = await fetch("program.json");
  const program = (await response.json()) as Program;
  reloadOnChange();
  if (showDiagnostics(program.diagnostics)) return;
  startPhone(program, {
    id: asked.get("id") ?? "phone",
    openid: asked.get("openid") ?? "o-nobody",
    path: asked.get("path") ?? undefined,
  });
}

void main();
