import type { SilentLine } from "./silent-lines";

/** Those around who founds a desk: whoever may not is answered with silence. */
export const linesAboutFounding: SilentLine[] = [
  {
    name: "the demo's accounts found nothing",
    in: "may_found",
    find: " AND coalesce(bool_or(NOT w.is_demo), true)",
    replace: "",
  },
  {
    name: "an agent founds nothing",
    in: "may_found",
    find: "coalesce(bool_and(m.role <> 'agent'), true) AND ",
    replace: "",
  },
  {
    name: "a founder belongs to a desk",
    in: "founder",
    find: " AND EXISTS (SELECT 1 FROM public.memberships m WHERE m.user_id = s.user_id)",
    replace: "",
  },
  {
    name: "a founder's session has not ended",
    in: "founder",
    find: " AND s.expires_at > clock_timestamp()",
    replace: "",
  },
  {
    name: "a button pressed twice founds one desk",
    in: "found_another_desk",
    find: "IF made IS NOT NULL THEN RETURN made; END IF;",
    replace: "",
  },
  {
    name: "an invitation founds one desk",
    in: "found_by_invitation",
    find: " OR i.workspace_id IS NOT NULL",
    replace: "",
  },
  {
    name: "an invitation ends",
    in: "found_by_invitation",
    find: " OR i.expires_at <= clock_timestamp()",
    replace: "",
  },
  {
    name: "an invitation is for one address",
    in: "found_by_invitation",
    find: " OR i.email <> who.email",
    replace: "",
  },
  {
    name: "who is invited has a session",
    in: "found_by_invitation",
    find: " AND s.expires_at > clock_timestamp()",
    replace: "",
  },
  {
    name: "the demo's client is nobody's",
    in: "may_be_invited",
    find: " OR (w.is_demo AND m.role = 'client')",
    replace: "",
  },
  {
    name: "the demo's assistant is nobody's",
    in: "may_be_invited",
    find: "WHERE m.user_id = who AND m.role = 'assistant' AND m.ended_at IS NULL AND NOT EXISTS (SELECT 1 FROM public.memberships f",
    replace: "WHERE false AND NOT EXISTS (SELECT 1 FROM public.memberships f",
  },
  {
    name: "an agent is invited to nothing",
    in: "may_be_invited",
    find: "m.role = 'agent' OR ",
    replace: "",
  },
  {
    name: "who got in by the demo is out",
    in: "found_by_invitation",
    find: " AND NOT w.is_demo) THEN",
    replace: ") THEN",
  },
  {
    name: "who got in before is out",
    in: "found_by_invitation",
    find: "DELETE FROM public.sessions s WHERE s.user_id = who.id AND s.token_hash <> mine;",
    replace: "NULL;",
  },
];
