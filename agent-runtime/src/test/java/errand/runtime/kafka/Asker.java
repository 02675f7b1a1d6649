package errand.runtime.kafka;

import errand.common.Failure;
import errand.events.TaskCancelled;
import errand.events.TaskFailed;
import errand.events.TaskRequested;
import errand.schemas.Topics;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Whoever asks one agent for things, as the engine would; every step is asked once by its name. */
record Asker(Platform platform, String agent) {

    String id(String step) {
        return "p_" + agent + "/" + step + "/do/1";
    }

    void ask(String capability, String step, String input) {
        platform.send(Topics.taskRequests(agent), id(step), asked(capability, step, input));
    }

    void cancel(String capability, String step) {
        platform.send(
                Topics.taskRequests(agent),
                id(step),
                TaskCancelled.newBuilder()
                        .setTaskId(id(step))
                        .setConversationId("c_" + agent)
                        .setPlanId("p_" + agent)
                        .setCapability(agent + "." + capability)
                        .setAt(Instant.now())
                        .setReason("")
                        .build());
    }

    TaskRequested asked(String capability, String step, String input) {
        return TaskRequested.newBuilder()
                .setTaskId(id(step))
                .setConversationId("c_" + agent)
                .setPlanId("p_" + agent)
                .setStepId(step)
                .setCapability(agent + "." + capability)
                .setInput(input)
                .setAt(Instant.now())
                .setDeadline(Instant.now().plusSeconds(120))
                .setAttempt(1)
                .setUser("demo")
                .setLang("zh")
                .build();
    }

    /** The first answer to a step. */
    Object answer(String step) {
        return platform.reply(id(step)).record();
    }

    /** The n-th answer to a step. */
    Object answer(String step, int number) {
        Platform.await(
                () -> platform.repliesTo(id(step)).size() >= number,
                number + " answers to " + step);
        return platform.repliesTo(id(step)).get(number - 1).record();
    }

    Failure failed(String step) {
        return ((TaskFailed) answer(step)).getFailure();
    }

    List<ConsumerRecord<byte[], byte[]>> deadLetters() {
        return platform.all(Topics.deadLetters(Topics.taskRequests(agent)));
    }
}
