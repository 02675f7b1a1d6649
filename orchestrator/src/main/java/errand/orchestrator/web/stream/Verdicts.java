package errand.orchestrator.web.stream;

import errand.events.ConversationAdvanced;
import errand.facts.ConsentAnswerDeclined;
import errand.facts.ConsentExpired;
import errand.facts.ConsentGranted;
import errand.facts.ConsentRefused;
import errand.facts.ConsentWithdrawn;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Waits for what the engine says to an answer. */
public final class Verdicts {

    private final Tail tail;
    private final Streams streams;

    public Verdicts(Tail tail, Streams streams) {
        this.tail = tail;
        this.streams = streams;
    }

    /**
     * What became of a card.
     *
     * @param state {@code granted refused expired withdrawn}, or {@code declined}
     * @param code why it was declined
     * @param seq number of the conversation's record that says so
     */
    public record Verdict(
            String state, @Nullable String code, @Nullable String message, long seq) {}

    /** Listens before the answer is sent, so that no verdict is missed. */
    public final class Wait implements AutoCloseable {

        private final Subscription live;
        private final String consentId;

        private Wait(Subscription live, String consentId) {
            this.live = live;
            this.consentId = consentId;
        }

        /**
         * The verdict, when there is one in time.
         *
         * @param inputId the answer: declining counts only when it was this one that was declined
         */
        public Optional<Verdict> on(String inputId, Duration within) throws InterruptedException {
            long end = System.nanoTime() + within.toNanos();
            while (!live.isCut()) {
                long left = end - System.nanoTime();
                ConsumerRecord<String, byte[]> record =
                        left <= 0 ? null : live.next(Duration.ofNanos(left));
                if (record == null) {
                    return Optional.empty();
                }
                ConversationAdvanced advanced = streams.decoded(record);
                Verdict verdict = advanced == null ? null : verdict(advanced, inputId);
                if (verdict != null) {
                    return Optional.of(verdict);
                }
            }
            return Optional.empty();
        }

        private @Nullable Verdict verdict(ConversationAdvanced record, String inputId) {
            Verdict found = null;
            for (Object event : record.getEvents()) {
                Verdict verdict = Verdicts.verdict(event, consentId, record.getSeq());
                if (verdict == null
                        || (verdict.code() != null && !record.getCausedBy().equals(inputId))) {
                    continue;
                }
                // A declined answer says more than what else happened to the card with it.
                if (found == null || verdict.code() != null) {
                    found = verdict;
                }
            }
            return found;
        }

        @Override
        public void close() {
            live.close();
        }
    }

    public Wait listen(String conversationId, String consentId) {
        return new Wait(tail.listen(conversationId), consentId);
    }

    private static @Nullable Verdict verdict(Object event, String consentId, long seq) {
        return switch (event) {
            case ConsentGranted e when e.getConsentId().equals(consentId) ->
                    new Verdict("granted", null, null, seq);
            case ConsentRefused e when e.getConsentId().equals(consentId) ->
                    new Verdict("refused", null, null, seq);
            case ConsentExpired e when e.getConsentId().equals(consentId) ->
                    new Verdict("expired", null, null, seq);
            case ConsentWithdrawn e when e.getConsentId().equals(consentId) ->
                    new Verdict("withdrawn", null, null, seq);
            case ConsentAnswerDeclined e when e.getConsentId().equals(consentId) ->
                    new Verdict("declined", e.getCode(), e.getMessage(), seq);
            default -> null;
        };
    }
}
