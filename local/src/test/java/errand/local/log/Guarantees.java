package errand.local.log;

import errand.local.log.EventLog.Line;
import errand.local.log.Story.Told;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.generic.GenericRecord;
import tools.jackson.databind.JsonNode;

/**
 * What holds in every scenario, judged on all conversations of an installation: by its topics and
 * by the businesses' own tables.
 *
 * <p>G1 nothing is ordered or paid before its yes; G2 what is paid is what was agreed to, for
 * orders that stand, and none stands unpaid; G3 every write once; G4 answers say only what agents
 * returned; G5 every plan ends and nothing stays held; G6 the log gives the same state again; G7
 * the ledger sums to zero; G8 one trace from what was said to the answer.
 */
public final class Guarantees {

    private static final Set<String> NEEDS_A_YES = Set.of("COMMIT", "PAY");

    private final List<String> broken = new ArrayList<>();
    private final Map<String, Line> tasks = new LinkedHashMap<>();
    private final Map<String, String> effects = new HashMap<>();
    private final Map<String, Story> stories;
    private final List<Line> inbox;
    private long orders;
    private long paid;

    private Guarantees(EventLog log) {
        stories = Story.all(log.read("conversation.events"));
        inbox = log.read("conversation.inbox");
        for (Line line : log.read("agent.directory")) {
            if (line.value().getSchema().getName().equals("AgentAnnounced")) {
                ((List<?>) line.value().get("capabilities")).forEach(this::know);
            }
        }
        for (String topic : log.topics()) {
            if (topic.startsWith("task.requests.") && !topic.endsWith(".dlt")) {
                log.read(topic).forEach(this::task);
            }
        }
    }

    /**
     * What does not hold, a line each.
     *
     * @param conversations how many were looked at
     * @param orders how many stand
     * @param paid fen in all
     */
    public record Verdict(List<String> broken, int conversations, long orders, long paid) {}

    /** Judges an installation on which nothing is under way. */
    public static Verdict of(String broker, String registry, String postgres) throws SQLException {
        var judged = new Guarantees(new EventLog(broker, registry));
        judged.stories.forEach(judged::conversation);
        judged.broken.addAll(
                new TraceCheck(judged.inbox, judged.stories.values()).of(judged.tasks));
        judged.books(postgres);
        try (var replays = new Replays(broker, registry)) {
            for (String id : judged.stories.keySet()) {
                judged.hold(replays.of(id).holds(), "G6 %s does not give the same again", id);
            }
        }
        return new Verdict(judged.broken, judged.stories.size(), judged.orders, judged.paid);
    }

    private void know(Object capability) {
        var known = (GenericRecord) capability;
        effects.put(known.get("name").toString(), known.get("effect").toString());
    }

    private void task(Line line) {
        if (line.value().getSchema().getName().equals("TaskRequested")) {
            tasks.put(line.text("taskId"), line);
        }
    }

    private void conversation(String id, Story story) {
        story.plans().forEach(plan -> plan(plan, story.of(plan)));
        story.facts().stream()
                .filter(told -> told.name().equals("AnswerGiven"))
                .forEach(answer -> broken.addAll(new Answers(story).check(answer)));
        hold(
                story.facts().stream().noneMatch(told -> told.name().equals("ConversationStuck")),
                "%s is stuck",
                id);
    }

    private void plan(String id, List<Told> facts) {
        Books books = new Books();
        facts.forEach(told -> books.enter(id, told));
        hold(books.ended == 1, "G5 %s ended %d times", id, books.ended);
        hold(
                books.paid() == books.spent,
                "G2 %s paid %d but says it spent %d",
                id,
                books.paid(),
                books.spent);
        hold(
                books.paid() == 0 || books.paid() == books.agreed,
                "G2 %s paid %d for a card of %d",
                id,
                books.paid(),
                books.agreed);
        hold(
                books.ordered.equals(books.paidFor),
                "G2 %s ordered %s but paid for %s",
                id,
                books.ordered,
                books.paidFor);
        orders += books.ordered.size() - books.cancelled;
        paid += books.captured - books.refunded;
    }

    /** The running account of one plan. */
    private final class Books {
        private final Set<String> granted = new HashSet<>();
        private final Map<String, Long> totals = new HashMap<>();
        private final Map<String, String> replaces = new HashMap<>();
        private final Map<String, String> current = new HashMap<>();
        private final Map<String, Set<String>> quotes = new HashMap<>();
        private final Map<String, Set<String>> asked = new HashMap<>();
        private final Map<String, Integer> succeeded = new HashMap<>();
        private final Set<String> ordered = new TreeSet<>();
        private final Set<String> paidFor = new TreeSet<>();
        private long agreed;
        private long captured;
        private long transferred;
        private long refunded;
        private int cancelled;
        private long spent;
        private int ended;

        long paid() {
            return captured + transferred;
        }

