-- Several methods per person, red packets, parts of refunds, transfers, and what statements show.

alter table alipay.account drop constraint account_kind_check;
alter table alipay.account add constraint account_kind_check check (kind in
    ('WORLD', 'WALLET', 'YUEBAO', 'CARD', 'CREDIT', 'HELD', 'MERCHANT', 'MARKETING', 'FEES'));
-- Credit may go below zero, down to its limit; everything else not.
alter table alipay.account add column lowest bigint not null default 0 check (lowest <= 0);
alter table alipay.account drop constraint never_below_zero;
alter table alipay.account add constraint never_below_its_limit check (balance >= lowest);
-- Whose it is; null for what belongs to nobody. What is reserved belongs to who reserved it.
alter table alipay.account add column owner text;
-- With what is reserved from it: what statements count, changed by payments and not by reserving.
alter table alipay.account add column book bigint not null default 0;
update alipay.account set owner = name where kind in ('WALLET', 'HELD');

create or replace function alipay.keep_balance() returns trigger language plpgsql as $$
begin
    update alipay.account set balance = balance + new.amount
    where account_id = new.account_id
      and kind in ('WALLET', 'YUEBAO', 'CARD', 'CREDIT', 'HELD');
    return null;
end $$;

alter table alipay.transfer drop constraint transfer_kind_check;
alter table alipay.transfer add constraint transfer_kind_check check (kind in
    ('OPEN', 'ADJUST', 'AUTHORISE', 'CAPTURE', 'RELEASE', 'REFUND', 'TRANSFER', 'TOP_UP'));
create index transfer_by_time on alipay.transfer (at);

insert into alipay.account (account_id, kind, name) values
    ('marketing', 'MARKETING', '红包'), ('fees', 'FEES', '手续费');

create table alipay.red_packet (
    red_packet_id text primary key,
    user_id       text not null,
    title         text not null,
    amount        bigint not null check (amount > 0),
    minimum_spend bigint not null,
    payees        text not null default '*',
    expires_at    timestamptz not null,
    -- The one authorisation it serves, as long as anything of that stands.
    taken_by      text unique,
    constraint never_more_than_is_spent check (minimum_spend >= amount)
);
create index red_packet_by_user on alipay.red_packet (user_id);

alter table alipay.authorisation
    add column method text not null default 'BALANCE',
    add column charged bigint,
    add column red_packet_id text,
    add column plan_id text;
update alipay.authorisation set charged = total;
alter table alipay.authorisation alter column charged set not null;
alter table alipay.authorisation add constraint charged_is_part_of_total
    check (charged between 0 and total);
create index authorisation_by_user on alipay.authorisation (user_id, at);
create index authorisation_open on alipay.authorisation (at) where state = 'OPEN';

-- charged: the person's own share of the amount; the rest is the red packet's.
alter table alipay.authorised_line
    add column charged bigint,
    add column refunded bigint not null default 0,
    add column refunded_charged bigint not null default 0,
    add column order_id text;
update alipay.authorised_line set charged = amount;
update alipay.authorised_line set refunded = amount, refunded_charged = amount
where state = 'REFUNDED';
alter table alipay.authorised_line alter column charged set not null;
alter table alipay.authorised_line add constraint charged_is_part_of_amount
    check (charged between 0 and amount);
alter table alipay.authorised_line add constraint never_refunded_more_than_paid
    check (refunded between 0 and amount and refunded_charged between 0 and charged);

alter table alipay.capture add column refunded bigint not null default 0;
update alipay.capture set refunded = total where refunded_at is not null;
alter table alipay.capture add constraint never_refunded_more_than_captured
    check (refunded between 0 and total and (refunded_at is null or refunded = total));
create index capture_by_time on alipay.capture (captured_at);
create index capture_by_user on alipay.capture (user_id, captured_at);

create table alipay.refund (
    refund_id  text primary key,
    task_key   text not null unique,
    capture_id text not null references alipay.capture,
    user_id    text not null,
    total      bigint not null check (total > 0),
    charged    bigint not null check (charged between 0 and total),
    -- What was left of the capture after it.
    remaining  bigint not null check (remaining >= 0),
    at         timestamptz not null
);
create index refund_by_capture on alipay.refund (capture_id);
create index refund_by_time on alipay.refund (at);

create table alipay.refunded_line (
    refund_id text not null references alipay.refund,
    quote_id  text not null,
    amount    bigint not null check (amount > 0),
    charged   bigint not null check (charged between 0 and amount),
    primary key (refund_id, quote_id)
);

