import { netProblemOf, sayNetProblem } from "@/lib/adapters/net/net-problem";

/** What of the settings a problem is about: the sentence stands at that field. */
export type MailServerField = "host" | "port" | "security" | "username" | "password";

/**
 * Why a mail server did not do what it was asked, as a sentence for the person whose account it is. Final: asking again with the
 * very same message brings the very same answer. Thrown inside these adapters alone.
 */
export class MailProblem extends Error {
  constructor(
    readonly sentence: string,
    readonly isFinal = false,
    readonly field: MailServerField = "host",
  ) {
    super(sentence);
  }
}

/** The problem in what the network threw on the way to a mail server; throws what is a bug of ours. */
export function mailProblemOf(error: unknown, { host, port }: { host: string; port: number }): MailProblem {
  if (error instanceof MailProblem) return error;
  const { code = "" } = error as { code?: string };
  if (error instanceof TypeError || error instanceof ReferenceError) throw error;
  if (/^(ENOTFOUND|ENODATA)$/.test(code)) return new MailProblem(`There is no server called ${host}.`);
  if (code === "EAI_AGAIN") return new MailProblem(`${host} cannot be looked up just now.`);
  if (code === "ECONNREFUSED")
    return new MailProblem(`${host} takes no connections on port ${port}.`, false, "port");
  // The server answered in plain text where TLS was expected.
  if (/^(ERR_SSL_(WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|RECORD_LAYER_FAILURE))$/.test(code))
    return new MailProblem(
      `${host} does not begin with TLS on port ${port}. Choose STARTTLS, or another port.`,
      false,
      "security",
    );
  return new MailProblem(sayNetProblem(netProblemOf(error, host)));
}
