package errand.runtime.sandbox;

import java.time.LocalDate;

/** An item on a day: what is counted, priced and taken. */
public record Slot(String itemId, LocalDate day) {}
