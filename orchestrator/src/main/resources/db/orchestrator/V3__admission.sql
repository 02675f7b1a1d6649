-- How much of each conversation the planner has, and which messages wait for it (ids, joined by
-- commas; null when none does).
alter table conversation add column thoughts int not null default 0;
alter table conversation add column queued text;
create index conversation_thinking on conversation (user_id) where status = 'thinking';
