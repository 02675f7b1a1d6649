package errand.orchestrator.planner;

import errand.agent.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The plain account of a plan: what was done, what was not and why, what was undone, what was paid.
 */
final class Report {

    private static final Set<String> BOOKED =
            Set.of("bookingId", "orderId", "captureId", "refundId");
    private static final int LINES = 3;
    private static final String NO_ANSWER = "NO_ANSWER";
    private static final Map<String, String> REASONS_ZH =
            Map.of(
                    "CONSENT_REFUSED",
                    "您没有同意",
                    "CONSENT_EXPIRED",
                    "等您确认超时了",
                    "QUOTE_EXPIRED",
                    "报价过期了",
                    NO_ANSWER,
                    "对方服务没有回应",
                    "CIRCUIT_OPEN",
                    "对方服务最近总出问题，暂时停一停，过几分钟再说一次",
                    "PLAN_OVERDUE",
                    "没能在限定的时间内办完",
                    "CANCELLED",
                    "按您的要求停下了");
    private static final Map<String, String> REASONS_EN =
            Map.of(
                    "CONSENT_REFUSED",
                    "you did not agree",
                    "CONSENT_EXPIRED",
                    "your consent was not given in time",
                    "QUOTE_EXPIRED",
                    "the quote has expired",
                    NO_ANSWER,
                    "the service did not answer",
                    "CIRCUIT_OPEN",
                    "the service has had trouble and is left alone for now; say it again in a few minutes",
                    "PLAN_OVERDUE",
                    "it could not be done in the time allowed",
                    "CANCELLED",
                    "stopped as you asked");

    private final AnswerRequest request;
    private final boolean chinese;
    private final Telling telling;

