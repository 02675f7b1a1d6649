package errand.runtime.work;

import errand.agent.Capability;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.agent.Terms;
import errand.events.TaskRequested;
import errand.runtime.faults.Faults;
import errand.runtime.schema.Fault;
import errand.runtime.schema.JsonSchemas;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** Takes one task through its business: input checked, handler called, output checked. */
final class Performance {

    private static final Logger LOG = LoggerFactory.getLogger(Performance.class);

    /** Outputs are stored whole in the engine and on the log. */
    private static final int MOST_OUTPUT_BYTES = 256 * 1024;

    /** A refusal stands in several facts of one event: as why its step, and its plan, failed. */
    private static final int MOST_REFUSAL_BYTES = 64 * 1024;

    private final JsonSchemas schemas;
    private final Breakers breakers;
    private final Trials trials;

    Performance(JsonSchemas schemas, Breakers breakers, Faults faults) {
        this.schemas = schemas;
        this.breakers = breakers;
        this.trials = new Trials(faults);
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
                        () ->
                                trials.instead(
                                        capability.name(), () -> handled(capability, input, task)));
        if (outcome == null) {
            throw Rejected.broken(
                    "AGENT_FAULT",
                    "The handler of '%s' returned null.".formatted(row.capability().name()),
                    null);
        }
        return outcome;
    }

    /** What a handler breaks on by itself is its fault, and no reason to end the thread. */
    private static @Nullable Outcome<Object> handled(
            Capability<Object, Object> capability, Object input, Task task) throws Exception {
        try {
            return capability.handler().handle(input, task);
        } catch (StackOverflowError | LinkageError | AssertionError fault) {
            throw new HandlerBroke(fault);
        }
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
        String json = trials.garbled(name, AgentJson.write(output));
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

    /** The business's no as JSON; details that are too large stay behind, the no does not. */
    String refusal(CapabilityTable.Row row, Outcome.Refused<?> refused) {
        String message = Brief.of(refused.message());
        String code = Brief.of(refused.code());
        String json = AgentJson.write(new Replies.No(code, message, refused.details()));
        int bytes = json.getBytes(StandardCharsets.UTF_8).length;
        if (bytes <= MOST_REFUSAL_BYTES) {
            return json;
        }
        LOG.warn(
                "Details of the refusal {} of '{}' are left out: {} bytes of {}.",
                code,
                row.capability().name(),
                bytes,
                MOST_REFUSAL_BYTES);
        return AgentJson.write(new Replies.No(code, message, null));
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

    /** An error of the handler's own making, as an exception. */
    static final class HandlerBroke extends Exception {
        private static final long serialVersionUID = 1L;

        HandlerBroke(Error why) {
            super(why);
        }
    }
}
