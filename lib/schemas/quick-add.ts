import { z } from "zod";

/** POST /tasks/preview and /tasks/quick. The line is judged word by word by lib/domain/task/read-quick-add, its length too. */
export const quickAddSchema = z.strictObject({ line: z.string({ error: "Type what is to be done." }) });
