package errand.local;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Shows one plan: its state, and its steps in a table. */
@Command(name = "plan", description = "Show a plan and its steps.")
final class PlanCommand implements Callable<Integer> {

    @Mixin private Where where = new Where();

    @Parameters(paramLabel = "ID", description = "such as p_01…")
    private String id = "";

    @Option(names = "--json", description = "all of it, for programs")
    private boolean json;

    @Override
    public Integer call() {
        var plan = new Api(where.api()).get("/api/plans/" + Api.segment(id));
        if (json) {
            System.out.println(Json.MAPPER.writeValueAsString(plan));
        } else {
            print(plan);
        }
        return 0;
    }

    /** Why a plan ended as it did; nothing for one that is on its way or done. */
    static List<String> reason(JsonNode reason) {
        return reason.isObject()
                ? List.of("%s (%s)".formatted(text(reason, "message"), text(reason, "code")))
                : List.of();
    }

    private static void print(JsonNode plan) {
        System.out.printf(
                "%s  %s  %s%n", text(plan, "id"), text(plan, "state"), text(plan, "goal"));
        reason(plan.path("reason")).forEach(line -> System.out.println("because: " + line));
        System.out.printf(
                "conversation %s, spent %s of %s%n",
                text(plan, "conversationId"),
                money(plan.path("spent")),
                money(plan.path("budget")));
        var rows = new ArrayList<List<String>>();
        for (var step : plan.path("steps")) {
            rows.add(
                    List.of(
                            text(step, "id"),
                            text(step, "state"),
                            text(step, "capability"),
                            text(step, "attempts"),
                            text(step, "startedAt"),
                            text(step, "endedAt"),
                            step.path("failure").path("message").asString("")));
        }
        Table.print(
                System.out,
                List.of("step", "state", "capability", "attempts", "started", "ended", "failure"),
                rows);
    }

    private static String text(JsonNode node, String field) {
        var value = node.path(field);
        return value.isMissingNode() || value.isNull() ? "" : value.asString();
    }

    private static String money(JsonNode money) {
        return money.path("amount").isNumber()
                ? "%.2f %s"
                        .formatted(
                                money.path("amount").asLong() / 100.0,
                                money.path("currency").asString(""))
                : "-";
    }
}
