package errand.local;

import errand.orchestrator.documents.JsonataDocuments;
import errand.orchestrator.plan.Plan;
import errand.orchestrator.plan.Stage;
import errand.orchestrator.replay.Proof;
import errand.orchestrator.replay.Rebuild;
import errand.runtime.settings.TopicSettings;
import errand.schemas.serde.AvroDeserializer;
import errand.schemas.serde.AvroSerializer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Rebuilds a conversation from its log, and compares with what the engine and the view hold. */
@Command(
        name = "replay",
        description = "Rebuild a conversation from its log and compare with the live state.")
final class ReplayCommand implements Callable<Integer> {

    @Mixin private Where where = new Where();

    @Parameters(paramLabel = "CONVERSATION", description = "such as c_01…")
    private String conversation = "";

    @Override
    public Integer call() {
        var deployment = where.running();
        Proof proof = proof(deployment);
        var differences = new ArrayList<>(proof.differences());
        differences.addAll(viewDiffers(new Api(where.api()), proof));
        print(proof, differences);
        return differences.isEmpty() ? 0 : 1;
    }

    private Proof proof(Deployment deployment) {
        Map<String, Object> kafka =
                Map.of(
                        "bootstrap.servers", deployment.address(Services.BROKER),
                        "default.api.timeout.ms", "10000",
                        "allow.auto.create.topics", "false");
        var registry = Map.of("schema.registry.url", deployment.http(Services.REGISTRY));
        try (var consumer =
                        new KafkaConsumer<>(
                                kafka, new ByteArrayDeserializer(), new ByteArrayDeserializer());
                var reader = new AvroDeserializer();
                var writer = new AvroSerializer()) {
            reader.configure(registry, false);
            writer.configure(registry, false);
            var rebuild =
                    new Rebuild(new JsonataDocuments(), TopicSettings.defaults(), reader, writer);
            return rebuild.of(conversation, consumer)
                    .orElseThrow(
                            () ->
                                    new Complaint(
                                            "The log knows no conversation '%s'"
                                                    .formatted(conversation)));
        }
    }

    /** The view is folded by other code in another process; it must say the same of every plan. */
    private static List<String> viewDiffers(Api api, Proof proof) {
        var differences = new ArrayList<String>();
        for (Plan plan : proof.folded().plans().values()) {
            var shown = api.get("/api/plans/" + Api.segment(plan.id())).path("state").asString("");
            if (plan.stage() instanceof Stage.Closed closed
                    && !shown.equals(closed.outcome().name().toLowerCase(Locale.ROOT))) {
                differences.add(
                        "Plan %s is '%s' in the view and %s in the log"
                                .formatted(plan.id(), shown, closed.outcome()));
            }
        }
        return differences;
    }

    private void print(Proof proof, List<String> differences) {
        System.out.printf(
                "%s: %d inputs run again gave %d events; %d repetitions in the log%n",
                conversation, proof.inputs(), proof.events(), proof.repeated());
        for (Plan plan : proof.folded().plans().values()) {
            System.out.printf("  %s  %s  %s%n", plan.id(), stage(plan), plan.spec().goal());
        }
        if (differences.isEmpty()) {
            System.out.println(
                    "Same: the events, byte for byte; their fold and the core's state;"
                            + (proof.liveKnown() ? " the engine's live state;" : "")
                            + " the view.");
            if (!proof.liveKnown()) {
                System.out.println("The engine no longer holds this conversation: it went idle.");
            }
        } else {
            differences.forEach(difference -> System.out.println("DIFFERENT: " + difference));
        }
    }

    private static String stage(Plan plan) {
        return switch (plan.stage()) {
            case Stage.Running _ -> "running";
            case Stage.Unwinding _ -> "unwinding";
            case Stage.Closed closed -> closed.outcome().name().toLowerCase(Locale.ROOT);
        };
    }
}
