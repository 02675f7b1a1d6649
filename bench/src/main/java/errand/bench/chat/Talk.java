package errand.bench.chat;

import errand.bench.frame.Better;
import errand.bench.frame.Report;
import errand.bench.load.Load;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Messages said in turn in some conversations. A message is done when its first sign comes: the
 * person's page shows it from the log. The answer to it comes after that and is timed apart.
 */
public final class Talk implements Load {

    private static final String TEXT = "你好 #";
    private static final int POSTS_AT_ONCE = 256;

    private final Conversations conversations;
    private final List<String> ids;
    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore posts = new Semaphore(POSTS_AT_ONCE);
    private final Map<Long, Long> saidAt = new ConcurrentHashMap<>();
    private final Map<String, Long> waiting = new ConcurrentHashMap<>();
    private final Histogram answers = new ConcurrentHistogram(TimeUnit.MINUTES.toNanos(30), 3);
    private final AtomicReference<@Nullable Exception> failed = new AtomicReference<>();
    private LongConsumer done = number -> {};

    Talk(Conversations conversations, List<String> ids) {
        this.conversations = conversations;
        this.ids = ids;
    }

    @Override
    public void start(LongConsumer done) {
        this.done = done;
    }

    @Override
    public void ask(long number) {
        saidAt.put(number, System.nanoTime());
        String conversation = ids.get((int) (number % ids.size()));
        people.execute(() -> say(conversation, TEXT + number));
    }

    private void say(String conversation, String text) {
        try {
            posts.acquire();
            try {
                conversations.say(conversation, text);
            } finally {
                posts.release();
            }
        } catch (IOException e) {
            failed.compareAndSet(null, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the page of the one who speaks was told; of a conversation's pages one is enough. */
    void heard(EventReader.Event event, long nanos) {
        switch (event.name()) {
            case "message" -> shown(JsonMapper.shared().readTree(event.data()));
            case "answer" -> answered(JsonMapper.shared().readTree(event.data()), nanos);
            default -> {} // its status, or what it waits for
        }
    }

    private void shown(JsonNode message) {
        long number = number(message.path("text").asString(""));
        Long said = saidAt.remove(number);
        if (said != null) {
            waiting.put(message.path("id").asString(), said);
            done.accept(number);
        }
    }

    private void answered(JsonNode answer, long nanos) {
        Long said = waiting.remove(answer.path("messageId").asString(""));
        if (said != null) {
            answers.recordValue(Math.max(1, nanos - said));
        }
    }

    /** Of a message that was said here; -1 for any other. */
    static long number(String text) {
        return text.startsWith(TEXT) ? Long.parseLong(text.substring(TEXT.length())) : -1;
    }

    /** Messages that were shown and are not answered. */
    int unanswered() {
        return waiting.size();
    }

    /** How often a message was said again because the service could not take it. */
    public void tellRepeats(Report report) {
        report.figure(
                "messages said again as busy", "messages", conversations.repeats(), Better.LOWER);
    }

    /** Forgets the answers so far. */
    void forget() {
        answers.reset();
    }

    /** From said to answered, in nanoseconds. */
    public Histogram answers() {
        return answers.copy();
    }

    /** Refuses figures of messages that were not taken. */
    public void refuseFailures() {
        Exception first = failed.get();
        if (first != null) {
            throw new IllegalStateException("A message was not taken: " + first, first);
        }
    }

    @Override
    public void close() {
        people.shutdownNow();
        conversations.close();
    }
}
