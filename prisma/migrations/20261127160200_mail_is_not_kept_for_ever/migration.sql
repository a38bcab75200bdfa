-- Mail that has left, or was given up, is thrown away a month later by the role that carries it. Otherwise its words lie here, and in
-- every backup, for ever.
GRANT DELETE ON outbox TO firsthand_auth;
CREATE INDEX outbox_over ON outbox (coalesce(sent_at, given_up_at)) WHERE sent_at IS NOT NULL OR given_up_at IS NOT NULL;
