import type { SilentLine } from "./silent-lines";

/** Those around tokens and agents, which refuse without a sentence of their own. */
export const linesAboutTokens: SilentLine[] = [
  {
    name: "no token is the client",
    in: "in_person",
    find: " AND c.door <> 'api'",
    replace: "",
  },
  {
    name: "a token is for oneself",
    in: "guard_token",
    find: "IF NEW.user_id IS DISTINCT FROM c.user_id AND NOT fence.is_ones_agent(c, NEW.user_id) THEN",
    replace: "IF false THEN",
  },
  { name: "an agent is one's own", in: "is_ones_agent", find: " AND a.owner_id = c.user_id", replace: "" },
  {
    name: "when a token was ended is written by the clock",
    in: "guard_token",
    find: "NEW.revoked_at := date_trunc('milliseconds', clock_timestamp());",
    replace: "",
  },
  {
    name: "a token comes through one door",
    in: "enter",
    find: "IF door <> 'api' THEN RETURN; END IF;",
    replace: "",
  },
  { name: "a token has not been ended", in: "enter", find: " AND t.revoked_at IS NULL", replace: "" },
  { name: "a token is not over", in: "enter", find: " AND t.expires_at > clock_timestamp()", replace: "" },
  { name: "a token is of one desk", in: "enter", find: "AND t.workspace_id = desk ", replace: "" },
  {
    name: "a token that looks does not write",
    in: "enter",
    find: "AND (NOT for_writing OR EXISTS (SELECT 1 FROM unnest(t.scopes) AS s (scope) WHERE s.scope LIKE '%:write'))",
    replace: "",
  },
  {
    name: "a paused agent rests",
    in: "why_agent_rests",
    find: "WHEN a.paused_at IS NOT NULL THEN 'paused'",
    replace: "WHEN false THEN 'paused'",
  },
  {
    name: "a spent agent rests",
    in: "why_agent_rests",
    find: "WHEN coalesce(d.changes, 0) >= a.daily_limit THEN 'spent'",
    replace: "",
  },
  {
    name: "an agent has an owner",
    in: "why_agent_rests",
    find: " AND o.ended_at IS NULL",
    replace: "",
  },
  {
    name: "an agent's changes are counted",
    in: "enter",
    find: "DO UPDATE SET changes = d.changes + 1;",
    replace: "DO NOTHING;",
  },
  {
    name: "who paused an agent stays so",
    in: "guard_agent",
    find: "NEW.paused_at := OLD.paused_at; NEW.paused_by := OLD.paused_by;",
    replace: "NEW.paused_by := c.user_id;",
  },
];
