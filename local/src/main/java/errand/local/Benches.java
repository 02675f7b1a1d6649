package errand.local;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The table of what {@code ./errand bench} measures. A new bench is a row here. */
final class Benches {

    private static final List<Row> ALL =
            List.of(
                    Row.onInstallation(
                            "plans",
                            "a plan of 4 steps: plans/s, latency, CPU, memory, records",
                            "errand.bench.plans.PlansBench"),
                    Row.onInstallation(
                            "steps",
                            "plans of 4 to 100 steps, wide and deep: what a step costs",
                            "errand.bench.steps.StepsBench"),
                    Row.onInstallation(
                            "agents",
                            "the runtime of agents alone: tasks/s, latency, fast beside slow",
                            "errand.bench.agents.AgentsBench"),
                    Row.withoutInstallation(
                            "start",
                            "up to ready and to the first finished plan, and the memory then",
                            "errand.bench.start.StartBench"));

    private Benches() {}

    /**
     * One bench.
     *
     * @param line what it measures, for people
     * @param main a class whose {@code main} calls {@code errand.bench.frame.BenchRun}
     * @param needsInstallation whether one is started for it, with the agent of the bench; others
     *     start what they need by themselves
     * @param environment what is set for that installation, such as limits of admission
     */
    record Row(
            String name,
            String line,
            String main,
            boolean needsInstallation,
            Map<String, String> environment) {

        static Row onInstallation(String name, String line, String main) {
            return new Row(name, line, main, true, Map.of());
        }

        static Row withoutInstallation(String name, String line, String main) {
            return new Row(name, line, main, false, Map.of());
        }
    }

    static List<Row> all() {
        return ALL;
    }

    static Row named(String name) {
        return ALL.stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Complaint(
                                        "There is no bench '%s'. Possible: %s"
                                                .formatted(
                                                        name,
                                                        ALL.stream()
                                                                .map(Row::name)
                                                                .collect(
                                                                        Collectors.joining(
                                                                                ", ")))));
    }
}
