-- Places and prices are a function of (seed, session, day); rows are only what deviates from it. The
-- tables are those of errand.runtime.sandbox.Stockroom; tables of your own go into V2__….sql.

create table deviation (
    item_id text not null,
    day     date,                                  -- null: every day
    stock   integer check (stock >= 0),            -- null: as the world says
    price   bigint check (price > 0),              -- fen for one person
    unique nulls not distinct (item_id, day)
);

-- A quote is immutable: nothing ever updates this table.
create table quote (
    quote_id    text primary key,
    kind        text not null check (kind = 'SESSION'),
    user_id     text not null,
    offer_id    text not null,
    quantity    integer not null check (quantity > 0),
    valid_until timestamptz not null,
    body        text not null                      -- the quote as JSON, as it was given
);

create table hold (
    hold_id    text primary key,
    task_key   text not null unique,
    quote_id   text not null references quote,
    user_id    text not null,
    state      text not null check (state in ('HELD', 'RELEASED', 'BOOKED')),
    expires_at timestamptz not null
);

-- Whoever takes something of an item on a day queues here (row lock), so that the count below is exact.
create table turn (
    item_id text not null,
    day     date not null,
    primary key (item_id, day)
);

-- What a hold or an order takes of an item on a day; an order has until = infinity.
create table occupancy (
    hold_id  text not null references hold,
    item_id  text not null,
    day      date not null,
    quantity integer not null check (quantity > 0),
    until    timestamptz not null,
    primary key (hold_id, item_id, day)
);
create index occupancy_by_item on occupancy (item_id, day);

create table booking (
    booking_id   text primary key,
    task_key     text not null unique,
    hold_id      text not null unique references hold,
    quote_id     text not null references quote,
    user_id      text not null,
    state        text not null check (state in ('BOOKED', 'CANCELLED')),
    booked_at    timestamptz not null,
    fee          bigint check (fee >= 0),
    cancelled_at timestamptz,
    check ((state = 'CANCELLED') = (cancelled_at is not null and fee is not null))
);
