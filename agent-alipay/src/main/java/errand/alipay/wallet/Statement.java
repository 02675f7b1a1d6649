package errand.alipay.wallet;

import errand.agent.Describe;
import errand.agent.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a person's movements. */
public record Statement(
        @Describe("One line for a card") String title,
        @Describe("First day") LocalDate from,
        @Describe("Last day, included") LocalDate to,
        @Describe("How much left in the whole period, of these kinds") Money out,
        @Describe("How much came in in the whole period, of these kinds") Money in,
        @Describe("The newest first") List<Movement> movements,
        @Describe("cursor of the next page; absent on the last") @Nullable String next) {

    public Statement {
        movements = List.copyOf(movements);
    }
}
