package errand.runtime.work;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * An inbox for tests and the simulation. It can take back what an effect wrote when it is told how:
 * the given supplier is asked before each effect and gives what restores the business.
 */
public final class InMemoryInbox implements Inbox {

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final Map<String, byte[]> begun = new ConcurrentHashMap<>();
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();
    private final Supplier<Runnable> restorePoint;

    public InMemoryInbox() {
        this(() -> () -> {});
    }

    public InMemoryInbox(Supplier<Runnable> restorePoint) {
        this.restorePoint = restorePoint;
    }

    @Override
    public boolean begin(String taskId, byte[] asked) {
        return begun.putIfAbsent(taskId, asked.clone()) != null;
    }

    @Override
    public Optional<byte[]> begun(String taskId) {
        return Optional.ofNullable(begun.get(taskId)).map(byte[]::clone);
    }

    @Override
    public Kept once(Claim claim, EffectOnce effect) throws Exception {
        ReentrantLock lock = locks.computeIfAbsent(claim.taskId(), id -> new ReentrantLock());
        lock.lock();
        try {
            Entry before = entries.get(claim.taskId());
            return before != null ? new Kept(before, true) : new Kept(first(claim, effect), false);
        } finally {
            lock.unlock();
        }
    }

    private Entry first(Claim claim, EffectOnce effect) throws Exception {
        Runnable restore = restorePoint.get();
        boolean keep = false;
        try {
            Entry entry = effect.run();
            keep = entry.verdict() == Verdict.DONE;
            entries.put(claim.taskId(), entry);
            return entry;
        } finally {
            if (!keep) {
                restore.run();
            }
        }
    }

    public Optional<Entry> find(String taskId) {
        return Optional.ofNullable(entries.get(taskId));
    }

    public int size() {
        return entries.size();
    }
}
