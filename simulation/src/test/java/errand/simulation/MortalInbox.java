package errand.simulation;

import errand.runtime.work.Claim;
import errand.runtime.work.Entry;
import errand.runtime.work.Inbox;
import errand.simulation.Chaos.Met;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;

/**
 * An inbox whose process may die, or whose database may go away, when the effect is done and
 * nothing is committed.
 */
final class MortalInbox implements Inbox {

    /** The process is gone; nothing catches it. */
    static final class Died extends Error {
        private static final long serialVersionUID = 1;
    }

    private final Chaos chaos;
    private final Inbox inbox;

    MortalInbox(Chaos chaos, Inbox inbox) {
        this.chaos = chaos;
        this.inbox = inbox;
    }

    @Override
    public Kept once(Claim claim, EffectOnce effect) throws Exception {
        return inbox.once(
                claim,
                () -> {
                    Entry entry = effect.run();
                    if (chaos.percent(3)) {
                        chaos.met(Met.DIED_IN_ITS_TRANSACTION);
                        throw new Died();
                    }
                    if (chaos.percent(3)) {
                        chaos.met(Met.DATABASE_AWAY);
                        throw new SQLTransientConnectionException("away", "08006");
                    }
                    return entry;
                });
    }

    @Override
    public boolean begin(String taskId, byte[] asked) throws Exception {
        return inbox.begin(taskId, asked);
    }

    @Override
    public Optional<byte[]> begun(String taskId) throws Exception {
        return inbox.begun(taskId);
    }
}
