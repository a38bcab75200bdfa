#!/usr/bin/env node
// npm run --silent mcp: an MCP server on stdin and stdout for programs that start one, which passes everything on to a desk's
// own /api/mcp. FIRSTHAND_URL says where the desk is, FIRSTHAND_TOKEN is the agent's token: see docs/mcp.md.

import { existsSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { requireNode } from "./steps/install.mjs";
import { Advice, explain } from "./steps/say.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

/** Where the desk is and which token to show it. Nothing is read from .env: a token belongs to whoever starts the agent. */
function readSettings({ FIRSTHAND_URL = "http://localhost:3000", FIRSTHAND_TOKEN } = process.env) {
  if (!URL.canParse(FIRSTHAND_URL)) throw new Advice(`FIRSTHAND_URL is no address: ${FIRSTHAND_URL}`);
  if (!FIRSTHAND_TOKEN)
    throw new Advice(
      "Set FIRSTHAND_TOKEN to the token of an agent. The client makes one in the desk's settings.",
    );
  return { url: new URL("/api/mcp", FIRSTHAND_URL), token: FIRSTHAND_TOKEN };
}

/** How long answers under way are waited for once nobody asks any more. */
const PATIENCE_MS = 30_000;

/** Passes messages on in both directions until the program that started us goes away and what it asked is answered. */
async function bridge({ url, token }) {
  if (!existsSync(path.join(root, "node_modules/@modelcontextprotocol/client")))
    throw new Advice("The packages are not installed yet. Start Firsthand once: npm start");
  const { StdioServerTransport } = await import("@modelcontextprotocol/server/stdio");
  const { StreamableHTTPClientTransport } = await import("@modelcontextprotocol/client");
  const here = new StdioServerTransport();
  const desk = new StreamableHTTPClientTransport(url, {
    requestInit: { headers: { Authorization: `Bearer ${token}` } },
  });
  const opening = new Set();
  const unanswered = new Set();
  let allAnswered = () => {};
  /** Not through `here`, which says nothing any more once stdin has closed. */
  const tell = (message) => {
    process.stdout.write(`${JSON.stringify(message)}\n`);
    if (message.method === undefined) settle(message.id);
  };
  const settle = (id) => {
    unanswered.delete(id);
    if (unanswered.size === 0) allAnswered();
  };
  desk.onmessage = (message) => {
    // From the first answer on, every request says which revision was agreed on.
    if (opening.delete(message.id) && message.result?.protocolVersion)
      desk.setProtocolVersion(message.result.protocolVersion);
    tell(message);
  };
  here.onmessage = (message) => {
    if (message.method === "initialize") opening.add(message.id);
    if (isRequest(message)) unanswered.add(message.id);
    // What was called off is not answered any more.
    if (message.method === "notifications/cancelled") settle(message.params?.requestId);
    desk.send(message).catch((error) => {
      const says = sayProblem(error, url);
      complain(says);
      // A request that the desk did not take is answered all the same: whoever asked is waiting.
      if (isRequest(message))
        tell({ jsonrpc: "2.0", id: message.id, error: { code: -32000, message: says } });
    });
  };
  here.onerror = complain;
  const ended = new Promise((resolve) => {
    here.onclose = resolve;
  });
  await desk.start();
  await here.start();
  await ended;
  const answered = new Promise((resolve) => {
    allAnswered = resolve;
  });
  if (unanswered.size > 0) await Promise.race([answered, wait(PATIENCE_MS)]);
  await desk.close();
}

function isRequest({ id, method }) {
  return id !== undefined && method !== undefined;
}

/** The sentence of the desk's problem document, where that is what came back; which address does not answer, where nothing did. */
function sayProblem(error, url) {
  const words = `${error?.message ?? error}`;
  const cause = error?.cause;
  if (words === "fetch failed")
    return `No desk answers at ${url.origin} (${cause?.code ?? cause?.message ?? words}). Is Firsthand running there, and is FIRSTHAND_URL right?`;
  return /"title":"((?:[^"\\]|\\.)*)"/.exec(words)?.[1] ?? words;
}

/** Stdout is the protocol's; what a person is to read goes to stderr. */
function complain(error) {
  console.error(explain(error));
}

async function main() {
  requireNode();
  await bridge(readSettings());
}

main().then(
  () => process.exit(0),
  (error) => {
    complain(error);
    process.exit(1);
  },
);
