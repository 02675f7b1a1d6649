-- Flights and attractions are sold as trains and rooms are; tickets can be changed into others.

alter table fliggy.quote drop constraint quote_kind_check;
alter table fliggy.quote add constraint quote_kind_check check (kind in
    ('TRAIN', 'TRAIN_CHANGE', 'FLIGHT', 'FLIGHT_CHANGE', 'HOTEL', 'ATTRACTION'));

alter table fliggy.booking drop constraint booking_state_check;
alter table fliggy.booking add constraint booking_state_check check (state in
    ('BOOKED', 'CANCELLED', 'CHANGED'));            -- changed: another booking took its place
create index booking_by_user on fliggy.booking (user_id, booked_at);

-- A booking that took the place of another one. worth of the old + paid = worth + fee + refund.
create table fliggy.exchange (
    booking_id  text primary key references fliggy.booking,
    task_key    text not null unique,
    previous_id text not null unique references fliggy.booking,
    quote_id    text not null references fliggy.quote,
    number      integer not null check (number > 0),
    worth       bigint not null check (worth > 0),
    paid        bigint not null check (paid >= 0),
    refund      bigint not null check (refund >= 0),
    fee         bigint not null check (fee >= 0),
    at          timestamptz not null,
    check (paid = 0 or refund = 0),
    check (booking_id <> previous_id)
);
