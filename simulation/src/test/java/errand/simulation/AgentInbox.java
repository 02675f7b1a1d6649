package errand.simulation;

import errand.simulation.Chaos.Met;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What an agent remembers of its tasks, read when all is over. */
final class AgentInbox {

    /** One task and what became of it. */
    record Row(String taskId, String capability, String verdict, String body) {

        boolean done() {
            return verdict.equals("DONE");
        }

        String code() {
            return done() ? "" : JsonMapper.shared().readTree(body).path("code").asString("");
        }
    }

    private static final Map<String, Met> CODES =
            Map.of(
                    "SOLD_OUT", Met.SOLD_OUT,
                    "BALANCE_TOO_LOW", Met.BALANCE_TOO_LOW,
                    "PRICE_CHANGED", Met.PRICE_CHANGED,
                    "HOLD_EXPIRED", Met.HOLD_EXPIRED,
                    "QUOTE_EXPIRED", Met.QUOTE_EXPIRED,
                    "MANDATE_EXHAUSTED", Met.MANDATE_EXHAUSTED);

    private final String agent;
    private final Map<String, Row> rows = new TreeMap<>();

    AgentInbox(FiveAgents.Shipped shipped) {
        this.agent = shipped.table().agent();
        shipped.db()
                .sql("select task_id, capability, verdict, body from task_inbox")
                .query(
                        (row, i) ->
                                new Row(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4)))
                .list()
                .forEach(row -> rows.put(row.taskId(), row));
    }

    String agent() {
        return agent;
    }

    List<Row> done() {
        return rows.values().stream().filter(Row::done).toList();
    }

    /** Tasks that were done by capabilities of such names. */
    Set<String> done(Predicate<String> capability) {
        return done().stream()
                .filter(row -> capability.test(row.capability()))
                .map(Row::taskId)
                .collect(Collectors.toSet());
    }

    boolean isDone(String taskId) {
        Row row = rows.get(taskId);
        return row != null && row.done();
    }

    boolean refused(String taskId) {
        Row row = rows.get(taskId);
        return row != null && row.verdict().equals("REFUSED");
    }

    String bodyOf(String taskId) {
        return Objects.requireNonNull(rows.get(taskId), taskId).body();
    }

    void count(Chaos chaos) {
        for (Row row : rows.values()) {
            Met met = row.done() ? met(row.capability()) : CODES.get(row.code());
            if (met != null) {
                chaos.met(met);
            }
            if (!row.done() && row.taskId().contains("/undo/")) {
                chaos.met(Met.UNDO_REFUSED);
            }
            if (row.done()
                    && row.capability().endsWith(".cancel")
                    && JsonMapper.shared().readTree(row.body()).at("/fee/amount").asLong(0) > 0) {
                chaos.met(Met.CANCELLED_WITH_A_FEE);
            }
        }
    }

    private static @Nullable Met met(String capability) {
        return switch (capability.substring(capability.indexOf('.') + 1)) {
            case "payment.capture" -> Met.CAPTURED;
            case "payment.refund" -> Met.REFUNDED;
            case "payment.void" -> Met.AUTHORISATION_VOIDED;
            case "train.release", "hotel.release", "meal.release", "order.release" ->
                    Met.HOLD_RELEASED;
            case "train.cancel", "hotel.cancel", "meal.cancel", "order.cancel", "goods.cancel" ->
                    Met.BOOKING_CANCELLED;
            default -> null;
        };
    }
}
