-- What people allow beforehand, as its keeper last said; newer versions replace older ones.
create table mandate (
    id       text primary key,
    user_id  text not null,
    state    text not null,
    until    timestamptz not null,
    spent_up boolean not null,
    version  bigint not null,
    document text not null
);
create index mandate_user on mandate (user_id, id desc);
