package errand.orchestrator.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next cursor of the page after it, or null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /** Cuts what was read, one more than asked for, to a page. */
    static <T> Page<T> of(List<T> read, int limit, java.util.function.Function<T, String> id) {
        if (read.size() <= limit) {
            return new Page<>(read, null);
        }
        List<T> items = read.subList(0, limit);
        return new Page<>(items, id.apply(items.getLast()));
    }
}
