package errand.orchestrator.web.stream;

import errand.orchestrator.admission.Admission;
import errand.orchestrator.conversation.Talk;
import errand.orchestrator.conversation.Thinking;
import errand.orchestrator.directory.Directory;
import errand.orchestrator.plan.Phase;
import errand.orchestrator.plan.Plan;
import errand.orchestrator.plan.Step;
import errand.orchestrator.view.Labels;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one page is told while it waits and nothing happens: its place in the queue as others go
 * before it, and what is waited for how long. Never silence. Nothing of it stands in the log.
 */
final class Waits {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** A step or thought is spoken of after so long, and then as often. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Admission admission;
    private final Directory directory;
    private final LongSupplier nanos;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Since> since = new HashMap<>();

    /** When something was first seen to be waited for, and when it was spoken of last. */
    private record Since(long first, long told) {}

    Waits(Admission admission, Directory directory, LongSupplier nanos) {
        this.admission = admission;
        this.directory = directory;
        this.nanos = nanos;
    }

    /** Whether anything is waited for that a person may want to hear about. */
    static boolean any(Collection<Plan> plans, Talk talk) {
        return !talk.thinking().isEmpty()
                || plans.stream()
                        .anyMatch(
                                plan ->
                                        plan.queued()
                                                || plan.steps().values().stream()
                                                        .anyMatch(Waits::waited));
    }

    private static boolean waited(Step step) {
        return step.phase() == Phase.DISPATCHED || step.phase() == Phase.RETRYING;
    }

    /** What there is to say now; mostly nothing. */
    List<ObjectNode> told(String conversationId, Collection<Plan> plans, Talk talk) {
        List<ObjectNode> told = new ArrayList<>();
        Set<String> current = new HashSet<>();
        for (Thinking thinking : talk.thinking()) {
            if (!thinking.queued()) {
                thought(thinking, current, told);
            }
        }
        for (Plan plan : plans) {
            for (Step step : plan.steps().values()) {
                if (waited(step)) {
                    step(plan, step, current, told);
                }
            }
        }
        since.keySet().retainAll(current);
        queued(conversationId, plans, talk, told);
        return told;
    }

    private void queued(
            String conversationId, Collection<Plan> plans, Talk talk, List<ObjectNode> told) {
        for (Admission.Place at : admission.placesIn(conversationId)) {
            Plan plan =
                    plans.stream().filter(it -> it.id().equals(at.id())).findFirst().orElse(null);
            Thinking thinking =
                    talk.thinking().stream()
                            .filter(it -> it.queued() && it.messageId().equals(at.id()))
                            .findFirst()
                            .orElse(null);
            boolean waits = plan != null ? plan.queued() : thinking != null;
            Integer before = waits ? places.put(at.id(), at.place()) : null;
            if (waits && (before == null || before != at.place())) {
                boolean zh = plan != null ? zh(plan.spec().lang()) : zh(thinking);
                told.add(
                        node(plan != null ? "planId" : "messageId", at.id())
                                .put("place", at.place())
                                .put("message", Queues.told(at.place(), zh)));
            }
        }
    }

    private void thought(Thinking thinking, Set<String> current, List<ObjectNode> told) {
        long seconds = due(thinking.taskId(), current);
        if (seconds > 0) {
            told.add(
                    node("messageId", thinking.messageId())
                            .put("seconds", seconds)
                            .put(
                                    "message",
                                    zh(thinking)
                                            ? "还在想，%d 秒了。".formatted(seconds)
                                            : "Still thinking, %d s.".formatted(seconds)));
        }
    }

    private void step(Plan plan, Step step, Set<String> current, List<ObjectNode> told) {
        long seconds = due(plan.id() + "/" + step.id(), current);
        if (seconds > 0) {
            told.add(
                    node("planId", plan.id())
                            .put("stepId", step.id())
                            .put("seconds", seconds)
                            .put("message", waiting(plan, step, seconds)));
        }
    }

    private String waiting(Plan plan, Step step, long seconds) {
        boolean zh = zh(plan.spec().lang());
        String agent = step.capability().split("[.]", 2)[0];
        String words = zh ? "还在等“%s”（%s），%d 秒了%s。" : "Still waiting for \"%s\" (%s), %d s%s.";
        return words.formatted(Labels.of(plan, step), agent, seconds, why(agent, zh));
    }

    private String why(String agent, boolean zh) {
        if (directory.silent(agent)) {
            return zh ? "；有一会儿没有收到它的消息了" : "; nothing has been heard of it for a while";
        }
        if (directory.busy(agent)) {
            return zh ? "；它现在很忙，任务在排队" : "; it is busy, and tasks wait for their turn";
        }
        return "";
    }

    /** For how many seconds it has been waited, when that is to be said now; else 0. */
    private long due(String what, Set<String> current) {
        current.add(what);
        long now = nanos.getAsLong();
        Since known = since.computeIfAbsent(what, _ -> new Since(now, now));
        if (now - known.told() < PATIENCE.toNanos()) {
            return 0;
        }
        since.put(what, new Since(known.first(), now));
        return Duration.ofNanos(now - known.first()).toSeconds();
    }

    private static ObjectNode node(String name, String id) {
        return JSON.createObjectNode().put(name, id);
    }

    private static boolean zh(@Nullable Thinking thinking) {
        return thinking != null && zh(thinking.lang());
    }

    private static boolean zh(String lang) {
        return lang.equals("zh");
    }
}
