package errand.local;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One conversation from the terminal, from what is said to how it ended. */
final class Talking {

    static final int DONE = 0;
    static final int PARTIAL = 3;
    static final int FAILED = 4;
    static final int REFUSED = 5;
    static final int NO_TERMINAL = 6;
    static final int TIMED_OUT = 7;

    /** So long nothing is said before a person is told what is waited for. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    private final Api api;
    private final Shown shown;
    private final Agreeing agreeing;
    private final Duration timeout;
    private final boolean planOnly;
    private final LinkedBlockingQueue<EventStream.Event> events = new LinkedBlockingQueue<>();
    private final Set<String> cards = new HashSet<>();
    private String conversation = "";
    private int code = DONE;

    Talking(Api api, Shown shown, Agreeing agreeing, Duration timeout, boolean planOnly) {
        this.api = api;
        this.shown = shown;
        this.agreeing = agreeing;
        this.timeout = timeout;
        this.planOnly = planOnly;
    }

    int about(String text, @Nullable String lang) throws InterruptedException {
        conversation =
                api.post("/api/conversations", lang == null ? Map.of() : Map.of("lang", lang))
                        .path("id")
                        .asString();
        shown.begun(conversation, lang == null ? Shown.han(text) : lang.equals("zh"));
        try (var _ = EventStream.of(api, conversation, events::add)) {
            say(text);
            return follow();
        }
    }

    private void say(String text) {
        api.post(
                "/api/conversations/" + conversation + "/messages",
                planOnly ? Map.of("text", text, "planOnly", true) : Map.of("text", text));
    }

    private int follow() throws InterruptedException {
        long until = System.nanoTime() + timeout.toNanos();
        while (true) {
            var event = next(until);
            if (event == null) {
                shown.timedOut(conversation, timeout);
                return TIMED_OUT;
            }
            shown.happened(event);
            Integer end = after(event.name(), event.data());
            if (end != null) {
                shown.ended();
                return end;
            }
        }
    }

    /** Null when there is none until then; now and then it is said what is waited for. */
    private EventStream.@Nullable Event next(long until) throws InterruptedException {
        long quiet = 0;
        while (true) {
            long left = until - System.nanoTime();
            var event = events.poll(Math.min(left, SILENCE.toNanos()), TimeUnit.NANOSECONDS);
            if (event != null || left <= SILENCE.toNanos()) {
                return event;
            }
            quiet += SILENCE.toSeconds();
            shown.still(quiet);
        }
    }

    /** The exit code when the turn is over with this event, else null. */
    private @Nullable Integer after(String name, JsonNode data) {
        switch (name) {
            case "consent" -> {
                if (data.path("state").asString("").equals("open")) {
                    return answered(data);
                }
            }
            case "question" -> {
                String answer = agreeing.answer(data.path("text").asString(""));
                if (answer == null) {
                    return NO_TERMINAL;
                }
                say(answer);
            }
            case "answer" -> code = code(data.path("state").asString("done"));
            case "status" -> {
                if (data.path("status").asString("").equals("idle")) {
                    return code;
                }
            }
            default -> {
                // Shown, and that is all.
            }
        }
        return null;
    }

    private @Nullable Integer answered(JsonNode card) {
        String id = card.path("id").asString();
        if (!cards.add(id)) {
            return null;
        }
        Agreeing.Word word = agreeing.to(card);
        if (word == Agreeing.Word.NOBODY_TO_ASK) {
            return NO_TERMINAL;
        }
        api.post(
                "/api/conversations/" + conversation + "/consents/" + id,
                Map.of(
                        "decision",
                        word == Agreeing.Word.YES ? "grant" : "refuse",
                        "hash",
                        card.path("hash").asString()));
        return null;
    }

    private static int code(String state) {
        return switch (state) {
            case "partial" -> PARTIAL;
            case "failed" -> FAILED;
            case "cancelled" -> REFUSED;
            default -> DONE;
        };
    }
}
