package errand.orchestrator.admission;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who is in and who waits, in the whole installation, as the log told it: a little behind what
 * happens.
 */
public interface Crowd {

    /** What one person has in a lane. */
    record Share(int underWay, int queued) {}

    /**
     * One that waits.
     *
     * @param id of the plan or of the message; ids are made in the order of time
     */
    record Waiting(String id, String conversationId, String user) {}

    /** By person, of everybody who has anything in the lane. */
    Map<String, Share> shares(Lane lane);

    /** Those of the ids that the log has told of, whatever became of them. */
    Set<String> known(Lane lane, Collection<String> ids);

    /** All that wait, in the order of their ids. */
    List<Waiting> queue(Lane lane);

    /**
     * The right to let people in, which one process of the installation has at a time; null when
     * another one has it.
     */
    @org.jspecify.annotations.Nullable
    Chair chair();

    /** Held until it is closed or its holder dies. */
    interface Chair extends AutoCloseable {
        /** Whether it is still held. */
        boolean held();

        @Override
        void close();
    }
}
