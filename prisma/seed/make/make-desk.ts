import { randomUUID } from "node:crypto";
import { authDatabase } from "@/lib/data/auth-database";
import type { DeskColour } from "@/lib/domain/workspace/view";
import type { MadeUser } from "./make-user";

/** A desk to make; its founder becomes its one client. */
export type DeskToMake = {
  slug: string;
  name: string;
  founder: MadeUser;
  zone?: string;
  colour?: DeskColour;
  isDemo?: boolean;
};

export type MadeDesk = { id: string; slug: string; name: string; zone: string };

/** Founds a desk, the way a person founds one. The slug must be free. */
export async function makeDesk(desk: DeskToMake): Promise<MadeDesk> {
  const id = randomUUID();
  const { slug, name, founder, zone = "Europe/Berlin", colour = "blue", isDemo = false } = desk;
  await authDatabase().$executeRaw`
    SELECT fence.found_desk(${id}::uuid, ${founder.id}::uuid, ${slug}, ${name}, ${zone}, ${colour}, ${isDemo})`;
  return { id, slug, name, zone };
}
