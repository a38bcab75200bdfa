import {
  answerTokenRequest,
  type TokenAnswer,
  type TokenBooks,
} from "@/lib/adapters/oauth/answer-token-request";
import { findProgram, mintByCode, mintByRefresh, readRefresh, takeCode } from "@/lib/data/programs";
import { makeSecret } from "@/lib/data/secrets";
import { isResource } from "@/lib/domain/program";
import { TOKEN_PREFIX } from "@/lib/domain/token";

type TokenRequest = { form: Record<string, string>; headers: Record<string, string>; resource: string };

/** Turns a code into a token, or a secret into the next one (POST /oauth/token), or says no in the RFC's words. */
export function issueToken({ form, headers, resource }: TokenRequest, at: Date): Promise<TokenAnswer> {
  const books: TokenBooks = {
    isResource: (asked) => isResource(asked, resource),
    isProgram: async (id) => (await findProgram(id)) !== null,
    makeSecrets: () => ({ access: `${TOKEN_PREFIX}${makeSecret()}`, refresh: `fhr.${makeSecret()}` }),
    takeCode,
    mintByCode,
    readRefresh,
    mintByRefresh,
  };
  return answerTokenRequest(form, headers, books, at);
}
