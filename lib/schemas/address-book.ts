import { z } from "zod";

const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: `Use at most ${most} characters.` });
const address = line(1000).min(1, { error: "Give the address of the server." });
const username = line(300).min(1, { error: "Give the user name." });
const password = z
  .string()
  .min(1, { error: "Give the password." })
  .max(500, { error: "Use at most 500 characters." });
const name = line(200).min(1, { error: "Give the address book a name." });
const circle = line(40).min(1, { error: "Choose a circle." });
const href = z.string().min(1).max(1000);

/** POST /address-books/look: which address books there are for this user. */
export const lookForBooksSchema = z.strictObject({ address, username, password });

/** POST /address-books: `address` is one that looking has found. */
export const addBookSchema = z.strictObject({ address, username, password, name, circle });
export type AddBookInput = z.infer<typeof addBookSchema>;

/** POST /address-books/:id/edit: only what is to change; an empty password stays as it is. */
export const editBookSchema = z.strictObject({
  name: name.optional(),
  circle: circle.optional(),
  username: username.optional(),
  password: z.union([z.literal(""), password]).optional(),
});
export type EditBookInput = z.infer<typeof editBookSchema>;

/** POST /address-books/:id/pause */
export const pauseBookSchema = z.strictObject({ paused: z.boolean() });

/** POST /address-books/:id/remove */
export const removeBookSchema = z.strictObject({});

/** POST /address-books/:id/sync: `begin` asks the server what is new; without it the cards that wait are read on. */
export const syncBookSchema = z.strictObject({ begin: z.boolean().default(false) });

/** POST /address-books/:id/resolve: for each field, which side it is to be; `version` is the person's. */
export const resolveConflictSchema = z.strictObject({
  href,
  version: z.int32().min(1),
  fields: z
    .record(z.string().max(300), z.enum(["here", "there"]))
    .refine((fields) => Object.keys(fields).length > 0, { error: "Choose one side." }),
});

export type ResolveConflictInput = z.infer<typeof resolveConflictSchema>;

/** POST /address-books/:id/gone: a card that is not there any more. */
export const acceptGoneSchema = z.strictObject({ href, person: z.enum(["keep", "remove"]) });
export type AcceptGoneInput = z.infer<typeof acceptGoneSchema>;
export type LookForBooksInput = z.infer<typeof lookForBooksSchema>;
