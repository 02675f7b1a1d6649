package errand.mcp.call;

import errand.agent.Effect;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.agent.TransientFailure;
import errand.mcp.result.Results;
import errand.mcp.table.Row;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One tool as the handler of a capability.
 *
 * <p>A tool that reads is just called. Of a tool that changes something it is written down first
 * that it is called; if its answer is lost, nothing is done again unless the tool says that twice
 * is as good as once. The tool's late answer still counts, and so does an operator's word.
 */
public final class ToolCall {

    private static final int MOST_BYTES = 256 * 1024;

    private final Row row;
    private final String capability;
    private final Remote remote;
    private final SentCalls calls;

    /**
     * @param capability its full name
     */
    public ToolCall(Row row, String capability, Remote remote, SentCalls calls) {
        this.row = row;
        this.capability = capability;
        this.remote = remote;
        this.calls = calls;
    }

    /** The handler. */
    public Outcome<JsonNode> handle(JsonNode input, Task task) throws Exception {
        return row.effect() == Effect.READ ? read(input, task) : write(input, task);
    }

    /** What came of a write that was begun before; see {@link errand.agent.Reconciliation}. */
    public Optional<Outcome<JsonNode>> find(JsonNode input, Task task) throws Exception {
        SentCalls.Sent sent = calls.find(task.id()).orElse(null);
        if (sent == null) {
            return Optional.empty();
        }
        Outcome<JsonNode> known = sent.outcome();
        if (known != null) {
            return Optional.of(known);
        }
        if (row.idempotent() && !task.now().isAfter(task.deadline())) {
            return Optional.of(write(input, task));
        }
        throw unknown("its answer was lost");
    }

    private Outcome<JsonNode> read(JsonNode input, Task task) throws Exception {
        CompletableFuture<JsonNode> answer = remote.call(row.tool(), (ObjectNode) input);
        Outcome<JsonNode> outcome;
        try {
            JsonNode result = answer.get(millis(task), TimeUnit.MILLISECONDS);
            outcome = Results.of(result, row.promises(), task.lang());
        } catch (TimeoutException e) {
            throw Failed.late(row.tool(), millis(task)).passing();
        } catch (ExecutionException e) {
            Failed failed = Failed.of(row.tool(), root(e));
            if (failed.refusal() == null) {
                throw failed.passing();
            }
            outcome = failed.refusal();
        } finally {
            answer.cancel(false);
        }
        return small(outcome, task.lang());
    }

    /** A result that is promised whole cannot be cut; what only reads can be asked for less. */
    private Outcome<JsonNode> small(Outcome<JsonNode> outcome, String lang) {
        if (!(outcome instanceof Outcome.Done<JsonNode>(JsonNode output))) {
            return outcome;
        }
        int bytes = output.toString().getBytes(StandardCharsets.UTF_8).length;
        if (bytes <= MOST_BYTES) {
            return outcome;
        }
        String message =
                lang.startsWith("zh")
                        ? "工具“%s”返回了 %,d 字节，最多可用 %,d 字节。请缩小查询范围。"
                        : "Tool '%s' returned %,d bytes; at most %,d can be used. Ask for less.";
        return Outcome.refused(
                "OUTPUT_TOO_LARGE", message.formatted(row.tool(), bytes, MOST_BYTES));
    }

    private Outcome<JsonNode> write(JsonNode input, Task task) throws Exception {
        remote.needed();
        boolean first = calls.sending(task.id(), capability, input);
        CompletableFuture<Outcome<JsonNode>> answer;
        try {
            answer =
                    remote.call(row.tool(), (ObjectNode) input)
                            .thenApply(result -> Results.of(result, row.promises(), task.lang()));
        } catch (TransientFailure notSent) {
            forget(task, first);
            throw notSent;
        }
        // However late: whoever asks what came of it is told.
        CompletableFuture<Void> written =
                answer.thenAccept(outcome -> calls.answered(task.id(), outcome, "tool"));
        try {
            written.get(millis(task), TimeUnit.MILLISECONDS);
            return answer.get();
        } catch (TimeoutException e) {
            throw unknown(Failed.late(row.tool(), millis(task)).message());
        } catch (ExecutionException e) {
            return failed(task, Failed.of(row.tool(), root(e)), first);
        }
    }

    private Outcome<JsonNode> failed(Task task, Failed failed, boolean first) {
        if (failed.happened()) {
            throw unknown(failed.message());
        }
        forget(task, first);
        if (failed.refusal() != null) {
            return failed.refusal();
        }
        throw failed.passing();
    }

    /** This call did nothing; an earlier one under the same id may have. */
    private void forget(Task task, boolean first) {
        if (first) {
            calls.notSent(task.id());
        }
    }

    private static Throwable root(ExecutionException e) {
        return e.getCause() == null ? e : e.getCause();
    }

    private TransientFailure unknown(String why) {
        return new TransientFailure(
                "OUTCOME_UNKNOWN",
                "'%s' was called, and whether it happened is not known (%s). It is not called again by itself; whoever can look says so at /calls of agent-mcp."
                        .formatted(capability, why));
    }

    /** Until the deadline, and no longer than the tool is given. */
    private long millis(Task task) {
        Duration left = Duration.between(task.now(), task.deadline());
        Duration most = left.compareTo(row.answersWithin()) < 0 ? left : row.answersWithin();
        return Math.max(1, most.toMillis());
    }
}
