-- Of what we put into a calendar, its server tells us with the next news that it is there (RFC 6578). One who takes it away before that is
-- not told of by every server: it is neither in what the calendar was nor in what it is. What was not named is asked for by name.
ALTER TABLE calendar_items ADD COLUMN heard boolean NOT NULL DEFAULT true;
GRANT UPDATE (heard) ON calendar_items TO firsthand_app;

-- What was taken away so far, and is here still, is asked for once.
UPDATE calendar_items SET heard = false WHERE ours AND written_at IS NOT NULL;
