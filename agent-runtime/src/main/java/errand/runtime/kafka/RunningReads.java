package errand.runtime.kafka;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * Threads that are reading for a plan, so that they can be stopped early. Writes are never
 * interrupted: they finish, and their outcome is answered.
 */
final class RunningReads {

    private final Map<String, Set<Thread>> threads = new HashMap<>();

    <T> T during(String planId, Callable<T> read) throws Exception {
        Thread me = Thread.currentThread();
        synchronized (threads) {
            threads.computeIfAbsent(planId, id -> new HashSet<>()).add(me);
        }
        try {
            return read.call();
        } finally {
            forget(planId, me);
        }
    }

    /** Stops what reads for the plan now. */
    void interrupt(String planId) {
        synchronized (threads) {
            threads.getOrDefault(planId, Set.of()).forEach(Thread::interrupt);
        }
    }

    /** From here on nobody interrupts this thread for the plan; an interrupt that came is spent. */
    private void forget(String planId, Thread me) {
        synchronized (threads) {
            Set<Thread> ofPlan = threads.get(planId);
            if (ofPlan != null && ofPlan.remove(me) && ofPlan.isEmpty()) {
                threads.remove(planId);
            }
        }
        boolean unused = Thread.interrupted();
    }
}
