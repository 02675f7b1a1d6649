package errand.taobao.market;

/** Asks for the person's own membership; nothing to say. */
public record MembershipOf() {}
