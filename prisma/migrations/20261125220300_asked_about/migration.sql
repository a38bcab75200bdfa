-- About which entry the client is asked, where it is one over time they keep. Said as the question is asked, and by nobody afterwards: a yes
-- to another question on the same task gives no time away.
ALTER TABLE decisions ADD COLUMN about_event uuid;
