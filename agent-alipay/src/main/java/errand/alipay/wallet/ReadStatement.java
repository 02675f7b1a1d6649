package errand.alipay.wallet;

import errand.agent.Describe;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which movements to list. */
public record ReadStatement(
        @Describe("First day; 30 days before the last when not said") @Nullable LocalDate from,
        @Describe("Last day, included; today when not said") @Nullable LocalDate to,
        @Describe("Only these kinds; all when not said") @Nullable List<MovementKind> kinds,
        @Describe("How many at most, 1 to 100; 20 when not said") @Nullable Integer limit,
        @Describe("Goes on from here: next of the page before") @Nullable String cursor) {

    public ReadStatement {
        kinds = kinds == null ? null : List.copyOf(kinds);
    }
}
