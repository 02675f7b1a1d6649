package errand.simulation;

import errand.events.Admitted;
import errand.events.CancelRequested;
import errand.events.ConsentAnswered;
import errand.events.Decision;
import errand.events.PlanSubmitted;
import errand.events.UserSaid;
import errand.facts.ConsentAsked;
import errand.orchestrator.codec.CoreJson;
import errand.orchestrator.plan.PlanSpec;
import errand.simulation.Chaos.Met;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * Whoever submits plans, answers cards and changes their mind; what they will do is in no order.
 */
final class SimulatedPerson {

    private final Chaos chaos;
    private final Instant begun;
    private final List<SpecificRecord> mind = new ArrayList<>();

    SimulatedPerson(Chaos chaos, Instant begun) {
        this.chaos = chaos;
        this.begun = begun;
    }

    /** A plan that has to wait is called never, once or twice, and perhaps before it is there. */
    void submits(World.Wish wish) {
        mind.add(submitted(wish));
        if (wish.plan().queued() != null) {
            chaos.met(Met.QUEUED);
            for (int calls = chaos.below(3); calls > 0; calls--) {
                mind.add(called(wish));
            }
        }
    }

    void says(UserSaid said) {
        mind.add(said);
    }

    void cancels(String conversation) {
        mind.add(cancel(conversation));
    }

    /** Whether there is something they will do. */
    boolean wants() {
        return !mind.isEmpty();
    }

    /** What the person does happens when they do it. */
    SpecificRecord acts(Instant now) {
        SpecificRecord record = chaos.takeOneOf(mind);
        record.put(record.getSchema().getField("at").pos(), now);
        return record;
    }

    /** Shown a card, they say yes or no, perhaps twice, perhaps to an old one, or nothing. */
    void decides(String conversation, ConsentAsked asked) {
        int mood = chaos.below(100);
        if (mood < 5) {
            return; // never answers: the card expires
        }
        if (mood < 15) {
            chaos.met(Met.STALE_HASH);
            mind.add(answer(conversation, asked, Decision.GRANT, "sha256:old"));
        }
        Decision decision = mood < 90 ? Decision.GRANT : Decision.REFUSE;
        mind.add(answer(conversation, asked, decision, asked.getHash()));
        if (mood % 5 == 0) {
            chaos.met(Met.CONSENT_ANSWERED_TWICE);
            mind.add(answer(conversation, asked, decision, asked.getHash()));
        }
    }

    private ConsentAnswered answer(
            String conversation, ConsentAsked asked, Decision decision, String hash) {
        return new ConsentAnswered(
                "answer/" + asked.getConsentId(),
                begun,
                conversation,
                asked.getConsentId(),
                decision,
                hash,
                null);
    }

    private PlanSubmitted submitted(World.Wish wish) {
        PlanSpec plan = wish.plan();
        return new PlanSubmitted(
                "submit/" + plan.id(),
                begun,
                wish.conversation(),
                plan.id(),
                plan.user(),
                plan.lang(),
                CoreJson.write(plan),
                null);
    }

    private Admitted called(World.Wish wish) {
        String plan = wish.plan().id();
        return new Admitted("turn/" + plan, begun, wish.conversation(), plan);
    }

    private CancelRequested cancel(String conversation) {
        return new CancelRequested("cancel", begun, conversation, null, "算了", null);
    }
}
