import type { ActingRole } from "@/lib/domain/actor";
import { firstName } from "@/lib/domain/person/first-name";

/** Whoever did something, as the last word of it: "Ana", "Quill, an agent". An agent is never taken for a person of that name. */
export function byWhom(name: string, role: ActingRole | null | undefined): string {
  return `${firstName(name)}${role === "agent" ? ", an agent" : ""}`;
}

/** Whoever does something, before the verb: "Ana", "Quill, an agent,". */
export function whoDoes(name: string, role: ActingRole | null | undefined): string {
  return `${byWhom(name, role)}${role === "agent" ? "," : ""}`;
}
