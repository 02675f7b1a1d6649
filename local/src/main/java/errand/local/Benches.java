package errand.local;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of what {@code ./errand bench} measures. A new bench is a row here. */
final class Benches {

    private static final List<Row> ALL =
            List.of(
                    Row.onInstallation(
                            "plans",
                            "a plan of 4 steps: plans/s, latency, CPU, memory, records",
                            "errand.bench.plans.PlansBench",
                            "writes"),
                    Row.onInstallation(
                                    "http",
                                    "POST /api/plans with keep-alive: plans taken a second, each done once",
                                    "errand.bench.http.HttpBench",
                                    "connections")
                            .with(
                                    Map.of(
                                            "ERRAND_ADMISSION_PLANS",
                                            "10000000",
                                            "ERRAND_ADMISSION_PLANSPERUSER",
                                            "10000000")),
                    Row.onInstallation(
                            "steps",
                            "plans of 4 to 100 steps, wide and deep: what a step costs",
                            "errand.bench.steps.StepsBench"),
                    Row.onInstallation(
                            "agents",
                            "the runtime of agents alone: tasks/s, latency, fast beside slow",
                            "errand.bench.agents.AgentsBench"),
                    Row.onInstallation(
                            "chat",
                            "pages that listen: first sign, fan-out, coming back without a gap",
                            "errand.bench.chat.ChatBench",
                            "pages",
                            "conversations"),
                    Row.onInstallation(
                            "burst",
                            "10,000 plans within a minute: the queue, chat beside it, each once",
                            "errand.bench.burst.BurstBench",
                            "requests",
                            "within",
                            "orders",
                            "nap"),
                    Row.onVictims(
                            "recovery",
                            "kill -9 under load: until the next plan; none lost, none twice",
                            "errand.bench.recovery.RecoveryBench",
                            "kills",
                            "load",
                            "warm"),
                    Row.onVictims(
                            "history",
                            "speed and recovery with many finished plans behind them",
                            "errand.bench.history.HistoryBench",
                            "history",
                            "rest"),
                    Row.withoutInstallation(
                            "start",
                            "up to ready and to the first finished plan, and the memory then",
                            "errand.bench.start.StartBench"),
                    Row.withoutInstallation(
                            "micro",
                            "single parts by JMH, no broker: ns and bytes of a plan, serde, expressions",
                            "errand.bench.micro.MicroBench",
                            "forks"));

    /** Of every bench that starts an installation: 1 lets its broker flush each record. */
    static final String FSYNC = "fsync";

    /** Numbers that may be 0. */
    private static final Set<String> FROM_ZERO = Set.of(FSYNC, "orders", "rest", "writes");

    private Benches() {}

    /**
     * One bench.
     *
     * @param line what it measures, for people
     * @param main a class whose {@code main} calls {@code errand.bench.frame.BenchRun}
     * @param needsInstallation whether one is started for it, with the agent of the bench; others
     *     start what they need by themselves
     * @param kills whether it kills services: it takes an installation of its own with a process
     *     for each
     * @param sizes the numbers that {@code --set} knows of it
     * @param environment what is set for that installation, such as limits of admission
     */
    record Row(
            String name,
            String line,
            String main,
            boolean needsInstallation,
            boolean kills,
            List<String> sizes,
            Map<String, String> environment) {

        static Row onInstallation(String name, String line, String main, String... sizes) {
            return new Row(name, line, main, true, false, andFsync(sizes), Map.of());
        }

        static Row onVictims(String name, String line, String main, String... sizes) {
            return new Row(name, line, main, true, true, andFsync(sizes), Map.of());
        }

        private static List<String> andFsync(String... sizes) {
            return Stream.concat(Stream.of(sizes), Stream.of(FSYNC)).toList();
        }

        /** The same with something set for its installation. */
        Row with(Map<String, String> set) {
            return new Row(name, line, main, needsInstallation, kills, sizes, set);
        }

        /** A {@link Complaint} when {@code --set} names what this bench has not. */
        void refuseSize(String size, int value) {
            var known = sizes();
            if (!known.contains(size)) {
                throw new Complaint(
                        "bench %s has no number called '%s'. It has: %s"
                                .formatted(
                                        name,
                                        size,
                                        known.isEmpty() ? "none" : String.join(", ", known)));
            }
            int least = FROM_ZERO.contains(size) ? 0 : 1;
            if (value < least) {
                throw new Complaint(
                        "--set %s=%d: a whole number from %d on".formatted(size, value, least));
            }
        }

        static Row withoutInstallation(String name, String line, String main, String... sizes) {
            return new Row(name, line, main, false, false, List.of(sizes), Map.of());
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
