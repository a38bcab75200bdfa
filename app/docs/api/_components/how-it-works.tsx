import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { MOST_TOKEN_DAYS, scopes } from "@/lib/domain/token";
import { Code } from "./operation-part";
import type { DocOperation } from "./read-document";

/** The headings of what is true of every operation, by their anchors. */
export const chapters = [
  ["begin", "Begin"],
  ["tokens", "Tokens"],
  ["scopes", "What a token is for"],
  ["fence", "What no token does"],
  ["idempotency", "Once, however often it is sent"],
  ["versions", "Versions, and races"],
  ["problems", "Problems"],
  ["paging", "Long lists"],
  ["limits", "How much, how often"],
  ["webhooks", "Being told"],
  ["mcp", "Agents"],
] as const;

type Props = { server: string; operations: readonly DocOperation[] };

/** What is true of every operation, said once. */
export function HowItWorks({ server, operations }: Props) {
  const inPerson = operations.filter(({ scope }) => scope === null);
  return (
    <>
      <Chapter id="begin">
        <p>
          Everything is below <code className="font-mono">{server}/api/v1/w/</code> and the desk’s name, as it
          stands in the address of its pages. What goes in and comes out is JSON; moments are ISO 8601 in UTC.
        </p>
        <Code label="A first call">
          {`curl "${server}/api/v1/w/your-desk/tasks" \\\n  -H "Authorization: Bearer $FIRSTHAND_TOKEN"`}
        </Code>
        <p>
          The same for programs, as OpenAPI 3.1:{" "}
          <a href="/api/v1/openapi.json" className="underline underline-offset-2">
            /api/v1/openapi.json
          </a>
          .
        </p>
      </Chapter>
      <Chapter id="tokens">
        <p>
          A token is made in Settings → Tokens, by a member for themselves or for an agent that they answer
          for. It begins with <code className="font-mono">fh.</code>, is shown once, is for one desk, and
          lasts {MOST_TOKEN_DAYS} days at most. It does what its maker may, never more; it can be for some
          kinds of tasks and some networks alone; and it ends at once when it is taken back, or its maker
          leaves the desk.
        </p>
        <p>
          Send it as <code className="font-mono">Authorization: Bearer …</code>, never in an address.
          Firsthand’s own pages use the same operations with the session of whoever is signed in; from
          elsewhere a session opens nothing.
        </p>
      </Chapter>
      <Chapter id="scopes">
        <p>
          Each operation says which of these it needs. Changing does not include looking. A token without it
          is refused with <Ref to="out-of-scope" />, which names what is missing.
        </p>
        <ul className="flex flex-wrap gap-1.5">
          {scopes.map((scope) => (
            <li key={scope} className="rounded-md bg-sunken px-2 font-mono text-xs leading-6">
              {scope}
            </li>
          ))}
        </ul>
      </Chapter>
      <Chapter id="fence">
        <p>
          No token completes, declines, approves or sends what must be the client, the client’s own token
          included: they do that themselves, signed in. It is refused with <Ref to="must-be-you" />,{" "}
          <Ref to="only-client-approves" /> or <Ref to="in-person" />, says what would be allowed instead, and
          links to the page where the client can do it. Nothing private to the client is there for anybody
          else’s token: it is absent, as a stranger’s is.
        </p>
        <details>
          <summary className="w-fit rounded-md py-1 text-[0.8125rem] text-muted pointer-coarse:py-3.5">
            The {inPerson.length} operations that no token opens
          </summary>
          <ul className="flex flex-wrap gap-x-3 gap-y-1 text-[0.8125rem]">
            {inPerson.map(({ id }) => (
              <li key={id}>
                <Ref to={id} isAlone />
              </li>
            ))}
          </ul>
        </details>
      </Chapter>
      <Chapter id="idempotency">
        <p>
          Give every write an <code className="font-mono">Idempotency-Key</code> of your own, of at most 255
          letters without spaces. Sent again with the same key, the request happens no second time and has the
          same answer, also when that was a “no”, and also after the line broke before you heard it. Keys are
          kept for a day. With another request the same key is refused: <Ref to="key-reused" />.
        </p>
      </Chapter>
      <Chapter id="versions">
        <p>
          What can be changed has a <code className="font-mono">version</code>; its{" "}
          <code className="font-mono">ETag</code> begins with it. Say with each change which one you saw: in
          the body, or as <code className="font-mono">If-Match</code>. When somebody was there before you, the
          answer is 409 with <Ref to="stale" />, and where it can be told{" "}
          <code className="font-mono">current</code> is how it is now; decide again, and send that version.{" "}
          <code className="font-mono">If-None-Match</code> answers 304 while nothing in the answer has
          changed, what stands around the thing included.
        </p>
      </Chapter>
      <Chapter id="problems">
        <p>
          A “no” is a problem document (RFC 9457, <code className="font-mono">application/problem+json</code>
          ): <code className="font-mono">code</code> is its name, <code className="font-mono">title</code> a
          sentence for people, <code className="font-mono">fields</code> what is wrong with which field,{" "}
          <code className="font-mono">allowed</code> what may be done instead, and{" "}
          <code className="font-mono">page</code> where somebody can do it in person. The names are{" "}
          <a href="#refusals" className="underline underline-offset-2">
            below
          </a>
          ; they stay, while sentences may become better ones.
        </p>
      </Chapter>
      <Chapter id="paging">
        <p>
          A long list comes a page at a time: where there is more, <code className="font-mono">more</code> is
          what the next request sends as <code className="font-mono">cursor</code>. A cursor stays good while
          things come and go above it; nothing is skipped or told twice. One that we have not given begins at
          the top. A filter of a list that cannot be read counts as not sent; in a body everything has to be
          right.
        </p>
      </Chapter>
      <Chapter id="limits">
        <p>
          A body is 256 kB at most (a captured page 512 kB, the choices of an import 2 MB), unless it carries
          files: <Ref to="too-large" />. A token may ask 1,200 times a minute; whoever asks more often is
          refused with <Ref to="too-many" />, and <code className="font-mono">Retry-After</code> says how many
          seconds to wait. An agent has a daily limit besides, which the client sets: each change counts, and
          each refused attempt that is written down; looking does not. Past it, <Ref to="day-used-up" /> names
          the limit and the hour, in the desk’s zone, from which it begins anew.
        </p>
      </Chapter>
      <Chapter id="webhooks">
        <p>
          Instead of asking again and again, be told: Settings → Webhooks names an address of yours, to which
          Firsthand says what changed, signed as Standard Webhooks has it. It carries ids and the names of
          what changed, no words; ask for those with a token. Or ask <Ref to="readChanges" /> for everything
          since a moment.
        </p>
      </Chapter>
      <Chapter id="mcp">
        <p>
          An AI assistant comes in through <code className="font-mono">{server}/api/mcp</code> (Model Context
          Protocol, streamable HTTP), with a token of its own or by signing in (OAuth 2.1). It is held by the
          same table as a person who assists: it reads, prepares, tags more strictly and asks; it approves and
          sends nothing that must be the client. What others wrote reaches it as quoted words with their
          origin, never as something to obey.
        </p>
      </Chapter>
    </>
  );
}

function Chapter({ id, children }: { id: (typeof chapters)[number][0]; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="flex max-w-prose flex-col gap-2.5 pb-7">
      <h2 id={id} className="scroll-mt-4 font-serif text-xl font-medium">
        {chapters.find(([one]) => one === id)?.[1]}
      </h2>
      {children}
    </section>
  );
}

/** `isAlone`: it stands in no sentence, and is large enough for a finger. */
function Ref({ to, isAlone = false }: { to: string; isAlone?: boolean }) {
  return (
    <a
      href={`#${to}`}
      className={cx(
        "font-mono text-[0.8125rem] underline underline-offset-2",
        isAlone && "pointer-coarse:inline-flex pointer-coarse:min-h-11 pointer-coarse:items-center",
      )}
    >
      {to}
    </a>
  );
}
