package errand.alipay.wallet;

/** Asks how the person of the task can pay. */
public record ListMethods() {}
