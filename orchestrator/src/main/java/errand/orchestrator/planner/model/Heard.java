package errand.orchestrator.planner.model;

import errand.orchestrator.draft.Fault;
import errand.orchestrator.planner.DraftReply;
import java.util.List;

/** What was made of a model's reply. */
sealed interface Heard {

    /** It can be used. */
    record Understood(DraftReply reply) implements Heard {}

    /**
     * @param faults every one, with pointers into the reply; never empty
     */
    record Wrong(List<Fault> faults) implements Heard {
        public Wrong {
            faults = List.copyOf(faults);
        }
    }
}
