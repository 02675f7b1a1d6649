package errand.bench.micro;

import errand.orchestrator.documents.JsonataDocuments;
import errand.orchestrator.plan.Documents;
import errand.orchestrator.plan.Documents.Answer;
import errand.orchestrator.plan.Documents.Scope;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.State;

/**
 * Inputs and conditions of steps worked out, expressions and schemas compiled before: the template
 * of a bench step ({@code one}), one without expressions ({@code constant}), and what a step that
 * books for a group asks of a list of twenty offers ({@code group}, {@code offers}).
 */
@State(org.openjdk.jmh.annotations.Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ExpressionMicro {

    static final String GROUP =
            """
            {"quoteId": "${$out.find.offers[price.amount <= $in.limit and seats >= $in.people]^(price.amount)[0].quoteId}",
             "people": "${$in.people}",
             "total": "${$sum($out.find.offers[seats >= $in.people].(price.amount * $in.people))}",
             "title": "For ${$in.people}: ${$out.find.offers[seats >= $in.people][0].title}",
             "times": "${$out.find.offers.departs}"}
            """;

    static final String OFFERS = "$out.find.offers[seats >= $in.people].quoteId";

    private static final String ANY = "{\"type\":\"object\"}";

    private final Documents documents = new JsonataDocuments();
    private final Sample sample = new Sample();
    private final String schema =
            Objects.requireNonNull(sample.plan.manifests().get(Sample.READ)).inputSchema();
    private final Scope bench =
            new Scope(
                    "{}",
                    Map.of("a", "{\"value\":\"one\"}", "b", "{\"value\":\"two\"}"),
                    null,
                    Sample.NOON);
    private final Scope group =
            new Scope(
                    "{\"people\":12,\"limit\":60000}",
                    Map.of("find", offers(20)),
                    null,
                    Sample.NOON);

    private static String offers(int count) {
        StringBuilder offers = new StringBuilder();
        for (int i = 0; i < count; i++) {
            offers.append(i == 0 ? "" : ",")
                    .append(
                            """
                            {"quoteId":"q_%d","title":"G%d 北京南 → 杭州东","seats":%d,"departs":"%02d:30","price":{"amount":%d,"currency":"CNY"}}"""
                                    .formatted(i, 100 + i, i + 3, i, 70_000 - 1_000 * i));
        }
        return "{\"offers\":[" + offers + "]}";
    }

    @Benchmark
    public Answer<String> one() {
        return documents.input("{\"value\":\"${$out.a.value}\"}", bench, schema);
    }

    @Benchmark
    public Answer<String> constant() {
        return documents.input("{\"value\":\"one\"}", bench, schema);
    }

    @Benchmark
    public Answer<String> group() {
        return documents.input(GROUP, group, ANY);
    }

    @Benchmark
    public Answer<List<String>> offers() {
        return documents.elements(OFFERS, group);
    }

    @Benchmark
    public Answer<Boolean> condition() {
        return documents.condition("$count($out.find.offers) > $in.people", group);
    }
}
