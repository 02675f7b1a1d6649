package errand.local.kill;

import static org.assertj.core.api.Assertions.assertThat;

import errand.local.log.EventLog;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * Whether trips ended once and correctly: by the log, by the businesses' tables and by what the
 * orchestrator shows, each on its own.
 */
final class Audit {

    private static final long OPENING_BALANCE = 6_000_000;

    private final Installation installation;
    private final EventLog log;

    Audit(Installation installation) {
        this.installation = installation;
        this.log =
                new EventLog(
                        installation.address(Installation.BROKER),
                        installation.http(Installation.REGISTRY));
    }

    /**
     * A trip that ended.
     *
     * @param plan as the orchestrator shows it
     */
    record Ended(Trip trip, Page.Taken taken, JsonNode plan) {

        long total() {
            return plan.path("consents").path(0).path("total").path("amount").asLong();
        }
    }

    Map<String, Told> log() {
        return Told.all(log.read("conversation.events"));
    }

    Map<String, Long> deadLetters() {
        return log.deadLetters();
    }

    /** Everything about one trip. */
    Told check(Ended ended) throws SQLException {
        try (var books = books()) {
            var told = Objects.requireNonNull(log().get(ended.taken().conversationId()));
            checkLog(ended, told);
            checkPlan(ended, told);
            checkBooks(ended, books);
            checkLedger(books);
            return told;
        }
    }

    void checkLog(Ended ended, Told told) {
        assertThat(told.outcomes()).containsExactly("DONE");
        assertThat(told.spent()).isEqualTo(ended.total()).isPositive();
        assertThat(told.count("PlanAccepted")).isOne();
        assertThat(told.count("ConsentGranted")).isOne();
        for (var step : Trip.STEPS) {
            assertThat(told.count("StepSucceeded " + step)).as(step).isOne();
        }
        assertThat(told.count("ConversationStuck")).isZero();
        assertThat(told.count("UndoDispatched")).isZero();
    }

    /** What the orchestrator shows is what the log folds to. */
    void checkPlan(Ended ended, Told told) {
        var plan = ended.plan();
        assertThat(plan.path("state").asString()).isEqualTo("done");
        assertThat(plan.path("spent").path("amount").asLong()).isEqualTo(ended.total());
        for (var step : plan.path("steps")) {
            var id = step.path("id").asString();
            assertThat(step.path("state").asString()).as(id).isEqualTo(told.steps().get(id));
        }
        assertThat(plan.path("steps").size()).isEqualTo(Trip.STEPS.size());
    }

    void checkBooks(Ended ended, Books books) throws SQLException {
        long total = ended.total();
        assertThat(books.account(ended.trip().user()))
                .isEqualTo(
                        new Books.Account(1, 1, 1, 1, 1, 1, 1, total, 0, OPENING_BALANCE - total));
        for (var agent : new String[] {"fliggy", "alipay"}) {
            var conversation = ended.taken().conversationId();
            assertThat(books.tasksDone(agent, conversation)).as(agent).isEqualTo(2);
            assertThat(books.tasks(agent, conversation)).as(agent).isEqualTo(2);
        }
    }

    void checkLedger(Books books) throws SQLException {
        assertThat(books.ledger()).isEqualTo(new Books.Ledger(0, 0, 0, 0));
    }

    Books books() throws SQLException {
        return new Books(installation.address(Installation.POSTGRES));
    }
}
