package errand.fliggy.sandbox;

import java.time.LocalDate;

/** An item on a day: what is counted, priced and taken. */
record Slot(String itemId, LocalDate day) {}
