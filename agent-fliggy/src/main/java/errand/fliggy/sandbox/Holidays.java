package errand.fliggy.sandbox;

import errand.runtime.sandbox.Table;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Public days off, as far as they are known: when beds and flights cost more and seats are rare.
 */
final class Holidays {

    private final Set<LocalDate> days;

    private Holidays(Set<LocalDate> days) {
        this.days = days;
    }

    static Holidays shipped() {
        return new Holidays(
                Table.read("/fliggy/holidays.csv").stream()
                        .map(row -> LocalDate.parse(row.getFirst()))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    boolean off(LocalDate day) {
        return days.contains(day);
    }

    /** Whether many travel: a day off, or the evening before one. */
    boolean busy(LocalDate day) {
        return off(day) || off(day.plusDays(1));
    }
}
