package errand.taobao.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import errand.agent.Quote;
import errand.agent.reservation.Quoted;
import errand.common.Failure;
import errand.events.TaskRefused;
import errand.events.TaskRequested;
import errand.events.TaskSucceeded;
import errand.runtime.work.Reply;
import errand.taobao.market.OrderGoods;
import errand.testkit.AgentHarness;
import errand.testkit.TestTerms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Everybody wants the same thing at once, over the inbox and a pool of eight connections. */
@Tag("integration")
class ThousandBuyersIT {

    private static final int BUYERS = 1_000;
    private static final int PIECES = 100;

    private final Market market = new Market();

    @AfterEach
    void close() {
        market.close();
    }

    @Test
    void of_a_thousand_buyers_a_hundred_get_one_of_a_hundred_pieces() throws Exception {
        String sku = market.search("机械键盘", null).getFirst().skuId();
        market.stock(sku, PIECES);
        List<TaskRequested> tasks = new ArrayList<>();
        for (Quote quote : inParallel(BUYERS, buyer -> () -> quote("buyer" + buyer, sku))) {
            tasks.add(task("buyer" + tasks.size(), quote));
        }

        long begin = System.nanoTime();
        List<Reply> replies =
                inParallel(BUYERS, buyer -> () -> market.harness.deliver(tasks.get(buyer)));
        Duration took = Duration.ofNanos(System.nanoTime() - begin);

        System.out.printf(
                "%d buyers, %d pieces, %d connections: %d ms, %.1f orders a second%n",
                BUYERS,
                PIECES,
                market.database.getMaximumPoolSize(),
                took.toMillis(),
                BUYERS / (took.toMillis() / 1e3));
        assertThat(market.database.getMaximumPoolSize()).isLessThanOrEqualTo(10);
        assertThat(replies.stream().filter(it -> it.record() instanceof TaskSucceeded))
                .hasSize(PIECES);
        assertThat(replies.stream().filter(it -> it.record() instanceof TaskRefused))
                .hasSize(BUYERS - PIECES)
                .allSatisfy(ThousandBuyersIT::saysThatItIsSoldOut);
        assertThat(market.count("select count(*) from booking where state = 'BOOKED'"))
                .isEqualTo(PIECES);
        assertThat(market.count("select sum(quantity) from occupancy where item_id = ?", sku))
                .isEqualTo(PIECES);
        assertThat(market.count("select count(*) from task_inbox where verdict = 'REFUSED'"))
                .isEqualTo(BUYERS - PIECES);
    }

    private static void saysThatItIsSoldOut(Reply reply) {
        Failure failure = AgentHarness.failure(reply);
        assertThat(failure.getCode()).isEqualTo("SOLD_OUT");
        assertThat(failure.getMessage()).contains("1 wanted, 0 left");
    }

    private Quote quote(String user, String sku) {
        return AgentHarness.output(market.by(user, "goods.quote", Market.one(sku, 1)), Quoted.class)
                .quote();
    }

    private TaskRequested task(String user, Quote quote) {
        return market.harness
                .task("taobao.order.place")
                .user(user)
                .lang("en")
                .input(new OrderGoods(quote.quoteId()))
                .terms(TestTerms.agreed("p_test", quote))
                .build();
    }

    /** What one of so many does. */
    private interface Work<T> {
        Callable<T> of(int number);
    }

    private static <T> List<T> inParallel(int many, Work<T> work) throws Exception {
        List<T> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> all = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                all.add(threads.submit(work.of(i)));
            }
            for (Future<T> each : all) {
                results.add(each.get());
            }
        }
        return results;
    }
}
