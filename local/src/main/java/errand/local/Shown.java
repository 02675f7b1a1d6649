package errand.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the terminal shows of a conversation: for people, or each event as a line of JSON. */
final class Shown {

    private final PrintStream out;
    private final boolean json;
    private final Map<String, String> underWay = new LinkedHashMap<>();
    private final Map<String, String> totals = new HashMap<>();
    private final Map<String, String> told = new HashMap<>();
    private EventStream.@Nullable Event last;
    private boolean chinese;

    private Shown(PrintStream out, boolean json) {
        this.out = out;
        this.json = json;
    }

    static Shown asJson(PrintStream out) {
        return new Shown(out, true);
    }

    static Shown forPeople(PrintStream out) {
        return new Shown(out, false);
    }

    /**
     * @param chinese whether what this adds to the platform's own words is in Chinese
     */
    void begun(String conversation, boolean chinese) {
        this.chinese = chinese;
        if (!json) {
            out.println("… " + conversation);
        }
    }

    void happened(EventStream.Event event) {
        boolean closing = event.name().equals("answer") || event.name().equals("question");
        if (json && closing) {
            printLast();
            last = event;
        } else if (json) {
            out.println(event.json());
        } else {
            tell(event.name(), event.data());
        }
    }

    /** The last answer or question comes at the end. */
    void ended() {
        printLast();
        out.flush();
    }

    private void printLast() {
        if (last != null) {
            out.println(last.json());
            last = null;
        }
    }

    void timedOut(String conversation, Duration timeout) {
        ended();
        System.err.printf(
                "No end after %d s; it goes on: ./errand events %s -f%n",
                timeout.toSeconds(), conversation);
    }

    /** Nothing has happened for so long; people are told what is waited for. */
    void still(long seconds) {
        if (!json) {
            out.printf(
                    "  … %s%s %d s%n",
                    underWay.isEmpty()
                            ? in("还在想", "still thinking")
                            : in("还在等：", "still waiting for ")
                                    + String.join(in("、", ", "), underWay.values()),
                    in("，", ","),
                    seconds);
            out.flush();
        }
    }

    private void tell(String name, JsonNode data) {
        switch (name) {
            case "plan" -> plan(data);
            case "step" -> step(data);
            case "consent" -> card(data);
            case "question", "answer" -> out.println("\n" + data.path("text").asString(""));
            case "notice" -> out.println("! " + data.path("message").asString(""));
            default -> {
                // Status and the person's own words need no line.
            }
        }
        out.flush();
    }

    private void plan(JsonNode plan) {
        if (plan.has("steps")) {
            int steps = plan.path("steps").size();
            String many = steps == 1 ? "%s: %d step%n" : "%s: %d steps%n";
            out.printf(in("%s：%d步%n", many), plan.path("goal").asString(""), steps);
        }
    }

    private void step(JsonNode step) {
        if (step.path("state").asString("").equals("dispatched")) {
            underWay.put(step.path("stepId").asString(""), named(step));
        } else {
            underWay.remove(step.path("stepId").asString(""));
        }
        String mark =
                switch (step.path("state").asString("")) {
                    case "dispatched" -> "→";
                    case "done" -> "✓";
                    case "failed", "undo-failed" -> "✗";
                    case "undoing", "undone" -> "⟲";
                    default -> "";
                };
        if (!mark.isEmpty()) {
            String why = why(step.path("failure"));
            String line =
                    "  %s %-10s %s%s"
                            .formatted(
                                    mark,
                                    step.path("stepId").asString(""),
                                    named(step),
                                    why.isEmpty() ? "" : ": " + why);
            if (!line.equals(told.put(step.path("stepId").asString(""), line))) {
                out.println(line);
            }
        }
    }

    /**
     * The details of a wrong input are for those who write plans; {@code ./errand plan} has them.
     */
    private String why(JsonNode failure) {
        return switch (failure.path("code").asString("")) {
            case "INPUT_INVALID", "EXPRESSION_FAILED" ->
                    in("前面的步骤没给出它要的信息", "earlier steps did not give what it needs");
            case "PLAN_ENDED" -> in("计划已停止，不再需要", "the plan has ended; no longer needed");
            default -> failure.path("message").asString("");
        };
    }

    static boolean han(String text) {
        return text.codePoints()
                .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    private String in(String zh, String en) {
        return chinese ? zh : en;
    }

    /** What is done, in words where there are some: {@code Search trains (北京 → 杭州 12-08)}. */
    private static String named(JsonNode step) {
        String label = step.path("label").asString(step.path("capability").asString(""));
        String about = step.path("about").asString("");
        return about.isEmpty() ? label : "%s (%s)".formatted(label, about);
    }

    private void card(JsonNode card) {
        if (!card.path("state").asString("").equals("open")) {
            return;
        }
        out.println();
        for (JsonNode item : card.path("items")) {
            out.printf(
                    "  %12s  %s (%s)%n",
                    money(item.path("total")),
                    item.path("title").asString(""),
                    item.path("payee").path("name").asString(""));
        }
        String before = totals.get(card.path("replaces").asString(""));
        String total = money(card.path("total"));
        totals.put(card.path("id").asString(""), total);
        out.printf(
                "  %12s  %s%s%n",
                total,
                in("共计", "in all"),
                before == null ? "" : in("（原来 " + before + "）", " (before: " + before + ")"));
    }

    private static String money(JsonNode money) {
        return "%.2f %s"
                .formatted(
                        money.path("amount").asLong() / 100.0, money.path("currency").asString(""));
    }
}
