package errand.orchestrator.documents;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts one quote into an output in the place of another. */
final class Requoted {

    private Requoted() {}

    /** Changes the tree: wherever the path leads to the quote with this id. */
    static void put(JsonNode json, List<String> path, String quoteId, JsonNode quote) {
        if (path.isEmpty()) {
            return;
        }
        String name = path.getFirst();
        List<String> rest = path.subList(1, path.size());
        if (name.equals("*")) {
            json.values().forEach(each -> into(each, rest, quoteId, quote));
        } else if (json instanceof ObjectNode object && object.has(name)) {
            if (rest.isEmpty() && is(object.path(name), quoteId)) {
                object.set(name, quote);
            } else {
                put(object.path(name), rest, quoteId, quote);
            }
        }
    }

    /** An element of an array: a quote itself, or something that holds one. */
    private static void into(JsonNode each, List<String> rest, String quoteId, JsonNode quote) {
        if (rest.isEmpty() && is(each, quoteId) && each instanceof ObjectNode object) {
            object.removeAll();
            object.setAll((ObjectNode) quote);
        } else {
            put(each, rest, quoteId, quote);
        }
    }

    private static boolean is(JsonNode quote, String quoteId) {
        return quote.path("quoteId").asString("").equals(quoteId);
    }
}
