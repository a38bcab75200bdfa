import { z } from "zod";
import { isZoneToChoose } from "@/lib/domain/calendar/zone-day";
import { leapDayRules } from "@/lib/domain/person/yearly-date";
import { deskColours } from "@/lib/domain/workspace/view";

const name = (sentence: string) =>
  z
    .string()
    .trim()
    .min(1, { error: sentence })
    .max(80, { error: "Use at most 80 characters." })
    .refine((text) => !/[\p{Cc}\u2028\u2029]/u.test(text), { error: "Write it on one line." });

/** An address as mail uses it, in small letters. Quoted and bracketed forms are refused: nobody types them, attackers do. */
const email = z
  .string()
  .trim()
  .toLowerCase()
  .min(1, { error: "Write an e-mail address." })
  .max(254, { error: "This is too long for an e-mail address." })
  .pipe(z.email({ error: "This is not an e-mail address." }));

/** A zone of the IANA database, by the name of a place. */
export const zoneSchema = z
  .string()
  .trim()
  .max(64)
  .refine(isZoneToChoose, { error: "Choose a time zone, such as Europe/Lisbon." });

const colour = z.enum(deskColours, { error: "Choose a colour." });
const id = z.uuid({ error: "This is not here any more." });

export const inviteSchema = z.object({ email });
export type InviteInput = z.infer<typeof inviteSchema>;

export const deskSchema = z.object({
  name: name("Give the desk a name."),
  colour,
  zone: zoneSchema,
  leapDayRule: z.enum(leapDayRules, { error: "Choose 28 February or 1 March." }).optional(),
});
export type DeskInput = z.infer<typeof deskSchema>;

export const oneSchema = z.object({ id });
export const nothingSchema = z.object({});

export const signInSchema = z.object({ email, next: z.string().max(2000).optional() });
export const myNameSchema = z.object({ name: name("Write your name.") });

/** Accepting an invitation: the secret of its mail, and what a newcomer is called. */
export const acceptSchema = z.object({
  token: z.string().max(200),
  name: z.string().trim().max(80).optional(),
});

/** The first desk: who its client is, and what it is called. */
export const firstDeskSchema = z.object({
  name: name("Write your name."),
  email,
  zone: zoneSchema,
  colour,
  code: z.string().trim().max(40).optional(),
});

/** Another desk of somebody who is known: what it is called is theirs to say. */
export const anotherDeskSchema = z.object({ desk: name("Give the desk a name."), zone: zoneSchema, colour });

/** A desk that the host has invited to: a newcomer says what they are called, somebody known what the desk is. */
export const invitedDeskSchema = z.object({
  token: z.string().max(200),
  name: name("Write your name.").optional(),
  desk: name("Give the desk a name.").optional(),
  zone: zoneSchema,
  colour,
});
