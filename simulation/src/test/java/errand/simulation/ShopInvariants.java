package errand.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import errand.orchestrator.plan.Money;
import errand.orchestrator.plan.Outcome;
import errand.orchestrator.plan.Phase;
import errand.orchestrator.plan.Plan;
import errand.orchestrator.plan.Stage;
import errand.orchestrator.plan.Step;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the model shop holds, sold and was paid agrees with how the plans ended (G2, G3, G5, G7).
 */
final class ShopInvariants {

    private static final Pattern WHOSE = Pattern.compile("[hoacm]_(p_\\d+/[_a-z0-9]+/.*)");

    private final ModelShop shop;
    private final Endings endings;

    ShopInvariants(ModelShop shop, Endings endings) {
        this.shop = shop;
        this.endings = endings;
    }

    void hold() {
        Broken.unless("G3 each effect happens once", this::eachEffectOnce);
        Broken.unless("G7 the ledger sums to zero", this::ledgerSumsToZero);
        Broken.unless("G2 captured is what was quoted", this::moneyIsRight);
        Broken.unless("G5 nothing stays held", this::nothingStaysHeld);
        Broken.unless(
                "a mandate is never overspent, and gets back what came to nothing", this::mandate);
        Broken.unless(
                "an undo is given up only when refused",
                () -> endings.undosGivenUpOnlyWhenRefused(shop.refusedUndos::contains));
    }

    /** Whatever the round: a step is done once and undone once. */
    private void eachEffectOnce() {
        List<String> writes =
                shop.state.effects.stream()
                        .filter(task -> !task.matches("p_\\d/[sq]\\d(_r\\d+)?/.*"))
                        .map(task -> task.substring(0, task.lastIndexOf('/')))
                        .toList();
        assertThat(writes).doesNotHaveDuplicates();
    }

    private void ledgerSumsToZero() {
        assertThat(shop.state.ledger.values().stream().mapToLong(Long::longValue).sum()).isZero();
    }

    private void moneyIsRight() {
        var state = shop.state;
        long spent = 0;
        for (Plan plan : endings.plans()) {
            spent += moneyOf(plan);
        }
        long captured =
                state.captured.entrySet().stream()
                        .filter(payment -> !givenUp(payment.getKey()))
                        .mapToLong(Map.Entry::getValue)
                        .sum();
        assertThat(captured).isEqualTo(spent);
        assertThat(state.ledger.getOrDefault("shop", 0L))
                .isEqualTo(state.captured.values().stream().mapToLong(Long::longValue).sum());
    }

    private long moneyOf(Plan plan) {
        Outcome outcome = ((Stage.Closed) plan.stage()).outcome();
        List<String> orders =
                shop.state.orders.keySet().stream()
                        .filter(order -> order.startsWith("o_" + plan.id() + "/"))
                        .toList();
        if (outcome == Outcome.DONE || outcome == Outcome.PARTIAL) {
            assertThat(orders).hasSameSizeAs(plan.quotes().keySet());
            return paid(plan).quoteIds().stream()
                    .map(id -> Objects.requireNonNull(plan.quotes().get(id)).total())
                    .reduce(Money.NOTHING, Money::plus)
                    .amount();
        }
        assertThat(orders).allMatch(this::givenUp);
        return 0;
    }

    /** The payment that counts: of a plan that went another way, the last one planned. */
    private static Step paid(Plan plan) {
        return plan.steps().values().stream()
                .filter(step -> step.id().startsWith("pay"))
                .filter(step -> step.phase() == Phase.DONE)
                .findFirst()
                .orElseThrow();
    }

    private void nothingStaysHeld() {
        assertThat(shop.state.holds).allMatch(this::givenUp);
        assertThat(shop.state.authorised.keySet()).allMatch(this::givenUp);
    }

    private void mandate() {
        Map<String, Long> reserved = shop.state.reserved;
        assertThat(reserved.values().stream().mapToLong(Long::longValue).sum())
                .isLessThanOrEqualTo(ModelShop.MANDATE);
        assertThat(reserved.keySet())
                .allMatch(id -> endings.stands(task(id)) || endings.givenUp(task(id)));
    }

    /** Whether the step behind an id of the shop stands only because its undo was refused. */
    private boolean givenUp(String id) {
        return endings.givenUp(task(id));
    }

    /** Ids of the shop hold the id of the task that made them. */
    private static String task(String id) {
        Matcher whose = WHOSE.matcher(id);
        assertThat(whose.matches()).as(id).isTrue();
        return whose.group(1);
    }
}