insert into alipay.refund (refund_id, task_key, capture_id, user_id, total, charged, remaining, at)
select 'F' || substr(capture_id, 2), 'before refunds had rows: ' || capture_id, capture_id, user_id,
       total, total, 0, refunded_at
from alipay.capture where refunded_at is not null;
insert into alipay.refunded_line (refund_id, quote_id, amount, charged)
select 'F' || substr(capture_id, 2), quote_id, amount, amount
from alipay.capture join alipay.authorised_line using (authorisation_id)
where refunded_at is not null and state = 'REFUNDED';

create table alipay.payment_quote (
    payment_quote_id text primary key,
    user_id          text not null,
    method           text not null,
    red_packet_id    text,
    lines            text not null,          -- JSON: quoteId, payee, amount of each
    valid_until      timestamptz not null
);

create table alipay.transfer_quote (
    quote_id    text primary key,
    user_id     text not null,
    payee_user  text not null,
    payee_name  text not null,
    method      text not null,
    amount      bigint not null check (amount > 0),
    fee         bigint not null check (fee >= 0),
    note        text not null,
    valid_until timestamptz not null,
    body        text not null                -- JSON: the quote as it was given
);

create table alipay.transfer_sent (
    transfer_id text primary key,
    task_key    text not null unique,
    quote_id    text not null unique references alipay.transfer_quote,
    user_id     text not null,
    payee_user  text not null,
    method      text not null,
    amount      bigint not null check (amount > 0),
    fee         bigint not null check (fee >= 0),
    left_today  bigint not null check (left_today >= 0),
    day         date not null,
    at          timestamptz not null
);
create index transfer_sent_by_day on alipay.transfer_sent (user_id, day);
create index transfer_sent_by_time on alipay.transfer_sent (at);

-- What a person may do otherwise than everybody; null means as everybody.
create table alipay.person (
    user_id        text primary key,
    default_method text
);
create table alipay.method_rule (
    user_id     text not null,
    method      text not null,
    enabled     boolean not null default true,
    per_payment bigint check (per_payment >= 0),
    per_day     bigint check (per_day >= 0),
    primary key (user_id, method)
);

create table alipay.movement (
    movement_id      bigint generated always as identity primary key,
    user_id          text not null,
    account_id       text not null references alipay.account,
    kind             text not null,
    title            text not null,
    amount           bigint not null check (amount <> 0),
    balance_after    bigint not null,
    counterpart_id   text not null,
    counterpart_name text not null,
    reference        text not null,
    quote_id         text,
    order_id         text,
    plan_id          text,
    at               timestamptz not null
);
create index movement_by_user on alipay.movement (user_id, movement_id);
create trigger movements_stay before update or delete on alipay.movement
    for each row execute function alipay.refuse_change();

-- Statements begin here: what wallets hold now is what they begin with.
update alipay.account set book = balance + coalesce((
    select sum(total) from alipay.authorisation where user_id = account.owner and state = 'OPEN'), 0)
where kind = 'WALLET';

create or replace view alipay.ledger_sum as
select coalesce((select sum(amount) from alipay.entry), 0)                              as sum,
       (select count(*) from alipay.transfer)                                            as transfers,
       (select count(*) from alipay.authorisation where state = 'OPEN')                  as open_authorisations,
       coalesce((select sum(balance) from alipay.account where kind = 'HELD'), 0)        as held,
       coalesce((select sum(amount) from alipay.authorised_line where state = 'RESERVED'), 0) as reserved,
       coalesce((select sum(amount - refunded) from alipay.authorised_line where state = 'CAPTURED'), 0) as captured;

-- For tests and operators: a row here is an account whose figures do not agree. What statements
-- count is what can be spent and what is reserved; and what is kept is the sum of the entries.
create view alipay.account_differs as
select account_id, kind, balance, book, entries, reserved
from (select account_id, kind, balance, book,
             coalesce((select sum(amount) from alipay.entry where entry.account_id = a.account_id), 0) as entries,
             coalesce((select sum(charged) from alipay.authorisation
                       where user_id = a.owner and state = 'OPEN' and method =
                           case a.kind when 'WALLET' then 'BALANCE' when 'CARD' then 'BANK_CARD'
                                       when 'CREDIT' then 'HUABEI' else a.kind end), 0)   as reserved
      from alipay.account a
      where kind in ('WALLET', 'YUEBAO', 'CARD', 'CREDIT', 'HELD')) as figures
where balance <> entries or (kind <> 'HELD' and book <> balance + reserved);
