import { expect } from "vitest";
import { operations } from "@/lib/schemas/api/all";
import { problemSchema } from "@/lib/schemas/api/problem";
import type { Operation } from "@/lib/schemas/operation";

const desk = "/api/v1/w/[workspace]";

/** The operation behind a door, such as "POST /api/v1/w/[workspace]/tasks/[id]/[verb] complete". Throws where there is none. */
export function operationOf(door: string): Operation {
  const [method = "", address = "", verb = ""] = door.split(" ");
  const path = address.slice(desk.length).replace("[verb]", verb).replace("[id]", "{id}");
  const found = operations.find((one) => one.method === method && one.path === path);
  if (!found || !address.startsWith(desk)) throw new Error(`no operation says what ${door} is`);
  return found;
}

/**
 * Holds an answer to what the document promises of its door: a 200 to the operation's output, to the last field; anything else to
 * the problem document.
 */
export function holdAnswer(
  door: string,
  { status, headers, text }: { status: number; headers: Record<string, string>; text: string },
  what = door,
): void {
  const { output } = operationOf(door);
  const type = (headers["content-type"] ?? "").split(";")[0]?.trim() ?? "";
  if (status !== 200) {
    expect(type, `${what}: a refusal is a problem document`).toBe("application/problem+json");
    const problem = JSON.parse(text);
    expect(problemSchema.parse(problem), `${what}: a refusal is a problem document`).toStrictEqual(problem);
    expect(problem.status, what).toBe(status);
    return;
  }
  if ("files" in output) {
    expect(output.files, `${what}: a kind of file that is not promised`).toContain(type);
    return;
  }
  expect(type, what).toBe("application/json");
  const said = JSON.parse(text);
  const read = output.safeParse(said);
  expect(read.error?.issues ?? [], `${what}: an answer that is not as promised`).toEqual([]);
  expect(read.data, `${what}: an answer that is not as promised`).toStrictEqual(said);
}
