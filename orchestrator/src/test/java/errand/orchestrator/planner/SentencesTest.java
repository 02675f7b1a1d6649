package errand.orchestrator.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Forty sentences by somebody who had seen neither the rules nor the playbooks, written before
 * either (branch {@code sentences}) and kept unchanged. First run: 34 of 40; the other six were
 * mended by rules, with paraphrases in {@link OfflinePlannerTest}.
 */
class SentencesTest {

    /** The person's own places, as the sentences name them, and their addresses. */
    private static final Map<String, String> OWN =
            Map.of("公司", "西溪园区", "office", "西溪园区", "家", "文三路 100 号", "home", "文三路 100 号");

    private static final Map<String, String> PLAYBOOKS =
            Map.of(
                    "route", "route",
                    "trains", "train-search",
                    "goods", "goods-compare",
                    "weather", "weather",
                    "drinks", "drinks");

    private final OfflinePlanner planner = OfflinePlanner.with(null);

    @Test
    void blind_sentences_are_understood() throws IOException {
        Map<String, String> missed = new TreeMap<>();
        JsonNode all = sentences();
        for (JsonNode one : all) {
            String fault = fault(one);
            if (!fault.isEmpty()) {
                missed.put(one.path("id").asString(), fault);
            }
        }
        System.out.printf("%d of %d understood; not: %s%n", 40 - missed.size(), 40, missed);
        assertThat(all).hasSize(40);
        assertThat(missed).isEmpty();
    }

    private static JsonNode sentences() throws IOException {
        try (InputStream file =
                SentencesTest.class.getResourceAsStream("/planner/sentences.json")) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(file));
        }
    }

    private String fault(JsonNode one) {
        JsonNode want = one.path("expect");
        DraftReply got = planner.draft(request(one));
        JsonNode plan = got.plan();
        JsonNode in = plan == null ? JsonMapper.shared().createObjectNode() : plan.path("in");
        return switch (one.path("scenario").asString()) {
            case "chat" -> got.kind() == Kind.ANSWER ? "" : "not an answer: " + got.kind();
            case "hotel-vague" -> vague(want, got);
            case "trip" -> of(want.path("kind").asString(), got) + fits(want, known(got));
            default ->
                    of(Objects.requireNonNull(PLAYBOOKS.get(one.path("scenario").asString())), got)
                            + fits(want, in);
        };
    }

    private static DraftRequest request(JsonNode one) {
        return new DraftRequest(
                "m_1",
                one.path("said").asString(),
                one.path("lang").asString(),
                "2026-11-23T10:00:00+08:00",
                "Asia/Shanghai",
                new Person("demo", "杭州", Map.of("公司", "西溪园区", "家", "文三路 100 号")),
                List.of(),
                null,
                false);
    }

    private static String of(String playbook, DraftReply got) {
        return (got.kind() == Kind.PLAN || asksWhatToBook(got)) && playbook.equals(got.playbook())
                ? ""
                : "%s %s instead of %s; ".formatted(got.kind(), got.playbook(), playbook);
    }

    /** A team's outing that names nothing to be booked: everything else was understood. */
    private static boolean asksWhatToBook(DraftReply got) {
        return got.questions().stream().map(Question::slot).toList().equals(List.of("parts"));
    }

    private static JsonNode known(DraftReply got) {
        Pending pending = got.pending();
        JsonNode plan = got.plan();
        return plan != null
                ? plan.path("in")
                : JsonMapper.shared().valueToTree(pending == null ? Map.of() : pending.slots());
    }

    /** It asks, nothing that must not be guessed is filled, and what was said is. */
    private static String vague(JsonNode want, DraftReply got) {
        Pending pending = got.pending();
        if (got.kind() != Kind.QUESTION || pending == null) {
            return "asks nothing";
        }
        StringBuilder faults = new StringBuilder();
        for (JsonNode slot : want.path("must_not_guess")) {
            String name = slot.asString().equals("date") ? "start" : slot.asString();
            if (pending.slots().containsKey(name)) {
                faults.append("guessed ").append(name).append("; ");
            }
        }
        JsonNode slots = JsonMapper.shared().valueToTree(pending.slots());
        return faults + fits(want, slots);
    }

    private static String fits(JsonNode want, JsonNode in) {
        StringBuilder faults = new StringBuilder();
        for (String name : want.propertyNames()) {
            JsonNode value = want.path(name);
            boolean fits =
                    switch (name) {
                        case "from", "city", "mode" -> has(in.path(name), value);
                        case "to" -> to(in, value.asString(""));
                        case "date" ->
                                has(in.has("date") ? in.path("date") : in.path("start"), value);
                        case "end", "people", "nights" -> in.path(name).equals(value);
                        case "departAfter" -> has(in.path("window").path("start"), value);
                        case "departBefore" -> has(in.path("window").path("end"), value);
                        case "budget", "maxPrice" ->
                                in.path("budget").path("amount").asLong() == value.asLong() * 100;
                        case "item" ->
                                has(in.path("text"), value)
                                        || has(in.path("items").path(0).path("text"), value);
                        case "quantity" -> in.path("items").path(0).path("quantity").equals(value);
                        default -> true;
                    };
            if (!fits) {
                faults.append(name).append(" is ").append(in.path(name)).append("; ");
            }
        }
        return faults.toString();
    }

    /** Exactly the place that was said; for one of the person's own its address. */
    private static boolean to(JsonNode in, String want) {
        JsonNode got = in.has("place") ? in.path("place") : in.path("to");
        return got.asString("").equals(OWN.getOrDefault(want, want));
    }

    /** The wanted text stands in what was understood, without leftover words before it. */
    private static boolean has(JsonNode got, JsonNode want) {
        String text = got.asString("");
        return text.contains(want.asString()) && !text.startsWith("get to ");
    }
}
