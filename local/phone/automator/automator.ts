import type { Page } from "playwright-core";
import { type WebSocket, WebSocketServer } from "ws";
import { askPhone, type Command } from "./command.ts";
import { pointerCommands } from "./pointer.ts";

/** An address that miniprogram-automator can connect to: `automator.connect({ wsEndpoint })`. */
export type Automator = Readonly<{ wsEndpoint: string; close(): Promise<void> }>;

/** One call of a client, and one message to it. */
type Call = { id: string; method: string; params: Record<string, unknown> };
type Message =
  | { id: string; result: unknown }
  | { id: string; error: { message: string } }
  | { method: string; params: unknown };

/**
 * Lets clients of miniprogram-automator drive the phone that a Playwright page shows. Taps are real mouse
 * events; what is not available is refused by name.
 * @param options.page shows one phone, now or later, and fills its window with it
 */
export async function openAutomator({ page }: { page: Page }): Promise<Automator> {
  const sockets = new Set<WebSocket>();
  const tell = (message: Message): void => {
    for (const socket of sockets) socket.send(JSON.stringify(message));
  };
  await forward(page, tell);
  const commands = { ...toolCommands(page), ...pointerCommands(page) };

  async function answer({ method, params }: Call): Promise<unknown> {
    const command = commands[method];
    return command ? command(params) : askPhone(page, method, params);
  }

  const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  await new Promise((listening) => server.once("listening", listening));
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("message", async (text) => {
      const call = JSON.parse(String(text)) as Call;
      try {
        tell({ id: call.id, result: (await answer(call)) ?? {} });
      } catch (error) {
        tell({ id: call.id, error: { message: messageOf(error) } });
      }
    });
  });
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("the automator has no port");
  return {
    wsEndpoint: `ws://127.0.0.1:${address.port}`,
    async close() {
      for (const socket of sockets) socket.terminate();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function toolCommands(page: Page): Record<string, Command> {
  return {
    "App.captureScreenshot": async () => ({ data: (await page.screenshot()).toString("base64") }),
    // The phone belongs to whoever opened the page: it stays when a client leaves.
    "App.exit": async () => ({}),
    "Tool.close": async () => ({}),
  };
}

/** Passes on what the app logs, throws and calls. */
async function forward(page: Page, tell: (message: Message) => void): Promise<void> {
  page.on("console", async (message) => {
    const args = await Promise.all(message.args().map((arg) => arg.jsonValue().catch(() => null)));
    tell({ method: "App.logAdded", params: { type: message.type(), args } });
  });
  page.on("pageerror", ({ name, message, stack }) =>
    tell({ method: "App.exceptionThrown", params: { name, message, stack } }),
  );
  await page.exposeFunction("__automatorBindingCalled", (name: string, args: unknown[]) =>
    tell({ method: "App.bindingCalled", params: { name, args } }),
  );
}

/** Playwright puts the call before the message and a stack after it. */
function messageOf(error: unknown): string {
  const [first = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  return first.replace(/^page\.evaluate: (Error: )?/, "");
}
