import { z } from "zod";
import { mayBeAnsweredAt } from "@/lib/domain/program";
import { areas } from "@/lib/domain/token";

/** What a program says when it introduces itself (RFC 7591 §2). What it may not have is answered with what it gets instead. */
export const registerSchema = z.object({
  client_name: z.string().max(1000).optional(),
  redirect_uris: z.array(z.string().refine(mayBeAnsweredAt)).min(1).max(10),
});

const box = z.literal("on").optional();

/** What somebody chooses when a program asks to be let in: as which agent, and what for, one box for each area and way. */
export const letInSchema = z.object({
  /** The request as the program made it: it is read again. */
  asked: z.string().max(8000),
  agent: z.uuid({ error: "Choose as which agent." }),
  ...(Object.fromEntries(
    areas.flatMap((area) => [`${area}:read`, `${area}:write`].map((s) => [s, box])),
  ) as Record<`${(typeof areas)[number]}:${"read" | "write"}`, typeof box>),
});
