package errand.taobao.market;

/** How far an order is, by the business clock. */
public enum OrderState {
    /** Paid, not sent yet (待发货). */
    ORDERED,
    /** Handed to the carrier (已发货). */
    SENT,
    /** On its way (运输中). */
    IN_TRANSIT,
    /** There (已签收). */
    DELIVERED,
    /** Cancelled (已取消). */
    CANCELLED,
    /** Some of it sent back (部分退货). */
    PARTLY_RETURNED,
    /** All of it sent back (已退货). */
    RETURNED
}
