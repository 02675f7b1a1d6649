package errand.bench.burst;

import errand.bench.frame.Better;
import errand.bench.frame.Report;
import errand.bench.load.Logs;
import errand.bench.load.Outside;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Counts in the end, from the topics and the books alone, whether each request was served once.
 *
 * @param plans ids of the plans that the requests became
 * @param before how long the topics were before the burst
 */
record Tally(Report report, Outside outside, Set<String> plans, Logs before) {

    /** Refuses a burst of which anything was lost or done twice. */
    void of(Wishes wishes, Books books) {
        List<String> faults = new ArrayList<>(served(wishes.people()));
        if (wishes.orders() > 0) {
            faults.addAll(bought(wishes.orders(), books));
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException(
                    "Not every request was served once: " + String.join("; ", faults));
        }
    }

    private List<String> served(int requests) {
        var count = outside.count(plans::contains, before.ends());
        var closings = outside.closings(plans::contains, before.ends());
        report.figure("plans asked for", "plans", requests, Better.HIGHER);
        report.figure("plans done", "plans", closings.done(), Better.HIGHER);
        report.figure("plans done twice", "plans", closings.twice(), Better.LOWER);
        report.figure("tasks and replies sent again", "records", count.sentAgain(), Better.LOWER);
        report.say(
                "Counted from outside: %d asked for, %d plans, %d done, %d done twice; %d distinct"
                        + " naps, %d distinct replies, %d sent again",
                requests,
                plans.size(),
                closings.done(),
                closings.twice(),
                count.tasks(),
                count.replies(),
                count.sentAgain());
        List<String> faults = new ArrayList<>();
        differs(faults, "plans", plans.size(), requests);
        differs(faults, "plans done", closings.done(), requests);
        closings.failed().entrySet().stream()
                .limit(1)
                .forEach(plan -> faults.add("one failed: %s".formatted(plan)));
        differs(faults, "plans closed twice", closings.twice(), 0);
        differs(faults, "naps", count.tasks(), requests);
        differs(faults, "naps answered", count.replies(), requests);
        return faults;
    }

    private List<String> bought(int orders, Books books) {
        var bought = new Bought(plans::contains);
        outside.inbox(before.ends(), bought::add);
        report.figure("orders", "orders", bought.orders(), Better.HIGHER);
        report.figure("captures", "captures", bought.captures(), Better.HIGHER);
        report.figure("ordered or paid twice", "plans", bought.twice(), Better.LOWER);
        report.say(
                "Orders = captures = people who ordered: %d = %d = %d in the topics; in the books"
                        + " %d orders, %d captures of %.2f yuan in all, ledger sum %d, still held %d",
                bought.orders(),
                bought.captures(),
                orders,
                books.orders(),
                books.captures(),
                books.captured() / 100.0,
                books.ledger(),
                books.held());
        List<String> faults = new ArrayList<>();
        differs(faults, "orders in the topics", bought.orders(), orders);
        differs(faults, "captures in the topics", bought.captures(), orders);
        differs(faults, "plans that bought twice", bought.twice(), 0);
        faults.addAll(books.faults(orders, bought.paid()));
        return faults;
    }

    private static void differs(List<String> faults, String what, long counted, long expected) {
        if (counted != expected) {
            faults.add("%d %s, not %d".formatted(counted, what, expected));
        }
    }
}
