import { plainProblem } from "@/lib/actions/problem";
import { isFromOurPages, isSafeMethod } from "@/lib/auth/same-origin";
import { env } from "@/lib/env";

type Params = Record<string, string | string[] | undefined>;

/** What Next calls: the file route.ts exports one for each method. */
export type RouteHandler = (request: Request, context: { params: Promise<Params> }) => Promise<Response>;

/** Whether a request may do what its method says: anybody may look, only our own pages may change something. */
export function mayComeFromThere({ method, headers }: Request): boolean {
  const provenance = {
    origin: headers.get("origin"),
    fetchSite: headers.get("sec-fetch-site"),
    host: headers.get("host"),
  };
  return isSafeMethod(method) || isFromOurPages(provenance, env.FIRSTHAND_URL);
}

export function foreignRequest(): Response {
  return plainProblem(403, "This request does not come from Firsthand's own pages.");
}

/** The parts of the path by name; of several, with slashes between them. Next hands over none for a path that has none. */
export function flattenParams(params: Params | undefined): Record<string, string> {
  const flat = Object.entries(params ?? {}).map(([name, value]) => [name, [value ?? ""].flat().join("/")]);
  return Object.fromEntries(flat);
}
