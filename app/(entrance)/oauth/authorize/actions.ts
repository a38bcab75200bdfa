"use server";

import { deskAction } from "@/lib/actions/action";
import { programIssuer } from "@/lib/auth/program-places";
import { answerTo } from "@/lib/domain/program";
import { granted, refused } from "@/lib/domain/result";
import { scopes } from "@/lib/domain/token";
import { letInSchema } from "@/lib/schemas/program";
import { letProgramIn } from "@/lib/use-cases/program/let-program-in";
import { queryOf, readRequest } from "./_components/read-request";

export const allowProgram = deskAction({
  input: letInSchema,
  run: async ({ actor, input, at }) => {
    const read = await readRequest(queryOf(input.asked), at);
    if (read.is !== "asking") {
      const form = "The program asks for something else by now. Start again from there.";
      return refused({ code: "invalid", fields: { form } });
    }
    const chosen = { agentId: input.agent, scopes: scopes.filter((scope) => input[scope] === "on") };
    const letIn = await letProgramIn(actor, read.asking, chosen, at);
    if (!letIn.ok) return letIn;
    return granted({ go: answerTo(read.asking, programIssuer, { code: letIn.value.code }) });
  },
});
