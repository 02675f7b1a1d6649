-- What a person allows beforehand, and what of it is spoken for.

create table alipay.mandate (
    mandate_id   text primary key,
    task_key     text not null unique,
    user_id      text not null,
    payees       text[] not null check (cardinality(payees) > 0),
    capabilities text[] not null check (cardinality(capabilities) > 0),
    total        bigint not null check (total > 0),
    per_payment  bigint check (per_payment > 0),
    until        timestamptz not null,
    reserved     bigint not null default 0,
    closed_at    timestamptz,
    opened_at    timestamptz not null,
    -- Grows with every change, so that whoever hears of two states knows the later one.
    version      bigint not null default 1,
    constraint never_more_than_allowed check (reserved between 0 and total)
);
create index mandate_by_user on alipay.mandate (user_id);

create table alipay.reservation (
    reservation_id text primary key,
    task_key       text not null unique,
    mandate_id     text not null references alipay.mandate,
    user_id        text not null,
    total          bigint not null check (total >= 0),
    state          text not null check (state in ('OPEN', 'REPLACED', 'RELEASED')),
    at             timestamptz not null
);

create table alipay.reserved_line (
    reservation_id text not null references alipay.reservation,
    quote_id       text not null,
    payee_id       text not null,
    capability     text not null,
    amount         bigint not null check (amount >= 0),
    primary key (reservation_id, quote_id)
);

-- For tests and operators: a row here is a mandate whose figures do not agree.
create view alipay.mandate_differs as
select mandate_id, reserved, coalesce(sum(reservation.total) filter (where state = 'OPEN'), 0) as open
from alipay.mandate left join alipay.reservation using (mandate_id)
group by mandate_id, reserved
having reserved <> coalesce(sum(reservation.total) filter (where state = 'OPEN'), 0);
