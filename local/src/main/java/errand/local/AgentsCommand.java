package errand.local;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows which agents are here and what they can do. */
@Command(name = "agents", description = "Show the agents and their capabilities.")
final class AgentsCommand implements Callable<Integer> {

    @Mixin private Where where = new Where();

    @Override
    public Integer call() {
        var rows = new ArrayList<List<String>>();
        var agents = new Api(where.api()).get("/api/agents").path("agents");
        for (var agent : agents) {
            for (var capability : agent.path("capabilities")) {
                rows.add(
                        List.of(
                                agent.path("name").asString(""),
                                capability.path("name").asString(""),
                                capability.path("effect").asString(""),
                                capability.path("undo").asString(""),
                                capability.path("maturity").asString(""),
                                capability.path("health").asString(""),
                                capability.path("description").asString("")));
            }
        }
        Table.print(
                System.out,
                List.of("agent", "capability", "effect", "undo", "maturity", "health", "does"),
                rows);
        for (var agent : agents) {
            var limits = agent.path("limits").path("en").asString("");
            if (!limits.isEmpty()) {
                System.out.printf("%s: %s%n", agent.path("name").asString(""), limits);
            }
        }
        return 0;
    }
}
