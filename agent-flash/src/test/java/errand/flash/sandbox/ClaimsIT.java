package errand.flash.sandbox;

import static errand.testkit.Outcomes.race;
import static org.assertj.core.api.Assertions.assertThat;

import errand.common.Failure;
import errand.flash.delivery.ClaimGranted;
import errand.flash.delivery.ClaimWish;
import errand.flash.delivery.ClaimWish.Reason;
import errand.flash.delivery.OrderTracked;
import errand.flash.delivery.TrackOrder;
import errand.runtime.work.Reply;
import errand.testkit.AgentHarness;
import errand.testkit.TestTerms;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Money back for what came late, not at all or spilled. */
@Tag("integration")
class ClaimsIT {

    private final Neighbours here = new Neighbours();

    @AfterEach
    void close() {
        here.close();
    }

    @Test
    void a_late_order_gives_money_back_once() {
        String order = here.lateOrder(20);
        OrderTracked late = track(order);

        ClaimGranted granted = claim(order, Reason.LATE, List.of());

        assertThat(granted.lateMinutes()).isEqualTo(late.lateMinutes()).isGreaterThanOrEqualTo(20);
        assertThat(granted.refund().amount())
                .isPositive()
                .isEqualTo(
                        Compensation.forDelay(here.lastQuote(), late.lines(), late.lateMinutes())
                                .amount());
        assertThat(granted.terms()).startsWith("超时%d分钟".formatted(late.lateMinutes()));
        assertThat(track(order).refunded()).isEqualTo(granted.refund());
        Failure again = AgentHarness.failure(claimed(order, Reason.LATE, List.of()));
        assertThat(again.getCode()).isEqualTo("ALREADY_CLAIMED");
        assertThat(again.getMessage()).isEqualTo("这个订单已经赔付过超时，不能重复申请。");
    }

    @Test
    void an_order_in_time_is_not_late() {
        String order = here.order(here.lattes(2));

        assertThat(AgentHarness.failure(claimed(order, Reason.LATE, List.of())).getCode())
                .isEqualTo("NOT_LATE");
        Failure early = AgentHarness.failure(claimed(order, Reason.MISSING, line(order, 1)));
        assertThat(early.getCode()).isEqualTo("NOT_DELIVERED");
    }

    @Test
    void claims_together_never_give_back_more_than_was_paid() {
        String order = here.lateOrder(20);
        long paid = here.lastQuote().total().amount();
        here.clock().forward(Duration.ofHours(3));
        ClaimGranted late = claim(order, Reason.LATE, List.of());
        ClaimGranted one = claim(order, Reason.MISSING, line(order, 1));
        ClaimGranted rest = claim(order, Reason.SPILLED, line(order, 1));

        assertThat(one.refund()).isEqualTo(track(order).lines().getFirst().unit());
        assertThat(rest.refund().amount())
                .as("what is left after the others, though all of it is claimed")
                .isEqualTo(paid - late.refund().amount() - one.refund().amount());
        assertThat(rest.refundedInAll().amount()).isEqualTo(paid);
        Failure more = AgentHarness.failure(claimed(order, Reason.MISSING, line(order, 1)));
        assertThat(more.getCode()).isEqualTo("ALREADY_CLAIMED");
        assertThat(more.getDetails()).contains("\"quantity\":0").contains("\"amount\":0");
        assertThat(inDatabase("select refunded from refunded")).isEqualTo(paid);
    }

    @Test
    void of_twenty_claims_at_once_for_two_lattes_two_are_granted() throws Exception {
        String order = here.order(here.lattes(2));
        here.clock().forward(Duration.ofHours(3));
        List<ClaimWish.Line> line = line(order, 1);

        List<Reply> replies = race(20, () -> claimed(order, Reason.MISSING, line));

        assertThat(replies.stream().filter(reply -> reply.failure() == null)).hasSize(2);
        assertThat(inDatabase("select sum(quantity) from claim_line")).isEqualTo(2);
        assertThat(inDatabase("select refunded from refunded"))
                .isEqualTo(here.lastQuote().total().amount());
    }

    @Test
    void what_is_not_in_the_order_or_too_old_is_not_given_back() {
        String order = here.order(here.lattes(2));
        here.clock().forward(Duration.ofHours(3));
        List<ClaimWish.Line> other = List.of(new ClaimWish.Line("F00000-9", 1));

        Failure unknown = AgentHarness.failure(claimed(order, Reason.MISSING, other));
        assertThat(unknown.getCode()).isEqualTo("UNKNOWN_LINE");
        assertThat(unknown.getMessage()).contains(track(order).lines().getFirst().itemId());
        assertThat(AgentHarness.failure(claimed(order, Reason.MISSING, List.of())).getCode())
                .isEqualTo("NO_LINES");
        here.clock().forward(Duration.ofHours(24));
        assertThat(AgentHarness.failure(claimed(order, Reason.MISSING, line(order, 1))).getCode())
                .isEqualTo("CLAIM_TOO_LATE");
    }

    @Test
    void what_was_cancelled_is_not_claimed_and_what_was_claimed_is_not_cancelled() {
        String cancelled = here.order(here.lattes(2));
        here.cancel(cancelled);
        assertThat(AgentHarness.failure(claimed(cancelled, Reason.LATE, List.of())).getCode())
                .isEqualTo("ORDER_CANCELLED");

        String late = here.lateOrder(20);
        claim(late, Reason.LATE, List.of());
        assertThat(AgentHarness.failure(here.undo(late)).getCode()).isEqualTo("ALREADY_REFUNDED");
    }

    private OrderTracked track(String order) {
        return AgentHarness.output(
                here.call("flash.order.track", new TrackOrder(order)), OrderTracked.class);
    }

    private List<ClaimWish.Line> line(String order, int quantity) {
        String itemId = track(order).lines().getFirst().itemId();
        return List.of(new ClaimWish.Line(itemId, quantity));
    }

    private ClaimGranted claim(String order, Reason reason, List<ClaimWish.Line> lines) {
        return AgentHarness.output(claimed(order, reason, lines), ClaimGranted.class);
    }

    private Reply claimed(String order, Reason reason, List<ClaimWish.Line> lines) {
        return here.harness()
                .deliver(
                        here.harness()
                                .task("flash.order.claim")
                                .input(new ClaimWish(order, reason, lines))
                                .terms(TestTerms.agreed("p_test", here.lastQuote()))
                                .build());
    }

    private long inDatabase(String sql) {
        return JdbcClient.create(here.database()).sql(sql).query(Long.class).single();
    }
}
