-- What a person does beside ordering: coupons claimed and used, goods sent back.

create index booking_by_user on booking (user_id, booked_at desc);

-- How many of a coupon were given away in a month; the world says how many there are.
create table coupon_given (
    coupon_id text not null,
    month     date not null,                       -- its first day
    given     integer not null check (given >= 0),
    primary key (coupon_id, month)
);

create table coupon_claim (
    user_id     text not null,
    coupon_id   text not null,
    month       date not null,
    task_key    text not null unique,
    claimed_at  timestamptz not null,
    valid_until date not null,                     -- the last day it counts
    order_id    text,                              -- what it was used for
    primary key (user_id, coupon_id, month)
);
create index coupon_claim_by_order on coupon_claim (order_id);

-- fee + refund is what the returned goods had cost; all returns of an order never exceed what was paid.
create table order_return (
    return_id   text primary key,
    task_key    text not null unique,
    order_id    text not null references booking,
    reason      text not null,
    fee         bigint not null check (fee >= 0),
    refund      bigint not null check (refund >= 0),
    returned_at timestamptz not null
);
create index order_return_by_order on order_return (order_id);

create table order_return_line (
    return_id text not null references order_return,
    sku_id    text not null,
    quantity  integer not null check (quantity > 0),
    primary key (return_id, sku_id)
);
