-- The view: folded from conversation.events, rebuildable from zero. Tables are written in batches
-- together with view_offset; request_key and opening are not part of the fold.

create table view_offset (
    part        int primary key,
    next_offset bigint not null
);

create table conversation (
    id           text primary key,
    user_id      text not null,
    lang         text not null,
    seq          bigint not null,
    status       text not null,
    created_at   timestamptz not null,
    at           timestamptz not null,
    part         int,
    first_offset bigint,
    last_offset  bigint,
    inbox_first  bigint,
    inbox_last   bigint,
    -- What folding goes on from; null when nothing runs.
    core         text,
    tracks       text
);
create index conversation_user on conversation (user_id, id desc);

create table message (
    id              text primary key,
    conversation_id text not null,
    role            text not null,
    body            text not null,
    at              timestamptz not null,
    part            int not null,
    event_offset    bigint not null
);
create index message_conversation on message (conversation_id, event_offset);

create table plan (
    id              text primary key,
    conversation_id text not null,
    user_id         text not null,
    state           text not null,
    goal            text not null,
    capabilities    text[] not null,
    created_at      timestamptz not null,
    ended_at        timestamptz,
    unwinding_since timestamptz,
    undo_failed     boolean not null,
    part            int not null,
    first_offset    bigint not null,
    last_offset     bigint not null,
    document        text not null
) with (fillfactor = 90);
create index plan_conversation on plan (conversation_id, id);
create index plan_user on plan (user_id, id desc);
create index plan_capabilities on plan using gin (capabilities);
-- Most plans are done: those are found by walking the primary key.
create index plan_state on plan (state, id desc) where state <> 'done';
create index plan_attention on plan (id) where undo_failed or state = 'unwinding';

create table consent (
    id              text primary key,
    plan_id         text not null,
    conversation_id text not null,
    user_id         text not null,
    state           text not null,
    hash            text not null,
    expires_at      timestamptz not null,
    document        text not null
);
create index consent_open on consent (id) where state = 'open';
create index consent_conversation on consent (conversation_id);

-- Conversations that were opened before anything happened in them; the fold starts from these.
create table opening (
    id      text primary key,
    user_id text not null,
    lang    text not null,
    at      timestamptz not null
);

create table request_key (
    key        text primary key,
    body_hash  bytea not null,
    reserved   uuid not null,
    begun_at   timestamptz not null,
    status     int,
    headers    text,
    body       bytea
);
create index request_key_age on request_key (begun_at);