        void enter(String plan, Told told) {
            String step = told.fact().hasField("stepId") ? told.text("stepId") : "";
            switch (told.name()) {
                case "ConsentAsked" -> {
                    totals.put(told.text("consentId"), amount(told, "total"));
                    replaces.put(
                            told.text("consentId"), String.valueOf(told.fact().get("replaces")));
                }
                case "MandateTried" -> {
                    GenericRecord card = told.record("card");
                    String id = String.valueOf(card.get("consentId"));
                    totals.put(id, (Long) ((GenericRecord) card.get("total")).get("amount"));
                    replaces.put(id, String.valueOf(card.get("replaces")));
                }
                case "ConsentGranted", "ConsentMandated" -> {
                    String before = replaces.getOrDefault(told.text("consentId"), "");
                    agreed -= granted.contains(before) ? totals.getOrDefault(before, 0L) : 0;
                    granted.add(told.text("consentId"));
                    agreed += totals.getOrDefault(told.text("consentId"), 0L);
                }
                case "StepReady" -> quotes.put(step, quoteIds(told));
                case "StepDispatched" -> dispatched(plan, step, told);
                case "StepSucceeded" -> succeeded(plan, step, told);
                case "StepUndone" -> undone(step, told);
                case "PlanClosed" -> {
                    ended++;
                    spent = amount(told, "spent");
                }
                default -> {} // changes no account
            }
        }

        private void dispatched(String plan, String step, Told told) {
            current.put(step, told.text("taskId"));
            asked.computeIfAbsent(step, _ -> new HashSet<>()).add(told.text("taskId"));
            if (NEEDS_A_YES.contains(effect(told.text("taskId")))) {
                hold(
                        granted.contains(told.text("consentId")),
                        "G1 %s/%s went out without a yes",
                        plan,
                        step);
            }
        }

        private void succeeded(String plan, String step, Told told) {
            int times = succeeded.merge(step, 1, Integer::sum);
            int tasks = asked.getOrDefault(step, Set.of()).size();
            hold(
                    tasks == 0 || times <= tasks,
                    "G3 %s/%s succeeded %d times for %d tasks",
                    plan,
                    step,
                    times,
                    tasks);
            String capability = capability(current.getOrDefault(step, ""));
            JsonNode output = told.json("output");
            switch (capability) {
                case "alipay.payment.capture" -> {
                    captured += output.path("paid").path("amount").asLong();
                    output.path("lines")
                            .forEach(line -> paidFor.add(line.path("quoteId").asString()));
                }
                case "alipay.transfer.send" ->
                        transferred += output.path("paid").path("amount").asLong();
                case "alipay.payment.refund" ->
                        refunded += output.path("refunded").path("amount").asLong();
                default -> ordered(capability, step);
            }
        }

        /** An order of this plan, or one of an earlier plan taken back. */
        private void ordered(String capability, String step) {
            String agent = capability.substring(0, Math.max(0, capability.indexOf('.')));
            if (effect(current.getOrDefault(step, "")).equals("COMMIT")
                    && Ledgers.SELLERS.contains(agent)) {
                ordered.addAll(quotes.getOrDefault(step, Set.of()));
                cancelled += capability.endsWith(".cancel") ? 1 : 0;
            }
        }

        private void undone(String step, Told told) {
            String task = current.getOrDefault(step, "");
            if (capability(task).equals("alipay.payment.capture")) {
                captured = 0;
                paidFor.clear();
            } else if (effect(task).equals("COMMIT")) {
                ordered.removeAll(quotes.getOrDefault(step, Set.of()));
            }
        }

        private static Set<String> quoteIds(Told told) {
            Set<String> ids = new TreeSet<>();
            ((List<?>) told.fact().get("quoteIds")).forEach(id -> ids.add(id.toString()));
            return ids;
        }

        private static long amount(Told told, String field) {
            return (Long) told.record(field).get("amount");
        }
    }

    private String capability(String taskId) {
        Line task = tasks.get(taskId);
        return task == null ? "" : task.text("capability");
    }

    private String effect(String taskId) {
        return effects.getOrDefault(capability(taskId), "");
    }

    private void books(String postgres) throws SQLException {
        try (var ledgers = new Ledgers(postgres)) {
            hold(ledgers.held().isEmpty(), "G5 still held: %s", ledgers.held());
            hold(ledgers.sum() == 0, "G7 the ledger sums to %d", ledgers.sum());
            hold(
                    ledgers.captured() == paid,
                    "G2 Alipay captured %d, the log says %d",
                    ledgers.captured(),
                    paid);
            hold(
                    ledgers.orders() == orders,
                    "G2 %d orders stand, the log says %d",
                    ledgers.orders(),
                    orders);
            for (var agent : writes().entrySet()) {
                // Agents in other languages keep other books; their own tests look at them.
                if (ledgers.hasInbox(agent.getKey())) {
                    hold(
                            ledgers.done(agent.getKey()) == agent.getValue(),
                            "G3 %s did %d writes, the log says %d",
                            agent.getKey(),
                            ledgers.done(agent.getKey()),
                            agent.getValue());
                }
            }
        }
    }

    /** Writes that succeeded, each task once, by agent. */
    private Map<String, Integer> writes() {
        Map<String, Set<String>> done = new HashMap<>();
        for (Line line : inbox) {
            if (line.value().getSchema().getName().equals("TaskSucceeded")
                    && !effect(line.text("taskId")).equals("READ")) {
                done.computeIfAbsent(line.text("agent"), _ -> new HashSet<>())
                        .add(line.text("taskId"));
            }
        }
        Map<String, Integer> writes = new HashMap<>();
        done.forEach((agent, ids) -> writes.put(agent, ids.size()));
        writes.remove("bench");
        return writes;
    }

    private void hold(
            boolean holds, String otherwise, @org.jspecify.annotations.Nullable Object... values) {
        if (!holds) {
            broken.add(otherwise.formatted(values));
        }
    }
}
