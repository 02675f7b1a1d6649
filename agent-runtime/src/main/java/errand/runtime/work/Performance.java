package errand.runtime.work;

import errand.agent.Capability;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.agent.Terms;
import errand.events.TaskRequested;
import errand.runtime.schema.Fault;
import errand.runtime.schema.JsonSchemas;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Takes one task through its business: input checked, handler called, output checked. */
final class Performance {

    /** Outputs are stored whole in the engine and on the log. */
    private static final int MOST_OUTPUT_BYTES = 256 * 1024;

    private final JsonSchemas schemas;
    private final Breakers breakers;

    Performance(JsonSchemas schemas, Breakers breakers) {
        this.schemas = schemas;
        this.breakers = breakers;
    }

    /** The input as a record, or a rejection that names what does not fit and where. */
    Object input(CapabilityTable.Row row, TaskRequested asked) {
        Capability<?, ?> capability = row.capability();
        List<Fault> faults = schemas.faults(row.inputSchema(), asked.getInput());
        if (!faults.isEmpty()) {
            throw doesNotFit(capability, said(faults));
        }
        try {
            return AgentJson.read(asked.getInput(), capability.input());
        } catch (JacksonException e) {
            throw doesNotFit(capability, pointer(e) + ": " + e.getOriginalMessage());
        }
    }

    /** Runs the handler. */
    @SuppressWarnings("unchecked") // the table pairs each handler with its record types
    Outcome<?> run(
            CapabilityTable.Row row,
            TaskRequested asked,
            Object input,
            @Nullable Terms terms,
            Instant now)
            throws Exception {
        Task task = task(asked, terms, now);
        var capability = (Capability<Object, Object>) row.capability();
        @Nullable Outcome<?> outcome =
                breakers.<@Nullable Outcome<?>>call(
                        capability.name(),
                        ConsentCheck.isUndo(row, asked),
                        () -> capability.handler().handle(input, task));
        if (outcome == null) {
            throw Rejected.broken(
                    "AGENT_FAULT",
                    "The handler of '%s' returned null.".formatted(row.capability().name()),
                    null);
        }
        return outcome;
    }

    /** As the agent sees it. */
    Task task(TaskRequested asked, @Nullable Terms terms, Instant now) {
        return new Task(
                asked.getTaskId(),
                asked.getPlanId(),
                asked.getUser(),
                asked.getLang(),
                now,
                asked.getDeadline(),
                asked.getAttempt(),
                terms);
    }

    /** The output as JSON, or a rejection when it is not what the table promises. */
    String output(CapabilityTable.Row row, Object output) {
        String name = row.capability().name();
        String json = AgentJson.write(output);
        List<Fault> faults = schemas.faults(row.outputSchema(), json);
        if (!faults.isEmpty()) {
            throw garbage("Output of '%s' does not fit its schema at %s.", name, said(faults));
        }
        int bytes = json.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MOST_OUTPUT_BYTES) {
            throw garbage("Output of '%s' is too large: %s.", name, bytes + " bytes of 262144");
        }
        return json;
    }

    private static Rejected garbage(String message, String name, String what) {
        return Rejected.broken("OUTPUT_INVALID", message.formatted(name, what), null);
    }

    private static Rejected doesNotFit(Capability<?, ?> capability, String where) {
        return Rejected.invalid(
                "INPUT_INVALID",
                "Input of '%s' does not fit at %s.".formatted(capability.name(), where));
    }

    private static String said(List<Fault> faults) {
        return faults.stream().map(Fault::toString).collect(Collectors.joining("; "));
    }

    private static String pointer(JacksonException e) {
        return e.getPath().stream()
                .map(
                        step ->
                                "/"
                                        + (step.getPropertyName() != null
                                                ? step.getPropertyName()
                                                : step.getIndex()))
                .collect(Collectors.joining());
    }
}
