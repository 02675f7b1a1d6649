package errand.bench.frame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that a bench gave: what {@code --json} writes and {@code --compare} reads. Its shape is
 * described in docs/reference/bench.md.
 *
 * @param bench the bench's name
 * @param when the moment at which it ended
 * @param runs of how many runs the figures are medians
 * @param settings how it was measured
 * @param histograms latency distributions, of all runs together
 * @param series how something went on over time, of the first run
 * @param voidBecause why nothing of it counts; null when it does
 * @param failedBecause why it was not measured to its end, or what was counted is wrong; figures
 *     are those until then. Null when it went well
 */
public record Result(
        String bench,
        Instant when,
        Machine machine,
        int runs,
        Map<String, Object> settings,
        List<Figure> figures,
        List<Latencies> histograms,
        List<Series> series,
        @Nullable String voidBecause,
        @Nullable String failedBecause) {

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** The medians of several runs; a figure that some runs could not tell is of the others. */
    static Result of(String bench, Instant when, Machine machine, List<Report> runs) {
        Map<String, Object> settings = new LinkedHashMap<>();
        Map<String, List<Report.Given>> figures = new LinkedHashMap<>();
        Map<String, Histogram> latencies = new LinkedHashMap<>();
        for (Report run : runs) {
            settings.putAll(run.settings());
            run.figures()
                    .forEach(
                            (name, given) ->
                                    figures.computeIfAbsent(name, _ -> new ArrayList<>())
                                            .add(given));
            run.latencies()
                    .forEach((name, one) -> latencies.merge(name, one.copy(), Result::together));
        }
        return new Result(
                bench,
                when,
                machine,
                runs.size(),
                settings,
                figures.entrySet().stream().map(Result::median).toList(),
                latencies.entrySet().stream()
                        .map(one -> Latencies.of(one.getKey(), one.getValue()))
                        .toList(),
                runs.getFirst().series(),
                first(runs, Report::voidBecause),
                first(runs, Report::failedBecause));
    }

    private static @Nullable String first(
            List<Report> runs, Function<Report, @Nullable String> reason) {
        for (Report run : runs) {
            String because = reason.apply(run);
            if (because != null) {
                return because;
            }
        }
        return null;
    }

    private static Histogram together(Histogram sum, Histogram more) {
        sum.add(more);
        return sum;
    }

    private static Figure median(Map.Entry<String, List<Report.Given>> figure) {
        Report.Given first = figure.getValue().getFirst();
        return Figure.of(
                figure.getKey(),
                first.unit(),
                first.better(),
                figure.getValue().stream().map(Report.Given::value).toList());
    }

    /** How something was measured; empty when it does not say. */
    String setting(String name) {
        return String.valueOf(settings.getOrDefault(name, ""));
    }

    boolean isVoid() {
        return voidBecause != null;
    }

    boolean hasFailed() {
        return failedBecause != null;
    }

    String json() {
        return JSON.writeValueAsString(this);
    }

    /**
     * Reads what an earlier run wrote.
     *
     * @throws IllegalArgumentException when the file is not there or holds something else
     */
    public static Result read(Path file) {
        try {
            Result read = JSON.readValue(Files.readString(file), Result.class);
            if (read.bench() == null || read.figures() == null) {
                throw new IllegalArgumentException(
                        "%s is no result of a bench (--json): it has no 'bench' or no 'figures'."
                                .formatted(file));
            }
            return read;
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "%s cannot be read: write it first with --json.".formatted(file), e);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "%s is no result of a bench (--json): %s"
                            .formatted(file, e.getOriginalMessage()),
                    e);
        }
    }
}
