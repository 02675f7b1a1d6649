package errand.bench.steps;

import errand.bench.frame.Bench;
import errand.bench.frame.BenchRun;
import errand.bench.frame.Better;
import errand.bench.frame.Report;
import errand.bench.frame.Settings;
import errand.bench.load.Api;
import errand.bench.load.Clients;
import errand.bench.load.Driver;
import errand.bench.load.ErrandPlans;
import errand.bench.load.Logs;
import errand.bench.load.Observed;
import errand.bench.load.Outside;
import errand.bench.load.PlanTemplate;
import errand.bench.load.Processes;
import errand.bench.raw.RawBound;
import errand.schemas.registry.SchemaRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/**
 * What a plan costs by the number of its steps. Each size runs alone first, for its latency, then
 * with some in flight, for its CPU: alone, what services use when idle would be counted with it.
 */
public final class StepsBench implements Bench {

    private static final List<Integer> SIZES = List.of(4, 10, 40, 100);
    private static final int IN_FLIGHT = 16;
    private static final int LINEAR = 10;
    private static final Duration LOST_AFTER = Duration.ofSeconds(60);

    public static void main(String[] args) throws Exception {
        BenchRun.main("steps", new StepsBench(), args);
    }

    @Override
    public void measure(Settings settings, Report report) throws Exception {
        report.setting("sizes", SIZES);
        report.setting("inFlight", IN_FLIGHT);
        report.say(
                "Plans of %s no-op steps, wide (all but one side by side) and deep (a chain); p50 of"
                        + " one plan at a time, CPU with %d in flight",
                SIZES, IN_FLIGHT);
        try (var raw = new RawBound(settings, report);
                var admin =
                        Admin.create(Map.of("bootstrap.servers", settings.ground().bootstrap()));
                var api = new Api(settings.ground().api())) {
            var bound = raw.measure();
            new Run(settings, report, admin, api).measure(bound);
            raw.again(bound);
        }
    }

    /** What a plan of some size takes: latency in ms, CPU in ms. */
    private record Cost(double p50, double cpu) {}

    private record Run(Settings settings, Report report, Admin admin, Api api) {

        void measure(RawBound.Bound bound) throws IOException, InterruptedException {
            warm();
            Map<Shape, Map<Integer, Cost>> costs = new EnumMap<>(Shape.class);
            for (Shape shape : Shape.values()) {
                Map<Integer, Cost> ofShape = new LinkedHashMap<>();
                for (int steps : SIZES) {
                    ofShape.put(steps, cost(shape, steps));
                }
                costs.put(shape, ofShape);
            }
            costs.forEach(this::growth);
            against(costs, bound);
        }

        private void warm() throws IOException, InterruptedException {
            try (var plans = plans(PlanTemplate.FOUR_STEPS)) {
                var figures =
                        new Driver(plans, LOST_AFTER, 20_000)
                                .closed(
                                        settings.inFlight().getFirst(),
                                        settings.measured(),
                                        Duration.ofSeconds(1),
                                        new Observed(new Processes(Map.of())));
                report.series("warm-up", "plans/s", 5, figures.warmUp());
                report.say("warm-up, plans/s of 4 steps each 5 s: %s", rounded(figures.warmUp()));
            }
        }

        private static List<Long> rounded(List<Double> values) {
            return values.stream().map(Math::round).toList();
        }

        private ErrandPlans plans(String plan) throws IOException, InterruptedException {
            var clients = new Clients(settings.ground().bootstrap());
            var registry = new SchemaRegistry(settings.ground().registry());
            return new ErrandPlans(
                    clients, registry, PlanTemplate.take(api, clients, registry, plan));
        }

        private Cost cost(Shape shape, int steps) throws IOException, InterruptedException {
            Duration quarter = settings.measured().dividedBy(4);
            var before = Logs.of(admin);
            try (var plans = plans(shape.plan(steps))) {
                var driver = new Driver(plans, LOST_AFTER, 0);
                var idle = new Observed(new Processes(Map.of()));
                driver.drained(1, quarter.dividedBy(2), idle); // this size is new to the JVMs
                var alone = driver.drained(1, quarter, idle);
                var window = new Observed(new Processes(settings.ground().pids()));
                var many = driver.drained(IN_FLIGHT, quarter, window);
                plans.refuseFailures();
                count(plans, before, driver.asked() * steps);
                return told(shape, steps, alone, many, window);
            }
        }

        private void count(ErrandPlans plans, Logs before, long tasks) {
            var clients = new Clients(settings.ground().bootstrap());
            var registry = new SchemaRegistry(settings.ground().registry());
            var count = new Outside(clients, registry).count(plans.ids(), before.ends());
            if (count.tasks() != tasks || count.replies() != tasks) {
                throw new IllegalStateException(
                        "%d tasks must have been asked for and answered; counted from outside: %d and %d. The figures are void."
                                .formatted(tasks, count.tasks(), count.replies()));
            }
        }

        private Cost told(
                Shape shape, int steps, Driver.Figures alone, Driver.Figures many, Observed used) {
            String name = "%s %d".formatted(shape.told(), steps);
            long done = many.latencies().getTotalCount();
            double cpu =
                    used.cpu().values().stream().mapToDouble(Double::doubleValue).sum()
                            * 1000
                            / done;
            var cost = new Cost(alone.millis(50), cpu);
            report.latencies(name, alone.latencies());
            report.figure(name + " p50", "ms", cost.p50(), Better.LOWER);
            report.figure(name + " p50 a step", "ms", cost.p50() / steps, Better.LOWER);
            report.figure(name + " CPU", "ms/plan", cpu, Better.LOWER);
            report.figure(name + " CPU a step", "ms/step", cpu / steps, Better.LOWER);
            report.figure(name + " steps/s", "steps/s", many.perSecond() * steps, Better.HIGHER);
            report.say(
                    "%-9s p50 %7.1f ms, %5.2f a step   CPU %7.2f ms, %5.2f a step   %6.0f steps/s"
                            + "   (%d and %d plans)",
                    name,
                    cost.p50(),
                    cost.p50() / steps,
                    cpu,
                    cpu / steps,
                    many.perSecond() * steps,
                    alone.latencies().getTotalCount(),
                    done);
            return cost;
        }

        /** Linear or better: ten times the steps cost ten times as much at most. */
        private void growth(Shape shape, Map<Integer, Cost> costs) {
            Cost small = costs.getOrDefault(4, new Cost(1, 1));
            Cost large = costs.getOrDefault(40, small);
            double latency = large.p50() / small.p50();
            double cpu = large.cpu() / small.cpu();
            report.figure(shape.told() + " p50, 40 to 4 steps", "x", latency, Better.LOWER);
            report.figure(shape.told() + " CPU, 40 to 4 steps", "x", cpu, Better.LOWER);
            report.say(
                    "%s: 40 steps take %.1f x the time and %.1f x the CPU of 4 (goal: %d at most)",
                    shape.told(), latency, cpu, LINEAR);
        }

        private void against(Map<Shape, Map<Integer, Cost>> costs, RawBound.Bound bound) {
            costs.forEach(
                    (shape, sizes) ->
                            sizes.forEach(
                                    (steps, cost) ->
                                            report.ofBound(
                                                    "%s %d p50, to PACED of 4 steps"
                                                            .formatted(shape.told(), steps),
                                                    cost.p50() / bound.paced().millis(50),
                                                    Better.LOWER)));
        }
    }
}
