package errand.flash.delivery;

/** How far an order is. */
public enum OrderState {
    /** The shop has not taken it yet (等待接单): cancelling is free. */
    PLACED,
    /** The shop has taken it (已接单). */
    ACCEPTED,
    /** It is being made or picked (备餐中). */
    PREPARING,
    /** A rider has it (骑手配送中). */
    RIDER,
    /** It was brought to the door (已送达). */
    DELIVERED,
    /** It was cancelled (已取消). */
    CANCELLED
}
