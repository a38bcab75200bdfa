import { nothingHere } from "@/lib/actions/open-handler";

/** Any address below /api that is none: absent, in the words that programs read and not as a page. */
export const GET = nothingHere();
export const POST = nothingHere();
export const OPTIONS = nothingHere();
