package errand.bench.burst;

import static org.assertj.core.api.Assertions.assertThat;

import errand.events.TaskSucceeded;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BooksTest {

    private static TaskSucceeded reply(String task, String output) {
        return new TaskSucceeded("e_1", Instant.EPOCH, "c_1", task, "flash", output);
    }

    private static Bought bought(String... idsByTask) {
        var bought = new Bought(plan -> plan.startsWith("p_"));
        for (int i = 0; i < idsByTask.length; i += 2) {
            bought.add(reply(idsByTask[i], idsByTask[i + 1]));
        }
        return bought;
    }

    @Test
    void orders_and_captures_of_these_plans_are_counted_once_however_often_they_are_told() {
        String paid = "{\"captureId\": \"C1\", \"paid\": {\"amount\": 1900}}";
        var bought =
                bought(
                        "p_1/order/do/1", "{\"orderId\": \"B1\"}",
                        "p_1/order/do/1", "{\"orderId\": \"B1\"}",
                        "p_1/pay/do/1", paid,
                        "p_1/pay/do/1", paid,
                        "p_1/hold/do/1", "{\"holdId\": \"H1\"}",
                        "x_1/order/do/1", "{\"orderId\": \"B9\"}");

        assertThat(bought.orders()).isEqualTo(1);
        assertThat(bought.captures()).isEqualTo(1);
        assertThat(bought.paid()).isEqualTo(1_900);
        assertThat(bought.twice()).isZero();
    }

    @Test
    void a_plan_with_two_orders_or_two_payments_bought_twice() {
        var bought =
                bought(
                        "p_1/order/do/1", "{\"orderId\": \"B1\"}",
                        "p_1/order/do/2", "{\"orderId\": \"B2\"}",
                        "p_2/pay/do/1", "{\"captureId\": \"C1\", \"paid\": {\"amount\": 1}}",
                        "p_2/pay/do/2", "{\"captureId\": \"C2\", \"paid\": {\"amount\": 1}}");

        assertThat(bought.twice()).isEqualTo(2);
        assertThat(bought.orders()).isEqualTo(2);
        assertThat(bought.captures()).isEqualTo(2);
    }

    @Test
    void what_came_into_the_books_since_is_judged_and_what_must_be_nothing_as_it_is() {
        var before = new Books(5, 5, 9_500, 3, 0, 0);
        var after = new Books(15, 15, 28_500, 0, 0, 0);

        assertThat(after.since(before).faults(10, 19_000)).isEmpty();
    }

    @Test
    void every_fault_is_named() {
        assertThat(new Books(9, 11, 18_999, 1, 2, 1).faults(10, 19_000))
                .containsExactly(
                        "the shop's book has 9 orders",
                        "Alipay's book has 11 captures",
                        "Alipay captured 18999 fen and the log says 19000",
                        "1 fen and authorisations are still held",
                        "the ledger sums to 2 fen",
                        "1 accounts differ from their entries");
    }
}
