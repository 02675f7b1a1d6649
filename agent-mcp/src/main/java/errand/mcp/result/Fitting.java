package errand.mcp.result;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Makes what a tool returned small enough, from the end, and tells whether anything is missing. */
final class Fitting {

    /**
     * Bytes of JSON; together they stay below the 256 KiB that an output may have. Texts count as
     * written before escaping, so there is room to spare.
     */
    static final int MOST_STRUCTURED = 160 * 1024;

    static final int MOST_TEXT = 48 * 1024;
    static final int MOST_ITEMS = 40 * 1024;

    private Fitting() {}

    static int bytes(JsonNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    /**
     * A copy whose largest lists are cut in half until it fits.
     *
     * @return null when it does not fit without lists either
     */
    static @Nullable JsonNode structured(JsonNode whole) {
        JsonNode fitting = whole.deepCopy();
        while (bytes(fitting) > MOST_STRUCTURED) {
            ArrayNode largest = largestList(fitting);
            if (largest == null) {
                return null;
            }
            int keep = largest.size() / 2;
            while (largest.size() > keep) {
                largest.remove(largest.size() - 1);
            }
        }
        return fitting;
    }

    private static @Nullable ArrayNode largestList(JsonNode root) {
        ArrayNode largest = null;
        int most = 0;
        Deque<JsonNode> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            JsonNode node = open.pop();
            if (node instanceof ArrayNode list && list.size() > 1 && list.size() > most) {
                largest = list;
                most = list.size();
            }
            node.forEach(open::push);
        }
        return largest;
    }

    /** The beginning of a text, not more than so many bytes of UTF-8. */
    static String text(String whole, int most) {
        int bytes = 0;
        int end = 0;
        while (end < whole.length()) {
            int point = whole.codePointAt(end);
            bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            if (bytes > most) {
                return whole.substring(0, end);
            }
            end += Character.charCount(point);
        }
        return whole;
    }
}
