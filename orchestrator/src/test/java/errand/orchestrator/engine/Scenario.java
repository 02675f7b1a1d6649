package errand.orchestrator.engine;

import errand.common.Failure;
import errand.common.FailureKind;
import errand.common.Resume;
import errand.events.CancelRequested;
import errand.events.ConsentAnswered;
import errand.events.ConversationAdvanced;
import errand.events.Decision;
import errand.events.TaskCancelled;
import errand.events.TaskFailed;
import errand.events.TaskRefused;
import errand.events.TaskRequested;
import errand.events.TaskSucceeded;
import errand.events.TimerDue;
import errand.events.UserSaid;
import errand.facts.ConsentAsked;
import errand.orchestrator.codec.CoreJson;
import errand.orchestrator.codec.Facts;
import errand.orchestrator.conversation.Core;
import errand.orchestrator.conversation.Fact;
import errand.orchestrator.conversation.Talk;
import errand.orchestrator.plan.OnFailure;
import errand.orchestrator.plan.StepSpec;
import errand.schemas.TopicNames;
import errand.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A seeded inbox of one partition: people, agents, timers and noise around a few conversations,
 * each reacting to what the engine said, and the outputs it should lead to.
 */
final class Scenario {

    static final PlainAvro AVRO = new PlainAvro();

    final List<InboxRecord> inbox = new ArrayList<>();
    final List<Output> outputs = new ArrayList<>();

    private final Random random;
    private final boolean noise;
    private final Turns turns = turns();
    private final Map<String, Stored> stored = new HashMap<>();
    private final Map<String, Long> seen = new HashMap<>();
    private final Map<String, Talk> talks = new HashMap<>();
    private final List<SpecificRecord> pending = new ArrayList<>();
    private final List<Map.Entry<String, ConsentAsked>> cards = new ArrayList<>();
    private Instant now = Plans.NOON;
    private int plans;

    /**
     * @param noise repeated and unreadable records too
     */
    Scenario(long seed, int length, boolean noise) {
        this.random = new Random(seed);
        this.noise = noise;
        submit();
        while (inbox.size() < length) {
            act();
        }
    }

    static Turns turns() {
        return new Turns(
                new Core(new FixedDocuments()),
                AVRO,
                new Outputs(new TopicNames(""), AVRO, Destinations.allThere(), 1_000_000),
                true);
    }

    private void act() {
        now = now.plusMillis(random.nextInt(400));
        switch (random.nextInt(20)) {
            case 0, 1 -> submit();
            case 2 -> said();
            case 3 -> cancel();
            case 4, 5 -> timer();
            case 6, 7 -> answer();
            case 8 -> noise();
            default -> reply();
        }
    }

    private void submit() {
        if (plans < 6) {
            String id = conversation();
            var plan = Plans.plan("p_" + plans++, steps());
            send(id, Plans.submitted(id, plan, now, resume(id)));
        }
    }

    private StepSpec[] steps() {
        List<StepSpec> steps = new ArrayList<>();
        for (int i = 0, count = 1 + random.nextInt(5); i < count; i++) {
            List<String> needs = new ArrayList<>();
            for (StepSpec before : steps) {
                if (random.nextInt(3) == 0) {
                    needs.add(before.id());
                }
            }
            String[] kinds = {"read", "read", "hold", "commit"};
            steps.add(
                    new StepSpec(
                            "s" + i,
                            "bench.noop." + kinds[random.nextInt(kinds.length)],
                            "{\"i\":" + i + "}",
                            needs,
                            random.nextInt(8) == 0 ? "1,2" : null,
                            null,
                            Duration.ofSeconds(1 + random.nextInt(5)),
                            random.nextInt(4) == 0 ? new OnFailure.Skip() : new OnFailure.Fail()));
        }
        return steps.toArray(StepSpec[]::new);
    }

    private void said() {
        String id = conversation();
        String message = "m_" + inbox.size();
        send(id, new UserSaid(message, now, id, message, "demo", "en", "hello", resume(id), false));
    }

    private void cancel() {
        String id = conversation();
        send(id, new CancelRequested("x_" + inbox.size(), now, id, null, "no", resume(id)));
    }

    private void answer() {
        if (!cards.isEmpty()) {
            var card = cards.remove(random.nextInt(cards.size()));
            Decision decision = random.nextInt(4) == 0 ? Decision.REFUSE : Decision.GRANT;
            send(
                    card.getKey(),
                    new ConsentAnswered(
                            "a_" + inbox.size(),
                            now,
                            card.getKey(),
                            card.getValue().getConsentId(),
                            decision,
                            card.getValue().getHash(),
                            resume(card.getKey())));
        }
    }

    private void timer() {
        for (Stored one : stored.values()) {
            if (one.due() != Stored.NEVER && random.nextBoolean()) {
                Instant due = Instant.ofEpochMilli(one.due());
                now = due.isAfter(now) ? due : now;
                String id = one.kept().id();
                send(id, new TimerDue("timer/" + id + "/" + one.due(), now, id, due));
                return;
            }
        }
    }

