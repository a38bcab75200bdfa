import type { ActingRole } from "@/lib/domain/actor";

/** Where somebody begins at a desk: the client with what lies before them, everybody else with the queue. */
export function homePath({ slug, role }: { slug: string; role: ActingRole }): string {
  return `/w/${slug}/${role === "client" ? "you" : "queue"}`;
}
