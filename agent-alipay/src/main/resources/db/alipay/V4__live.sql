-- What the live adapter keeps of payments at Alipay. Empty in the sandbox.

create table alipay.live_payment (
    out_trade_no text primary key,
    user_id      text not null,
    plan_id      text not null,
    total        bigint not null check (total > 0),
    lines        text not null,              -- JSON: quoteId, payee, amount of each
    state        text not null check (state in ('WAITING', 'PAID', 'REFUNDED', 'CLOSED')),
    pay_by       timestamptz not null,
    at           timestamptz not null,
    paid_at      timestamptz,
    trade_no     text
);

create table alipay.live_refund (
    out_request_no text not null,
    out_trade_no   text not null references alipay.live_payment,
    quote_id       text not null,
    amount         bigint not null check (amount > 0),
    at             timestamptz not null,
    primary key (out_request_no, quote_id)
);
create index live_refund_by_payment on alipay.live_refund (out_trade_no);

-- What Alipay told, each once.
create table alipay.live_notice (
    notify_id    text primary key,
    out_trade_no text not null references alipay.live_payment,
    status       text not null,
    at           timestamptz not null
);
