import { z } from "zod";
import { LONGEST_CAPTURE } from "@/lib/domain/capture/captured";
import { isAddress } from "@/lib/domain/capture/find-address";
import { taskKinds } from "@/lib/domain/task/task";

const words = (most: number, says: string) =>
  z
    .string()
    .max(most, { error: `Use at most ${most} characters.` })
    .refine((text) => !text.includes("\u0000"), { error: "This has a character that cannot be kept." })
    .meta({ description: says });

const fields = {
  title: words(
    2000,
    "The page’s title, or what is to be done; the address is looked for here, too.",
  ).optional(),
  text: words(
    LONGEST_CAPTURE,
    "The words that were chosen, or the message. Kept as somebody else’s.",
  ).optional(),
  url: words(4000, "Where it is: https:, http:, mailto: or tel:.")
    .refine((text) => text === "" || isAddress(text), {
      error: "Start the address with https://, and keep it below 2000 characters.",
    })
    .optional(),
  kind: z
    .enum(taskKinds, { error: "Choose one of the ten kinds." })
    .meta({ description: "Guessed from where it is, unless you say it." })
    .optional(),
  personId: z
    .uuid({ error: "This is not an id." })
    .toLowerCase()
    .nullable()
    .meta({ description: "Whom it is about; null for nobody. Without it, whoever is plainly meant." })
    .optional(),
  due: words(100, "Words such as “Friday 15:00”, where the client lives.").optional(),
};

const isSomething = ({ title, text, url }: { title?: string; text?: string; url?: string }) =>
  [title, text, url].some((part) => part !== undefined && part.trim() !== "");
const nothing = { error: "Share a title, some text or an address.", path: ["text"] };

/** POST /capture/preview */
export const previewCaptureSchema = z.strictObject(fields).refine(isSomething, nothing);

/** POST /capture */
export const captureSchema = z
  .strictObject({
    ...fields,
    isPrivate: z.boolean().meta({ description: "The client’s alone to say." }).optional(),
    again: z
      .boolean()
      .meta({ description: "Make a second task, though the page made one today." })
      .optional(),
  })
  .refine(isSomething, nothing);
