-- Availability and prices are a function of (seed, item, day); rows are only what deviates from it.

create table amap.deviation (
    item_id text not null,
    day     date,                                  -- null: every day
    stock   integer check (stock >= 0),            -- tables; null: as the world says
    price   bigint check (price > 0),              -- fen for one person
    unique nulls not distinct (item_id, day)
);

-- A quote is immutable: nothing ever updates this table.
create table amap.quote (
    quote_id    text primary key,
    kind        text not null check (kind = 'MEAL'),
    user_id     text not null,
    offer_id    text not null,
    quantity    integer not null check (quantity > 0),
    valid_until timestamptz not null,
    body        text not null                      -- the quote as JSON, as it was given
);

create table amap.hold (
    hold_id    text primary key,
    task_key   text not null unique,
    quote_id   text not null references amap.quote,
    user_id    text not null,
    state      text not null check (state in ('HELD', 'RELEASED', 'BOOKED')),
    expires_at timestamptz not null
);

-- Whoever takes something of an item on a day queues here (row lock), so that the count below is exact.
create table amap.turn (
    item_id text not null,
    day     date not null,
    primary key (item_id, day)
);

-- What a hold or a booking takes of an item on a day; a booking has until = infinity.
create table amap.occupancy (
    hold_id  text not null references amap.hold,
    item_id  text not null,
    day      date not null,
    quantity integer not null check (quantity > 0),
    until    timestamptz not null,
    primary key (hold_id, item_id, day)
);
create index occupancy_by_item on amap.occupancy (item_id, day);

create table amap.booking (
    booking_id   text primary key,
    task_key     text not null unique,
    hold_id      text not null unique references amap.hold,
    quote_id     text not null references amap.quote,
    user_id      text not null,
    state        text not null check (state in ('BOOKED', 'CANCELLED')),
    booked_at    timestamptz not null,
    fee          bigint check (fee >= 0),
    cancelled_at timestamptz,
    check ((state = 'CANCELLED') = (cancelled_at is not null and fee is not null))
);
