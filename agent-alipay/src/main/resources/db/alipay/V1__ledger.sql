-- Double entry: money only moves between accounts, and every transfer sums to zero.

create table alipay.account (
    account_id text primary key,
    kind       text not null check (kind in ('WORLD', 'WALLET', 'HELD', 'MERCHANT')),
    name       text not null,
    currency   text not null default 'CNY' check (currency ~ '^[A-Z]{3}$'),
    -- Kept by the trigger below for wallets and held money only: theirs is what is raced for.
    -- Everybody pays the same merchants, so their balance is the sum of their entries.
    balance    bigint not null default 0,
    constraint never_below_zero check (balance >= 0)
);

create table alipay.transfer (
    transfer_id bigint generated always as identity primary key,
    kind        text not null
                check (kind in ('OPEN', 'ADJUST', 'AUTHORISE', 'CAPTURE', 'RELEASE', 'REFUND')),
    reference   text not null,
    task_key    text unique,                       -- one task moves money once
    at          timestamptz not null
);

create table alipay.entry (
    transfer_id bigint not null references alipay.transfer,
    line        integer not null,
    account_id  text not null references alipay.account,
    amount      bigint not null check (amount <> 0),
    primary key (transfer_id, line)
);
create index entry_by_account on alipay.entry (account_id);

create function alipay.keep_balance() returns trigger language plpgsql as $$
begin
    update alipay.account set balance = balance + new.amount
    where account_id = new.account_id and kind in ('WALLET', 'HELD');
    return null;
end $$;

create trigger entry_keeps_balance after insert on alipay.entry
    for each row execute function alipay.keep_balance();

create function alipay.transfer_balances() returns trigger language plpgsql as $$
declare
    difference numeric;
begin
    select sum(amount) into difference from alipay.entry where transfer_id = new.transfer_id;
    if difference is distinct from 0 then
        raise exception 'Transfer % does not sum to zero but to %', new.transfer_id, difference
            using errcode = 'check_violation';
    end if;
    return null;
end $$;

-- At the end of the transaction, when all lines are there; a transfer without any is refused too.
create constraint trigger transfer_sums_to_zero after insert on alipay.transfer
    deferrable initially deferred
    for each row execute function alipay.transfer_balances();
create constraint trigger entries_sum_to_zero after insert on alipay.entry
    deferrable initially deferred
    for each row execute function alipay.transfer_balances();

create function alipay.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'What is in the ledger stays: correct it by another transfer'
        using errcode = 'check_violation';
end $$;

create trigger entries_stay before update or delete on alipay.entry
    for each row execute function alipay.refuse_change();
create trigger transfers_stay before update or delete on alipay.transfer
    for each row execute function alipay.refuse_change();

create table alipay.authorisation (
    authorisation_id text primary key,
    task_key         text not null unique,
    user_id          text not null,
    total            bigint not null check (total > 0),
    state            text not null check (state in ('OPEN', 'CAPTURED', 'VOIDED')),
    at               timestamptz not null
);

create table alipay.authorised_line (
    authorisation_id text not null references alipay.authorisation,
    quote_id         text not null,
    payee_id         text not null,
    payee_name       text not null,
    amount           bigint not null check (amount > 0),
    state            text not null check (state in ('RESERVED', 'CAPTURED', 'RELEASED', 'REFUNDED')),
    primary key (authorisation_id, quote_id)
);
-- A quote is paid once, whoever asks: a second reservation needs the first to have been given up.
create unique index quote_is_paid_once on alipay.authorised_line (payee_id, quote_id)
    where state in ('RESERVED', 'CAPTURED');

create table alipay.capture (
    capture_id       text primary key,
    task_key         text not null unique,
    authorisation_id text not null unique references alipay.authorisation,
    user_id          text not null,
    total            bigint not null check (total > 0),
    captured_at      timestamptz not null,
    refunded_at      timestamptz
);

insert into alipay.account (account_id, kind, name) values ('world', 'WORLD', '世界');

-- For tests and operators: sum must be 0; what is held belongs to open authorisations.
create view alipay.ledger_sum as
select coalesce((select sum(amount) from alipay.entry), 0)                              as sum,
       (select count(*) from alipay.transfer)                                            as transfers,
       (select count(*) from alipay.authorisation where state = 'OPEN')                  as open_authorisations,
       coalesce((select sum(balance) from alipay.account where kind = 'HELD'), 0)        as held,
       coalesce((select sum(amount) from alipay.authorised_line where state = 'RESERVED'), 0) as reserved,
       coalesce((select sum(amount) from alipay.authorised_line where state = 'CAPTURED'), 0) as captured;
