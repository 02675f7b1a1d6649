package errand.bench.burst;

import errand.events.TaskSucceeded;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Orders and payments of some plans, as the replies in {@code conversation.inbox} tell. */
final class Bought {

    private final Predicate<String> ours;
    private final Map<String, Set<String>> orders = new HashMap<>();
    private final Map<String, Set<String>> captures = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private long paid;

    Bought(Predicate<String> ours) {
        this.ours = ours;
    }

    void add(SpecificRecord record) {
        if (record instanceof TaskSucceeded reply) {
            String[] task = reply.getTaskId().split("/", -1);
            if (task.length > 1 && ours.test(task[0])) {
                add(task[0], task[1], reply);
            }
        }
    }

    private void add(String plan, String step, TaskSucceeded reply) {
        if (!step.equals("order") && !step.equals("pay")) {
            return;
        }
        JsonNode output = JsonMapper.shared().readTree(reply.getOutput());
        if (step.equals("order")) {
            keep(orders, plan, output.path("orderId").asString());
        } else if (seen.add(output.path("captureId").asString())) {
            keep(captures, plan, output.path("captureId").asString());
            paid += output.path("paid").path("amount").asLong();
        }
    }

    private static void keep(Map<String, Set<String>> of, String plan, String id) {
        of.computeIfAbsent(plan, _ -> new HashSet<>()).add(id);
    }

    /** Distinct orders, of all plans. */
    long orders() {
        return distinct(orders);
    }

    /** Distinct payments, of all plans. */
    long captures() {
        return distinct(captures);
    }

    /** Fen of these payments. */
    long paid() {
        return paid;
    }

    private static long distinct(Map<String, Set<String>> of) {
        return of.values().stream().flatMap(Set::stream).distinct().count();
    }

    /** Plans that ordered or paid more than once. */
    long twice() {
        Set<String> more = new HashSet<>();
        orders.forEach((plan, ids) -> add(more, plan, ids));
        captures.forEach((plan, ids) -> add(more, plan, ids));
        return more.size();
    }

    private static void add(Set<String> more, String plan, Set<String> ids) {
        if (ids.size() > 1) {
            more.add(plan);
        }
    }
}
