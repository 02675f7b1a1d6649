package errand.alipay.wallet;

/** Asks for the balance of the person the task is for. */
public record ReadBalance() {}
