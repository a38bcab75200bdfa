import path from "node:path";
import type { Desk, Someone, World } from "../../support/fence/world";
import type { Row } from "./doors";

/** Everybody who tries a door: the three members, and the three who are not. */
export const visitors = ["client", "assistant", "agent", "stranger", "removed", "signed-out"] as const;
export type Visitor = (typeof visitors)[number];

type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string | string[]>> },
) => Promise<Response>;

/** An answer as it came over the wire: everything that could give something away. */
export type Answer = { status: number; headers: Record<string, string>; text: string };

const origin = "http://localhost:3000";
export const fromOurPages = { Origin: origin, "Sec-Fetch-Site": "same-origin" };

/** Knocks at a door the way a browser does: with the session's cookie, from our own pages. A program brings its token, and comes from nowhere. */
export async function knock(
  door: string,
  slug: string,
  id: string,
  who: Someone | null,
  ask: Pick<Row, "files"> & { query?: string; body?: object },
  headers: Record<string, string> = isProgram(who) ? {} : fromOurPages,
): Promise<Answer> {
  const [method = "", address = "", verb = ""] = door.split(" ");
  const handler = await loadHandler(method, address);
  const proof: Record<string, string> = who ? proofOf(who) : {};
  const type: Record<string, string> =
    method === "GET" || ask.files ? {} : { "Content-Type": "application/json" };
  const url = `${origin}${address.replace("[workspace]", slug).replace("[id]", id).replace("[verb]", verb)}`;
  const request = new Request(ask.query ? `${url}?${ask.query}` : url, {
    method,
    headers: { Host: "localhost:3000", ...proof, ...type, ...headers },
    body: method === "GET" ? undefined : ask.files ? sentAlong(ask.files) : JSON.stringify(ask.body ?? {}),
  });
  const answer = await handler(request, { params: Promise.resolve({ workspace: slug, id, verb }) });
  return { status: answer.status, headers: Object.fromEntries(answer.headers), text: await answer.text() };
}

function isProgram(who: Someone | null): boolean {
  return who?.token.startsWith("fh.") ?? false;
}

function proofOf(who: Someone): Record<string, string> {
  return isProgram(who)
    ? { Authorization: `Bearer ${who.token}` }
    : { Cookie: `firsthand-session=${who.token}` };
}

/** The status, and the name of the refusal. Of many at once, the answer is the one about the one. */
export function nameOf({ status, text }: Answer): string {
  const said = text.startsWith("{") && !text.includes("\n") ? JSON.parse(text) : {};
  const problem = said.results?.[0]?.problem ?? said;
  return problem.code ? `${problem.status} ${problem.code}` : String(status);
}

/** Who is behind a name, on whose desk, and with which session. */
export function sessionOf(visitor: Visitor, desk: Desk, stranger: Desk): Someone | null {
  if (visitor === "signed-out") return null;
  return visitor === "stranger" ? stranger.client : desk[visitor];
}

/** Everything on some desks in one line, and the last entry in the log of the first of them. */
export type Look = { picture: string; seq: string; refusal: string | null; by_user: string };

/** Everything on some desks, to the last column, in one line: the same before and after, or something happened. */
export async function photograph(world: World, desks: Desk[]): Promise<string> {
  return (await lookAt(world, desks)).picture;
}

/** A photograph, and what the log says last. */
export async function lookAt({ sudo }: World, desks: Desk[]): Promise<Look> {
  const tables = [
    "tasks",
    "gestures",
    "persons",
    "circles",
    "person_dates",
    "person_facts",
    "person_relations",
    "contacts",
    "promises",
    "person_pictures",
    "person_merges",
    "distinct_people",
    "csv_layouts",
    "member_settings",
    "saved_views",
    "sent_notices",
    "weekly_notes",
    "fence.followed",
    "fence.sources_before_merge",
    "days_off",
    "fact_sources",
    "calendars",
    "calendar_places",
    "calendar_items",
    "protected_times",
    "kept_spans",
    "events",
    "event_occurrences",
    "event_undos",
    "event_checks",
    "accounts",
    "account_mailboxes",
    "drafts",
    "draft_versions",
    "draft_attachments",
    "draft_comments",
    "draft_presence",
    "approvals",
    "sendings",
    "decisions",
    "phrases",
    "voice_sheets",
    "proof_keys",
    "proofs",
    "feeds",
    "webhooks",
    "webhook_turns",
    "webhook_deliveries",
    "api_tokens",
    "oauth_grants",
    "oauth_codes",
    "oauth_refreshes",
    "agents",
    "address_books",
    "address_book_cards",
    "address_book_turns",
    "imports",
    "import_lines",
    "import_rows",
    "invitations",
    "memberships",
    "outbox",
  ];
  const rows = tables
    .map((table) => `SELECT '${table}' || t::text AS row FROM ${table} t WHERE workspace_id = ANY ($1)`)
    .concat("SELECT w::text FROM workspaces w WHERE id = ANY ($1)");
  // Planned once for the thousands of pictures that are taken.
  const { rows: found } = await sudo.query({
    name: "photograph",
    text: `SELECT (SELECT md5(string_agg(row, E'\\n' ORDER BY row COLLATE "C")) FROM (${rows.join(" UNION ALL ")}) AS everything) AS picture,
        h.seq, l.refusal, l.by_user
      FROM log_heads h LEFT JOIN log_entries l ON l.workspace_id = h.workspace_id AND l.seq = h.seq WHERE h.workspace_id = ($1::uuid[])[1]`,
    values: [desks.map((one) => one.id)],
  });
  return found[0];
}

const handlers = new Map<string, Promise<Record<string, Handler>>>();

async function loadHandler(method: string, address: string): Promise<Handler> {
  const file = path.resolve(`app${address}/route.ts`);
  const known = handlers.get(file) ?? (import(/* @vite-ignore */ file) as Promise<Record<string, Handler>>);
  handlers.set(file, known);
  const handler = (await known)[method];
  if (!handler) throw new Error(`${file} has no ${method}`);
  return handler;
}

function sentAlong(which: "card" | "table"): FormData {
  const form = new FormData();
  if (which === "table") {
    form.append(
      "files",
      new File(["Who,Mail\r\nNoor Haddad,noor@test.invalid\r\n"], "noor.csv", { type: "text/csv" }),
    );
    return form;
  }
  const card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Noor Haddad\r\nN:Haddad;Noor;;;\r\nEND:VCARD\r\n";
  form.append("files", new File([card], "noor.vcf", { type: "text/vcard" }));
  return form;
}
