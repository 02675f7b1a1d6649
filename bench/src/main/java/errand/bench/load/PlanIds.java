package errand.bench.load;

import java.util.UUID;

/** Ids of the plans of one run: UUIDs of version 7 that end with the plan's number. */
public final class PlanIds {

    private static final int NUMBER_DIGITS = 10;

    private final String run =
            UUID.randomUUID().toString().substring(19, 26).replaceFirst("^.", "8");

    public String plan(long number) {
        return "p_" + uuid(number);
    }

    public String conversation(long number) {
        return "c_" + uuid(number);
    }

    /** The number of one of this run's plans; -1 for any other. */
    public long number(String planId) {
        int end = planId.length();
        return end == 38 && planId.startsWith(run, 21)
                ? Long.parseLong(planId.substring(end - NUMBER_DIGITS), 16)
                : -1;
    }

    private String uuid(long number) {
        String time = "%012x".formatted(System.currentTimeMillis());
        return "%s-%s-7000-%s%010x".formatted(time.substring(0, 8), time.substring(8), run, number);
    }
}
