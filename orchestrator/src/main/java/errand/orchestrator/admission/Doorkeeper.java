package errand.orchestrator.admission;

import errand.orchestrator.admission.Crowd.Chair;
import errand.orchestrator.admission.Crowd.Share;
import errand.orchestrator.admission.Crowd.Waiting;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks again and again who is in and who waits, and lets in whom there is room for. Of all
 * processes of an installation one does so at a time; letting somebody in twice does no harm.
 */
public final class Doorkeeper implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Doorkeeper.class);

    private static final long LOOK_MS = 100;
    private static final long LOOK_MS_AT_MOST = 1_000;

    /** How many times as long as a look took nobody looks after it. */
    private static final int REST = 9;

    /** In so many looks, one, while nobody comes or waits. */
    private static final int SELDOM = 10;

    /** Says to the conversation of somebody who waits that it is their turn. */
    public interface Voice {
        void call(String conversationId, String id);
    }

    private final Admission admission;
    private final Crowd crowd;
    private final Voice voice;
    private final CountDownLatch stop = new CountDownLatch(1);
    private @Nullable Chair chair;
    private @Nullable Thread thread;
    private boolean well = true;

    public Doorkeeper(Admission admission, Crowd crowd, Voice voice) {
        this.admission = admission;
        this.crowd = crowd;
        this.voice = voice;
    }

    @Override
    public synchronized void start() {
        thread = Thread.ofPlatform().name("doorkeeper").daemon().start(this::run);
    }

    private void run() {
        try {
            long pause = LOOK_MS;
            for (long round = 0; !stop.await(pause, TimeUnit.MILLISECONDS); round++) {
                long began = System.nanoTime();
                look(round % SELDOM == 0);
                pause = pause(System.nanoTime() - began);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            leaveChair();
        }
    }

    /** Until the next look, in milliseconds: thousands who wait are not read ten times a second. */
    static long pause(long tookNanos) {
        long rest = TimeUnit.NANOSECONDS.toMillis(REST * tookNanos);
        return Math.clamp(rest, LOOK_MS, LOOK_MS_AT_MOST);
    }

    private void look(boolean all) {
        try {
            boolean anybody = false;
            for (Lane lane : Lane.values()) {
                Door door = admission.door(lane);
                if (door.hurries() || (all && door.stirs())) {
                    anybody |= look(lane, door);
                }
            }
            if (all && !anybody) {
                leaveChair();
            }
            well = true;
        } catch (RuntimeException away) {
            if (well) {
                log.warn("Who waits cannot be looked up; trying again: {}", away.toString());
            }
            well = false;
            leaveChair();
        }
    }

    /** One look at a lane; whether anybody waits there. */
    boolean look(Lane lane, Door door) {
        Set<String> fresh = door.fresh();
        Set<String> known = fresh.isEmpty() ? fresh : crowd.known(lane, fresh);
        Map<String, Share> shares = crowd.shares(lane);
        boolean some = shares.values().stream().anyMatch(share -> share.queued() > 0);
        List<Waiting> queue = some ? crowd.queue(lane) : List.of();
        door.told(known, shares, queue.stream().map(Waiting::id).collect(Collectors.toSet()));
        List<Waiting> ordered = Fair.order(queue, door::underWay);
        admission.stand(lane, ordered);
        if (!ordered.isEmpty() && sits()) {
            for (Waiting next : door.letIn(ordered)) {
                voice.call(next.conversationId(), next.id());
            }
        }
        return !ordered.isEmpty();
    }

    private boolean sits() {
        Chair mine = chair;
        if (mine != null && mine.held()) {
            return true;
        }
        leaveChair();
        chair = crowd.chair();
        return chair != null;
    }

    private void leaveChair() {
        Chair mine = chair;
        chair = null;
        if (mine != null) {
            mine.close();
        }
    }

    @Override
    public void stop() {
        stop.countDown();
        Thread running;
        synchronized (this) {
            running = thread;
            thread = null;
        }
        if (running != null) {
            try {
                running.join(5_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    /** Before the web server takes requests, and after it has stopped taking them. */
    @Override
    public int getPhase() {
        return 150;
    }
}
