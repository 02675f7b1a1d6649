package errand.bench.micro;

import errand.orchestrator.documents.JsonataDocuments;
import errand.orchestrator.plan.Documents;
import errand.orchestrator.plan.Documents.Answer;
import errand.orchestrator.plan.Documents.Scope;
import errand.runtime.schema.Fault;
import errand.runtime.schema.JsonSchemas;
import errand.runtime.work.CapabilityTable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.State;

/**
 * JSON Schema checks with the schemas compiled before: what an agent's runtime checks of a task's
 * input and of its output ({@code taskInput}, {@code taskOutput}, {@code taskMisfit}), and what the
 * engine checks of a filled input with lines ({@code filledLines}).
 */
@State(org.openjdk.jmh.annotations.Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SchemaMicro {

    private static final String LINES =
            """
            {"type":"object","required":["lines","people"],"additionalProperties":false,"properties":{
             "people":{"type":"integer","minimum":1},
             "lines":{"type":"array","maxItems":50,"items":{"type":"object",
              "required":["quoteId","payee","amount"],"additionalProperties":false,"properties":{
               "quoteId":{"type":"string","minLength":1},
               "payee":{"type":"object","required":["id"],"properties":{"id":{"type":"string"},"name":{"type":"string"}}},
               "amount":{"type":"object","required":["amount","currency"],"properties":{
                "amount":{"type":"integer","minimum":0},"currency":{"type":"string","pattern":"^[A-Z]{3}$"}}}}}}}}
            """;

    private static final String FIVE_LINES =
            "{\"people\":2,\"lines\":["
                    + String.join(
                            ",",
                            java.util.Collections.nCopies(
                                    5,
                                    "{\"quoteId\":\"q\",\"payee\":{\"id\":\"p\",\"name\":\"n\"},\"amount\":{\"amount\":100,\"currency\":\"CNY\"}}"))
                    + "]}";

    private final JsonSchemas schemas = new JsonSchemas();
    private final Documents documents = new JsonataDocuments();
    private final Scope scope = new Scope(FIVE_LINES, Map.of(), null, Sample.NOON);
    private final CapabilityTable.Row row =
            new Sample()
                    .table.rows().stream()
                            .filter(it -> it.capability().name().equals(Sample.READ))
                            .findFirst()
                            .orElseThrow();

    @Benchmark
    public List<Fault> taskInput() {
        return schemas.faults(row.inputSchema(), "{\"value\":\"one\"}");
    }

    @Benchmark
    public List<Fault> taskOutput() {
        return schemas.faults(row.outputSchema(), "{\"value\":\"one\"}");
    }

    @Benchmark
    public List<Fault> taskMisfit() {
        return schemas.faults(row.inputSchema(), "{\"value\":1}");
    }

    @Benchmark
    public Answer<String> filledLines() {
        return documents.input(
                "{\"people\":\"${$in.people}\",\"lines\":\"${$in.lines}\"}", scope, LINES);
    }
}
