package errand.simulation;

import errand.events.ConversationAdvanced;
import errand.orchestrator.conversation.Core;
import errand.orchestrator.plan.PlanSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/** One conversation: its inbox, its log, the plans submitted in it, the engine that works on it. */
final class SimulatedConversation {

    final String id;
    final List<SpecificRecord> inbox = new ArrayList<>();
    final TreeMap<Long, ConversationAdvanced> log = new TreeMap<>();
    final List<PlanSpec> plans = new ArrayList<>();
    final SimulatedEngine engine;

    /**
     * @param outputs what the engine sends, in its order
     */
    SimulatedConversation(String id, Core core, Chaos chaos, Consumer<SpecificRecord> outputs) {
        this.id = id;
        this.engine = new SimulatedEngine(core, chaos, id, inbox, outputs);
    }

    /** Takes what the engine said of a step forward; false when it has said the same before. */
    boolean heard(ConversationAdvanced advanced) {
        ConversationAdvanced before = log.putIfAbsent(advanced.getSeq(), advanced);
        if (before != null && !before.equals(advanced)) {
            throw new Broken(
                    Invariants.REPLAY,
                    "number %d says two things: %s and %s"
                            .formatted(advanced.getSeq(), before, advanced));
        }
        return before == null;
    }
}
