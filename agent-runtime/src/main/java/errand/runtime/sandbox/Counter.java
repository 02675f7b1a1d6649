package errand.runtime.sandbox;

/** Where wares of one kind are sold, and where what was sold is changed. */
public record Counter(Desk desk, ChangeDesk changes) {}
