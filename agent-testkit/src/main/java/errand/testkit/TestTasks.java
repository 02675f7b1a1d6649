package errand.testkit;

import errand.common.Terms;
import errand.events.TaskCancelled;
import errand.events.TaskRequested;
import errand.runtime.work.AgentJson;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Builds tasks as the engine sends them. Each begins with an id of its own, plan {@code p_test} and
 * half a minute of time.
 */
public final class TestTasks {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String capability;
    private String planId = "p_test";
    private String taskId;
    private String input = "{}";
    private Instant at = SettableClock.MONDAY_MORNING;
    private Duration within = Duration.ofSeconds(30);
    private int attempt = 1;
    private String user = "demo";
    private String lang = "zh";
    private @Nullable Terms terms;

    private TestTasks(String capability) {
        this.capability = capability;
        this.taskId = "p_test/s" + NUMBER.incrementAndGet() + "/do/1";
    }

    /**
     * @param capability full name, such as {@code fliggy.train.search}
     */
    public static TestTasks of(String capability) {
        return new TestTasks(capability);
    }

    /** A record, which is written as JSON, or a text, which is JSON already. */
    public TestTasks input(Object input) {
        this.input = input instanceof String json ? json : AgentJson.write(input);
        return this;
    }

    public TestTasks id(String taskId) {
        this.taskId = taskId;
        return this;
    }

    /** As an undo: needs no consent when the capability is a declared undo. */
    public TestTasks undoing(String step) {
        return id(planId + "/" + step + "/undo/1");
    }

    public TestTasks plan(String planId) {
        this.planId = planId;
        return this;
    }

    public TestTasks at(Instant at) {
        this.at = at;
        return this;
    }

    public TestTasks within(Duration within) {
        this.within = within;
        return this;
    }

    public TestTasks attempt(int attempt) {
        this.attempt = attempt;
        return this;
    }

    public TestTasks user(String user) {
        this.user = user;
        return this;
    }

    public TestTasks lang(String lang) {
        this.lang = lang;
        return this;
    }

    public TestTasks terms(@Nullable Terms terms) {
        this.terms = terms;
        return this;
    }

    public TaskRequested build() {
        return TaskRequested.newBuilder()
                .setTaskId(taskId)
                .setConversationId("c_test")
                .setPlanId(planId)
                .setStepId("s")
                .setCapability(capability)
                .setInput(input)
                .setAt(at)
                .setDeadline(at.plus(within))
                .setAttempt(attempt)
                .setUser(user)
                .setLang(lang)
                .setTerms(terms)
                .build();
    }

    /** The cancel of a task. */
    public static TaskCancelled cancel(TaskRequested task) {
        return TaskCancelled.newBuilder()
                .setTaskId(task.getTaskId())
                .setConversationId(task.getConversationId())
                .setPlanId(task.getPlanId())
                .setCapability(task.getCapability())
                .setAt(task.getAt())
                .setReason("The person cancelled.")
                .build();
    }
}
