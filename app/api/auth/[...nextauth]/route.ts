import { openHandler } from "@/lib/actions/open-handler";
import { handleAuth } from "@/lib/auth/handle-auth";

export const GET = openHandler(handleAuth);
export const POST = openHandler(handleAuth);
