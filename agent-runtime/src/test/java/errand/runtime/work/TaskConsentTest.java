package errand.runtime.work;

import static errand.runtime.work.CounterAtWork.ONE;
import static errand.runtime.work.CounterAtWork.asked;
import static errand.runtime.work.CounterAtWork.failed;
import static org.assertj.core.api.Assertions.assertThat;

import errand.common.FailureKind;
import errand.common.Terms;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What binds the person runs only under terms that they were shown. */
class TaskConsentTest {

    private final CounterAtWork counter = new CounterAtWork();
    private final Counter business = counter.business;
    private final InMemoryInbox inbox = counter.inbox;
    private final TaskWork work = counter.work;

    @Test
    void what_binds_runs_under_terms_that_cover_its_quotes() throws Exception {
        String input = "{\"text\":\"one\",\"times\":1,\"quoteId\":\"q_1\",\"quoteIds\":[\"q_2\"]}";
        Reply reply =
                work.handle(
                        asked("counter.seat.book", input)
                                .setTerms(terms("p_1", "q_1", "q_2"))
                                .build());
        assertThat(reply.failure()).isNull();
        var seen = Objects.requireNonNull(business.tasks.getFirst().terms());
        assertThat(seen.item("q_2"))
                .contains(
                        new errand.agent.Terms.Item(
                                "q_2",
                                new errand.agent.Payee("shop", "店"),
                                errand.agent.Money.cny(100)));
    }

    @Test
    void what_binds_does_nothing_without_terms() throws Exception {
        for (String capability : List.of("counter.seat.book", "counter.seat.pay")) {
            Reply reply = work.handle(asked(capability, ONE).build());
            assertThat(failed(reply, FailureKind.INVALID, "CONSENT_MISMATCH"))
                    .isEqualTo(
                            "Task 'p_1/a/do/1' of '%s' needs the person's consent and carries none. Nothing was done."
                                    .formatted(capability));
        }
        assertThat(business.written).isEmpty();
        assertThat(inbox.size()).isZero();
    }

    @Test
    void a_hash_that_is_not_of_what_was_shown_does_nothing() throws Exception {
        Terms forged = terms("p_1", "q_1");
        forged.setShown(forged.getShown().replace("100", "900"));
        Reply reply = work.handle(asked("counter.seat.book", ONE).setTerms(forged).build());
        assertThat(failed(reply, FailureKind.INVALID, "CONSENT_MISMATCH"))
                .contains("carries terms whose hash is not that of what was shown");
        assertThat(business.written).isEmpty();
    }

    @Test
    void terms_shown_for_another_plan_do_not_count() throws Exception {
        Reply reply =
                work.handle(asked("counter.seat.book", ONE).setTerms(terms("p_2", "q_1")).build());
        assertThat(failed(reply, FailureKind.INVALID, "CONSENT_MISMATCH"))
                .contains("carries terms that were shown for plan 'p_2'");
    }

    @Test
    void a_quote_that_was_not_shown_does_nothing() throws Exception {
        for (String where : List.of("\"quoteId\":\"q_9\"", "\"quoteIds\":[\"q_1\",\"q_9\"]")) {
            Reply reply =
                    work.handle(
                            asked(
                                            "counter.seat.pay",
                                            "{\"text\":\"one\",\"times\":1," + where + "}")
                                    .setTerms(terms("p_1", "q_1"))
                                    .build());
            assertThat(failed(reply, FailureKind.INVALID, "CONSENT_MISMATCH"))
                    .isEqualTo(
                            "Task 'p_1/a/do/1' of 'counter.seat.pay' names quotes that the person was not shown: q_9. Shown were: q_1. Nothing was done.");
        }
        assertThat(business.written).isEmpty();
    }

    @Test
    void undoing_needs_no_consent_but_a_declared_undo_run_as_a_step_does() throws Exception {
        Reply undo =
                work.handle(asked("counter.seat.cancel", ONE).setTaskId("p_1/a/undo/1").build());
        assertThat(undo.failure()).isNull();

        Reply step = work.handle(asked("counter.seat.cancel", ONE).build());
        assertThat(step.failure()).isEqualTo(FailureKind.INVALID);

        Reply notAnUndo =
                work.handle(asked("counter.seat.book", ONE).setTaskId("p_1/b/undo/1").build());
        assertThat(notAnUndo.failure()).isEqualTo(FailureKind.INVALID);
    }

    private static Terms terms(String planId, String... quoteIds) {
        StringBuilder items = new StringBuilder();
        for (String id : quoteIds) {
            items.append(items.isEmpty() ? "" : ",")
                    .append("{\"payee\":{\"id\":\"shop\",\"name\":\"店\"},\"quoteId\":\"")
                    .append(id)
                    .append("\",\"total\":{\"amount\":100,\"currency\":\"CNY\"}}");
        }
        String shown =
                "{\"items\":[%s],\"planId\":\"%s\",\"total\":{\"amount\":100,\"currency\":\"CNY\"}}"
                        .formatted(items, planId);
        return Terms.newBuilder()
                .setConsentId("k_1")
                .setHash("sha256:" + Hashes.sha256(shown))
                .setShown(shown)
                .build();
    }
}