    private void noise() {
        if (!noise) {
            return;
        }
        switch (random.nextInt(4)) {
            case 0 -> add(null, new byte[] {1, 2, 3});
            case 1 -> add(bytes(conversation()), new byte[] {4, 5});
            default -> {
                InboxRecord again = inbox.get(random.nextInt(inbox.size()));
                add(again.key(), again.value());
            }
        }
    }

    private void reply() {
        if (pending.isEmpty()) {
            timer();
            return;
        }
        SpecificRecord task = pending.remove(random.nextInt(pending.size()));
        if (task instanceof TaskRequested r) {
            reply(r);
        } else if (task instanceof TaskCancelled c) {
            send(
                    c.getConversationId(),
                    random.nextBoolean()
                            ? succeeded(c.getConversationId(), c.getTaskId())
                            : new TaskRefused(
                                    "r_" + inbox.size(),
                                    now,
                                    c.getConversationId(),
                                    c.getTaskId(),
                                    "bench",
                                    failure(FailureKind.CANCELLED)));
        }
    }

    private void reply(TaskRequested task) {
        String id = task.getConversationId();
        String input = "r_" + inbox.size();
        Instant skewed = now.minusMillis(random.nextInt(300));
        switch (random.nextInt(8)) {
            case 0 ->
                    send(
                            id,
                            new TaskFailed(
                                    input,
                                    skewed,
                                    id,
                                    task.getTaskId(),
                                    "bench",
                                    failure(FailureKind.TRANSIENT)));
            case 1 ->
                    send(
                            id,
                            new TaskRefused(
                                    input,
                                    skewed,
                                    id,
                                    task.getTaskId(),
                                    "bench",
                                    failure(FailureKind.REFUSED)));
            case 2 -> {} // never answered: runs into its deadline
            default -> send(id, succeeded(id, task.getTaskId()));
        }
    }

    private TaskSucceeded succeeded(String id, String taskId) {
        String output = taskId.startsWith("m_") ? thought(taskId) : "{\"n\":" + inbox.size() + "}";
        return new TaskSucceeded("r_" + inbox.size(), now, id, taskId, "bench", output);
    }

    /** What the planner says: a plan, a question, words, that the person cancels, or nonsense. */
    private String thought(String taskId) {
        int choice = taskId.contains("/answer/") ? 4 : random.nextInt(6);
        return switch (choice) {
            case 0, 1 -> {
                String plan = "p_" + taskId.substring(2, taskId.indexOf('/'));
                yield JsonMapper.shared()
                        .writeValueAsString(
                                Map.of(
                                        "kind",
                                        "PLAN",
                                        "plan",
                                        CoreJson.write(Plans.plan(plan, steps())),
                                        "playbook",
                                        "test"));
            }
            case 2 -> "{\"kind\":\"QUESTION\",\"text\":\"Where?\",\"questions\":[],\"pending\":{}}";
            case 3 -> "{\"kind\":\"CANCEL\"}";
            case 4 -> "{\"kind\":\"ANSWER\",\"text\":\"So it is.\"}";
            default -> "nonsense";
        };
    }

    private static Failure failure(FailureKind kind) {
        return new Failure(kind, "TEST", "for a test", null);
    }

    private String conversation() {
        return "c_" + random.nextInt(3);
    }

    private @Nullable Resume resume(String id) {
        Long seq = seen.get(id);
        return seq == null
                ? null
                : new Resume(seq, CoreJson.write(talks.getOrDefault(id, Talk.NONE).rest()));
    }

    private void send(String id, SpecificRecord message) {
        add(bytes(id), AVRO.serialize(Topics.INBOX, message));
    }

    private void add(byte @Nullable [] key, byte @Nullable [] value) {
        long offset = inbox.size();
        Headers headers = new RecordHeaders();
        headers.add(Trace.HEADER, bytes("00-%032x-%016x-01".formatted(offset + 1, offset + 1)));
        InboxRecord record = new InboxRecord(0, offset, offset * 1_000, key, value, headers);
        inbox.add(record);
        Turn turn = turns.of(key == null ? null : stored.get(record.conversationId()), record, 0);
        if (turn.after() != null) {
            stored.put(record.conversationId(), turn.after());
        }
        outputs.addAll(turn.outputs());
        turn.outputs().forEach(this::learn);
    }

    private static Talk after(Talk before, ConversationAdvanced advanced) {
        Talk talk = before;
        for (Fact fact : Facts.fromAvro(advanced.getEvents())) {
            talk = talk.after(fact);
        }
        return talk;
    }

    private void learn(Output output) {
        if (output.topic().endsWith(".dlt")) {
            return;
        }
        switch (AVRO.deserialize(output.topic(), output.value())) {
            case ConversationAdvanced advanced -> {
                seen.put(advanced.getConversationId(), advanced.getSeq());
                talks.merge(
                        advanced.getConversationId(),
                        after(Talk.NONE, advanced),
                        (talk, _) -> after(talk, advanced));
                for (Object fact : advanced.getEvents()) {
                    if (fact instanceof ConsentAsked asked) {
                        cards.add(Map.entry(advanced.getConversationId(), asked));
                    }
                }
            }
            case TaskRequested task -> pending.add(task);
            case TaskCancelled task -> pending.add(task);
            case null, default -> {}
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