    Report(AnswerRequest request, boolean chinese, Telling telling) {
        this.request = request;
        this.chinese = chinese;
        this.telling = telling;
    }

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(headline());
        if (request.state().equals("done") || request.state().equals("partial")) {
            List<String> booked = bookings();
            lines.addAll(booked.isEmpty() ? new Findings(telling).of(request.steps()) : booked);
        }
        if (!request.state().equals("done")) {
            addAll(lines, budget());
            addAll(lines, failures());
            addAll(lines, undone());
        }
        lines.add(nothingPaid());
        return String.join("\n", lines.stream().filter(line -> !line.isEmpty()).toList());
    }

    private static void addAll(List<String> lines, String line) {
        if (!line.isEmpty()) {
            lines.add(line);
        }
    }

    private String headline() {
        String goal = request.goal();
        return switch (request.state()) {
            case "done" -> say("办好了：%s", "Done: %s").formatted(goal);
            case "partial" ->
                    (request.steps().stream().anyMatch(step -> is(step, "done"))
                                    ? say("只办成了一部分：%s", "Only partly done: %s")
                                    : say("没有办成：%s", "Not done: %s"))
                            .formatted(goal);
            case "cancelled" -> say("已取消：%s", "Cancelled: %s").formatted(goal) + reason();
            default -> say("没有办成：%s", "Not done: %s").formatted(goal) + reason();
        };
    }

    private String reason() {
        Failure why = request.reason();
        return why == null || why.code().equals("BUDGET_EXCEEDED")
                ? say("。", ".")
                : say("。原因：%s", ". Reason: %s").formatted(told(why));
    }

    private String told(Failure why) {
        Map<String, String> known = chinese ? REASONS_ZH : REASONS_EN;
        String text = known.get(why.code());
        if (why.code().equals(NO_ANSWER)) {
            return silent().orElse(text) + say("。", ".");
        }
        if (why.code().equals("BALANCE_TOO_LOW")) {
            return why.message()
                    + say(
                            " 可以充值或换一种付款方式，也可以挑便宜一点的再说一次。",
                            " Top it up, pay another way, or ask for something cheaper.");
        }
        return text != null ? text + say("。", ".") : why.message();
    }

    private static boolean is(Failure why) {
        return why.code().equals(NO_ANSWER);
    }

    /** Whoever did not answer, by what it should have done and by its name. */
    private Optional<String> silent() {
        return request.steps().stream()
                .filter(step -> step.failure() instanceof Failure why && is(why))
                .findFirst()
                .map(
                        step ->
                                say("“%s”的服务（%s）没有回应", "the service for \"%s\" (%s) did not answer")
                                        .formatted(
                                                Names.of(step.capability(), chinese),
                                                step.capability().split("[.]", 2)[0]));
    }

    /** By how much it is over, and what is largest in it and so could give. */
    private String budget() {
        Failure why = request.reason();
        if (why == null || !why.code().equals("BUDGET_EXCEEDED")) {
            return "";
        }
        JsonNode details = why.details();
        if (details == null || !Shown.isMoney(details.path("by"))) {
            return say("超出预算：%s", "Over budget: %s").formatted(why.message());
        }
        StringBuilder text =
                new StringBuilder(
                        say("超出预算 %s（预算 %s）。", "It is %s over the budget of %s.")
                                .formatted(Shown.money(details.path("by")), budgetOf(details)));
        List<JsonNode> lines = new ArrayList<>(List.copyOf(details.path("lines").values()));
        lines.sort(
                Comparator.comparingLong(
                                (JsonNode line) -> line.path("amount").path("amount").asLong(0))
                        .reversed());
        if (!lines.isEmpty()) {
            text.append(say("可以省的地方，从大到小：", " What could give, largest first: "));
            text.append(
                    String.join(
                            say("；", "; "),
                            lines.stream().limit(LINES).map(Report::line).toList()));
            text.append(say("。", "."));
        }
        text.append(ways(details, lines));
        return text.toString();
    }

    /** What would bring it within the budget: leaving one line out, or so much more money. */
    private String ways(JsonNode details, List<JsonNode> lines) {
        long by = details.path("by").path("amount").asLong(0);
        List<String> enough =
                lines.stream()
                        .filter(line -> lines.size() > 1)
                        .filter(line -> line.path("amount").path("amount").asLong(0) >= by)
                        .map(line -> line.path("title").asString(""))
                        .limit(LINES)
                        .toList();
        String leave =
                enough.isEmpty()
                        ? say("少订几项或减少人数", "Book less of it or for fewer people")
                        : say("不订其中一项就够（", "Leaving one out would do (")
                                + String.join(say("；", "; "), enough)
                                + say("）", ")");
        Money budget = request.budget();
        String all =
                budget == null
                        ? ""
                        : Shown.money(new Money(budget.amount() + by, budget.currency()));
        return say(
                        "%s，或者把预算提到%s，改好再说一次；这次什么都没有订。",
                        " %s, or raise the budget to %s, and ask again; nothing was booked.")
                .formatted(leave, all.isEmpty() ? say("够用", "what it takes") : all);
    }

    private String budgetOf(JsonNode details) {
        Money budget = request.budget();
        return Shown.isMoney(details.path("budget"))
                ? Shown.money(details.path("budget"))
                : budget == null ? "?" : Shown.money(budget);
    }

    private static String line(JsonNode line) {
        return line.path("title").asString("") + " " + Shown.money(line.path("amount"));
    }

    /** Ids of what was booked, ordered and paid, as its agents gave them. */
    private List<String> bookings() {
        List<String> lines = new ArrayList<>();
        for (StepDone step : request.steps()) {
            JsonNode output = step.output();
            if (output == null || !is(step, "done")) {
                continue;
            }
            for (Map.Entry<String, JsonNode> entry : output.properties()) {
                if (BOOKED.contains(entry.getKey()) && entry.getValue().isString()) {
                    String title =
                            output.path("title").asString(Names.of(step.capability(), chinese));
                    lines.add("· %s: %s".formatted(title, entry.getValue().stringValue()));
                    telling.text(
                            "${$out.%s.%s}".formatted(step.id(), entry.getKey()), scopeOf(step));
                }
            }
        }
        return lines;
    }

    private static errand.orchestrator.plan.Documents.Scope scopeOf(StepDone step) {
        JsonNode output = step.output();
        return new errand.orchestrator.plan.Documents.Scope(
                "{}",
                output == null ? Map.of() : Map.of(step.id(), output.toString()),
                null,
                java.time.Instant.EPOCH);
    }

    /** What failed, one a line, with the reason the agent gave; the same is not said twice. */
    String failures() {
        List<String> lines = new ArrayList<>();
        for (StepDone step : request.steps()) {
            Failure failure = step.failure();
            boolean same =
                    failure != null
                            && request.reason() != null
                            && failure.message().equals(request.reason().message());
            if (is(step, "failed") && failure != null && !same) {
                lines.add(
                        say("没有办成 %s：%s", "Not done, %s: %s")
                                .formatted(Names.of(step.capability(), chinese), told(failure)));
            }
        }
        return String.join("\n", new LinkedHashSet<>(lines));
    }

    private String undone() {
        List<String> back =
                request.steps().stream()
                        .filter(step -> is(step, "undone"))
                        .map(step -> Names.of(step.capability(), chinese))
                        .toList();
        List<String> stuck =
                request.steps().stream()
                        .filter(step -> is(step, "undo-failed"))
                        .map(step -> Names.of(step.capability(), chinese))
                        .toList();
        StringBuilder text = new StringBuilder();
        if (!back.isEmpty()) {
            text.append(say("已退回：", "Undone: "))
                    .append(String.join(say("、", ", "), back))
                    .append(say("。", "."));
        }
        if (!stuck.isEmpty()) {
            text.append(say("没能退回，需要人工处理：", " Could not be undone and needs attention: "))
                    .append(String.join(say("、", ", "), stuck))
                    .append(say("。", "."));
        }
        return text.toString().strip();
    }

    /** What was paid; that nothing was, where something could have been. */
    String nothingPaid() {
        @Nullable Money paid = request.paid();
        if (paid != null && paid.amount() > 0) {
            return say("共支付 %s。", "Paid in all: %s.").formatted(Shown.money(paid));
        }
        return request.state().equals("done") ? "" : say("没有付款。", "Nothing was paid.");
    }

    private static boolean is(StepDone step, String state) {
        return step.state().toLowerCase(Locale.ROOT).replace('_', '-').equals(state);
    }

    private String say(String zh, String en) {
        return chinese ? zh : en;
    }
}
