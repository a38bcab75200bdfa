import { z } from "zod";
import { operation } from "@/lib/schemas/operation";

const programSchema = z.object({
  id: z.uuid(),
  version: z.int(),
  name: z.string(),
  agent: z.object({ id: z.uuid(), name: z.string() }),
  letInBy: z.string(),
  letInAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
  scopes: z.array(z.string()),
});

export const readPrograms = operation({
  id: "readPrograms",
  method: "GET",
  path: "/programs",
  group: "Programs",
  says: "The programs that are signed in as agents of this desk, as far as one may see them.",
  area: null,
  output: z.object({ programs: z.array(programSchema) }),
});

export const endProgram = operation({
  id: "endProgram",
  method: "POST",
  path: "/programs/{id}/end",
  group: "Programs",
  says: "Sends a program away; what it holds opens nothing from that moment on.",
  area: null,
  input: z.strictObject({ version: z.int().min(1) }),
  output: z.object({ id: z.uuid(), seq: z.int() }),
});
