package errand.alipay.sandbox;

/**
 * One side of a transfer.
 *
 * @param fen what the account gains; negative where it gives
 */
record Entry(String account, long fen) {}
