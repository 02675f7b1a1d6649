package errand.bench.load;

import java.time.Duration;

/** Plans that are done only so that they have been done: nothing is measured. */
public final class Filling {

    private static final int IN_FLIGHT = 200;
    private static final Duration LOST_AFTER = Duration.ofSeconds(90);

    private Filling() {}

    /**
     * Has so many plans done, refuses those that did not end well, and closes what asks for them.
     *
     * @return how many were asked for
     */
    public static long fill(ErrandPlans plans, long number) throws InterruptedException {
        try (plans) {
            var driver = new Driver(plans, LOST_AFTER, 0);
            driver.fill(IN_FLIGHT, number);
            plans.refuseFailures();
            return driver.asked();
        }
    }
}
