import { programIssuer, programResource } from "@/lib/auth/program-places";
import { type ReadAsking, readAsking } from "@/lib/domain/program";
import { findProgram } from "@/lib/use-cases/program/find-program";

type Query = Record<string, string | string[] | undefined>;

/** What a program asks for with the words in its address; looked up anew each time, so that nothing in between can change it. */
export async function readRequest(query: Query, at: Date): Promise<ReadAsking> {
  const id = query.client_id;
  const program = typeof id === "string" ? await findProgram(id, at) : null;
  return readAsking(query, program, { issuer: programIssuer, resource: programResource });
}

/** The same words, as they went through a form. */
export function queryOf(text: string): Query {
  const query: Query = {};
  const params = new URLSearchParams(text);
  for (const name of new Set(params.keys())) {
    const values = params.getAll(name);
    query[name] = values.length > 1 ? values : values[0];
  }
  return query;
}

/** The words of the program's own request, without what the page has put there for itself. */
export function wordsOf(query: Query): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (name !== "desk" && name !== "_rsc") for (const one of [value ?? []].flat()) params.append(name, one);
  return params.toString();
}
