-- What came late, not at all or spilled, and what that gave back. Whoever claims holds the row lock of the booking.

create table claim (
    claim_id     text primary key,
    task_key     text not null unique,
    booking_id   text not null references booking,
    user_id      text not null,
    reason       text not null check (reason in ('LATE', 'MISSING', 'SPILLED')),
    late_minutes integer not null check (late_minutes >= 0),
    refund       bigint not null check (refund > 0),       -- fen
    claimed_at   timestamptz not null
);
create index claim_by_booking on claim (booking_id);

-- An order is late once.
create unique index claim_late_once on claim (booking_id) where reason = 'LATE';

-- Which lines were missing or spilled, and how many of each.
create table claim_line (
    claim_id text not null references claim,
    item_id  text not null,                                 -- as on the slip: F00300-1+iced
    quantity integer not null check (quantity > 0),
    primary key (claim_id, item_id)
);

-- All claims of an order together never give back more than was paid.
create table refunded (
    booking_id text primary key references booking,
    paid       bigint not null,
    refunded   bigint not null,
    check (refunded between 0 and paid)
);
