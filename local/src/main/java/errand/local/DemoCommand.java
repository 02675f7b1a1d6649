package errand.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** One scenario end to end, with the request that its playbook brings as an example. */
@Command(
        name = "demo",
        description = {
            "Run a playbook end to end with its example request; without a name, list them.",
            "Agrees to the costs as 'ask --yes' does: up to the budget or --limit."
        },
        footer = {"", "Exit code: that of 'ask'; 2 for a name that there is not."})
final class DemoCommand implements Callable<Integer> {

    @Mixin private Asking asking = new Asking();

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "name of a playbook")
    private @Nullable String name;

    @Option(names = "--plan-only", description = "show the plan and start nothing")
    private boolean planOnly;

    @Override
    public Integer call() throws IOException, InterruptedException {
        JsonNode all = new Api(asking.started()).get("/api/playbooks");
        String wanted = name;
        if (wanted == null) {
            list(all);
            return 0;
        }
        for (JsonNode playbook : all.path("playbooks")) {
            if (playbook.path("name").asString("").equals(wanted)) {
                return run(playbook);
            }
        }
        System.err.printf(
                "There is no playbook '%s'; there are: %s%n",
                wanted, String.join(", ", names(all)));
        return 2;
    }

    private int run(JsonNode playbook) throws IOException, InterruptedException {
        String example = example(playbook);
        if (example.isEmpty()) {
            System.err.printf(
                    "The playbook '%s' brings no example; add 'example: {zh: …, en: …}' to its file, or"
                            + " use ./errand ask%n",
                    playbook.path("name").asString(""));
            return 2;
        }
        System.err.println("> " + example);
        return asking.about(example, true, planOnly);
    }

    private String example(JsonNode playbook) {
        return playbook.path("example").path("en".equals(asking.lang()) ? "en" : "zh").asString("");
    }

    private static List<String> names(JsonNode all) {
        List<String> names = new ArrayList<>();
        all.path("playbooks").forEach(one -> names.add(one.path("name").asString("")));
        return names;
    }

    private void list(JsonNode all) {
        List<List<String>> rows = new ArrayList<>();
        all.path("playbooks")
                .forEach(one -> rows.add(List.of(one.path("name").asString(""), example(one))));
        Table.print(System.out, List.of("playbook", "example"), rows);
        for (JsonNode fault : all.path("faults")) {
            int line = fault.path("line").asInt(0);
            System.err.printf(
                    "%s%s: %s%n",
                    fault.path("file").asString(""),
                    line > 0 ? ":" + line : "",
                    fault.path("message").asString(""));
        }
    }
}
