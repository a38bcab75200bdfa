import type {
  Answer,
  BulkResult,
  DeskApi,
  Done,
  Problem,
} from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import type { Step } from "@/components/tasks/task-verbs";

/** A task as somebody acting saw it. */
export type Seen = { id: string; version: number };
export type Sent<T extends Seen> = { row: T; answer: Answer<Done> };

/** The most that the server takes at once. */
const BULK = 200;

/** The words of a "no" are fetched with the first one. */
export const refusalCopy = () => import("@/components/refusal-copy");

/** Asks the server to do one thing to one task, or to many: each is answered by itself. */
export async function sendStep<T extends Seen>(
  api: DeskApi,
  rows: T[],
  { verb, input }: Step,
): Promise<Sent<T>[]> {
  const [only] = rows;
  if (only && rows.length === 1) return [{ row: only, answer: await api.act(only, verb, input) }];
  const sent: Sent<T>[] = [];
  for (let from = 0; from < rows.length; from += BULK) {
    const some = rows.slice(from, from + BULK);
    const items = some.map(({ id, version }) => ({ id, version }));
    const answer = await api.bulk(verb, items, input);
    for (const row of some) {
      if (!answer.ok) sent.push({ row, answer });
      else {
        const result = answer.value.results.find(({ id }) => id === row.id);
        sent.push({ row, answer: readResult(result, answer.value.seq) });
      }
    }
  }
  return sent;
}

function readResult(result: BulkResult | undefined, seq: number): Answer<Done> {
  if (result && !result.problem) return { ok: true, value: { task: result.task, id: result.id, seq } };
  const { code = "broken", title = "This one was not changed." } = result?.problem ?? {};
  const refusal = code === "broken" ? null : (result?.problem as Problem["refusal"]);
  return { ok: false, problem: { code, refusal, sentence: title } };
}
