import type { SilentLine } from "./silent-lines";

/** Those around programs that sign in: whatever is not proved is answered with silence. */
export const linesAboutPrograms: SilentLine[] = [
  {
    name: "a program is of an agent of one's own",
    in: "guard_grant",
    find: "IF NOT fence.is_ones_agent(c, NEW.user_id) THEN",
    replace: "IF false THEN",
  },
  {
    name: "a code is taken once",
    in: "take_code",
    find: "IF k.used_at IS NOT NULL THEN",
    replace: "IF false THEN",
  },
  {
    name: "a code that comes twice ends it all",
    in: "take_code",
    find: "PERFORM fence.end_grant(g, 'code-reused');",
    replace: "",
  },
  { name: "a code is taken first", in: "mint_by_code", find: "k.used_at IS NULL OR ", replace: "" },
  { name: "a sign-in begins once", in: "mint_by_code", find: "g.begun_at IS NOT NULL OR ", replace: "" },
  {
    name: "a code is for one program",
    in: "mint_by_code",
    find: "g.client_id IS DISTINCT FROM client OR ",
    replace: "",
  },
  {
    name: "a code is for one address",
    in: "mint_by_code",
    find: "k.redirect_uri IS DISTINCT FROM redirect OR ",
    replace: "",
  },
  {
    name: "a code is for whoever asked",
    in: "mint_by_code",
    find: "'=') <> k.challenge",
    replace: "'=') = ''",
  },
  { name: "a code needs a verifier", in: "mint_by_code", find: "verifier IS NULL\n    OR ", replace: "" },
  {
    name: "a code is over after a minute",
    in: "mint_by_code",
    find: "k.made_at + interval '60 seconds' < clock_timestamp() OR ",
    replace: "",
  },
  {
    name: "a code opens what stands",
    in: "mint_by_code",
    find: "fence.grant_stands(g) <> 'live'",
    replace: "false",
  },
  {
    name: "a secret renews once",
    in: "mint_by_refresh",
    find: "IF r.used_at IS NOT NULL THEN",
    replace: "IF false THEN",
  },
  {
    name: "a secret that comes twice ends it all",
    in: "read_refresh",
    find: "PERFORM fence.end_grant(g, 'refresh-reused');",
    replace: "",
  },
  {
    name: "a secret is for one program",
    in: "mint_by_refresh",
    find: "g.client_id IS DISTINCT FROM client OR ",
    replace: "",
  },
  {
    name: "a sign-in is renewed for no more",
    in: "mint_by_refresh",
    find: " AND wanted <@ g.scopes",
    replace: "",
  },
  {
    name: "a sign-in that ended is over",
    in: "grant_stands",
    find: "g.ended_at IS NOT NULL OR ",
    replace: "",
  },
  {
    name: "a sign-in has a last day",
    in: "grant_stands",
    find: "g.expires_at <= clock_timestamp()",
    replace: "false",
  },
  {
    name: "a sign-in is of a member",
    in: "grant_stands",
    find: " AND m.ended_at IS NULL",
    replace: "",
  },
  {
    name: "a sign-in is its owner's word",
    in: "grant_stands",
    find: " AND a.owner_id = g.made_by",
    replace: "",
  },
  {
    name: "a sign-in needs an owner who is here",
    in: "grant_stands",
    find: "OR r.rests = 'ownerless'",
    replace: "",
  },
  {
    name: "a paused sign-in rests",
    in: "grant_stands",
    find: "WHEN r.rests = 'paused' THEN 'paused'",
    replace: "",
  },
  {
    name: "a token that was ended ends its sign-in",
    in: "grant_stands",
    find: "OR g.begun_at IS NOT NULL AND NOT EXISTS",
    replace: "OR false AND NOT EXISTS",
  },
  {
    name: "a program takes its own leave",
    in: "leave_as_program",
    find: "o.client_id = client AND ",
    replace: "",
  },
];
