import { leaveAsProgram as leave } from "@/lib/data/programs";

/** A program gives its token or its secret back (RFC 7009 §2.1): all of that sign-in ends. Answers alike, whatever was sent. */
export async function leaveAsProgram(form: Record<string, string>): Promise<void> {
  await leave(form.token ?? "", form.client_id ?? "");
}
