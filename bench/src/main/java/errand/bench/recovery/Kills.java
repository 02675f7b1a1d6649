package errand.bench.recovery;

import errand.bench.load.Steady;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Kills services while plans are asked for, and measures until all goes on. */
public final class Kills {

    private static final Duration LOST_AFTER = Duration.ofSeconds(90);

    private final Victims victims;
    private final Steady load;

    public Kills(Victims victims, Steady load) {
        this.victims = victims;
        this.load = load;
    }

    /** Kills one service, starts it at once, and returns when all that was asked for is done. */
    public Killed kill(String service) throws InterruptedException {
        long began = System.nanoTime();
        var outage = new Outage(began);
        load.listen(outage::done);
        victims.kill(service);
        long asked = load.asked();
        victims.start(service);
        var ready =
                CompletableFuture.supplyAsync(
                        () -> {
                            victims.awaitReady(service);
                            return seconds(began);
                        });
        await("a plan that was asked for after " + service + " died", () -> isPast(asked));
        double fresh = seconds(began);
        load.listen(nanos -> {});
        long due = load.asked();
        await("the plans of the outage", () -> load.openBelow(due) == 0);
        double caughtUp = seconds(began);
        return new Killed(service, outage.seconds(), fresh, caughtUp, ready.join());
    }

    private boolean isPast(long asked) {
        return load.newest() >= asked;
    }

    private static void await(String what, BooleanSupplier over) throws InterruptedException {
        long until = System.nanoTime() + LOST_AFTER.toNanos();
        while (!over.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException(
                        "Not done %d s later: %s.".formatted(LOST_AFTER.toSeconds(), what));
            }
            TimeUnit.MILLISECONDS.sleep(2);
        }
    }

    private static double seconds(long since) {
        return (double) (System.nanoTime() - since) / TimeUnit.SECONDS.toNanos(1);
    }
}
