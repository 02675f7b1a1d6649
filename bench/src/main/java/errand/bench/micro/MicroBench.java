package errand.bench.micro;

import errand.bench.frame.Bench;
import errand.bench.frame.BenchRun;
import errand.bench.frame.Better;
import errand.bench.frame.Report;
import errand.bench.frame.Settings;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * What the hot paths cost by themselves, warm and in one thread: nanoseconds and bytes allocated.
 * JMH runs each in JVMs of their own, with the options of this one; a name is the same from run to
 * run, such as {@code engine.plan}.
 */
public final class MicroBench implements Bench {

    /** In the order in which they are told. */
    static final List<Class<?>> GROUPS =
            List.of(EngineMicro.class, SerdeMicro.class, ExpressionMicro.class, SchemaMicro.class);

    private static final int FORKS = 2;
    private static final int WARM_UP = 5;
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    /** Of the seconds of a window, what each of so many parts gets in each JVM. */
    private static final int SHARE = 4;

    public static void main(String[] args) throws Exception {
        BenchRun.main("micro", new MicroBench(), args);
    }

    @Override
    public void measure(Settings settings, Report report) throws RunnerException {
        int forks = settings.size("forks", FORKS);
        int iterations = Math.max(1, (int) settings.measured().toSeconds() / SHARE);
        report.setting("mode", "one thread, warm");
        report.setting("durability", "none: nothing is written");
        report.setting("forks", forks);
        report.setting("iterations", "%d x 1 s after %d x 1 s".formatted(iterations, WARM_UP));
        report.say(
                "JMH: %d JVMs for each, %d x 1 s after a warm-up of %d x 1 s",
                forks, iterations, WARM_UP);
        for (Class<?> group : GROUPS) {
            var options =
                    of(group.getName())
                            .forks(forks)
                            .warmupIterations(WARM_UP)
                            .warmupTime(TimeValue.seconds(1))
                            .measurementIterations(iterations)
                            .measurementTime(TimeValue.seconds(1))
                            .build();
            for (RunResult result : new Runner(options).run()) {
                tell(report, result);
            }
        }
    }

    /**
     * All that is measured below a name, quietly, with what it allocates.
     *
     * @param where a class or a package
     */
    static ChainedOptionsBuilder of(String where) {
        return new OptionsBuilder()
                .include("^" + where.replace(".", "[.]") + "[.]")
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
    }

    /** {@code engine.plan} for {@code EngineMicro.plan}. */
    static String name(RunResult result) {
        String full = result.getParams().getBenchmark();
        int method = full.lastIndexOf('.');
        String group = full.substring(full.lastIndexOf('.', method - 1) + 1, method);
        return group.replace("Micro", "").toLowerCase(Locale.ROOT) + full.substring(method);
    }

    private static void tell(Report report, RunResult result) {
        String name = name(result);
        Result<?> time = result.getPrimaryResult();
        Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
        report.figure(name + ": time", "ns/op", time.getScore(), Better.LOWER);
        if (allocated != null) {
            report.figure(name + ": allocated", "B/op", allocated.getScore(), Better.LOWER);
        }
        report.say(
                "    %-32s %,12.0f ns/op (± %,.0f)  %,12.0f B/op",
                name,
                time.getScore(),
                time.getScoreError(),
                allocated == null ? Double.NaN : allocated.getScore());
    }
}
