package errand.orchestrator.web;

import errand.orchestrator.view.Page;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Paging: {@code ?limit&cursor} in, {@code {items,next}} out. */
final class Lists {

    private static final int MOST = 200;
    private static final int USUAL = 50;

    private Lists() {}

    /** One page as it is answered. */
    record Answer<T>(List<T> items, @Nullable String next) {}

    static int limit(@Nullable String limit) {
        if (limit == null) {
            return USUAL;
        }
        try {
            int wanted = Integer.parseInt(limit);
            if (wanted >= 1 && wanted <= MOST) {
                return wanted;
            }
        } catch (NumberFormatException notANumber) {
            // Refused below, like a number that is out of bounds.
        }
        throw Problem.malformed("limit is '%s'; 1 to %d are possible.".formatted(limit, MOST))
                .refusal();
    }

    /** The id that a cursor stands for. */
    static @Nullable String before(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unreadable) {
            throw Problem.malformed(
                            "cursor '%s' is none of ours; take the 'next' of the page before."
                                    .formatted(cursor))
                    .refusal();
        }
    }

    static <T, R> Answer<R> answer(Page<T> page, Function<T, R> shown) {
        String next = page.next();
        return new Answer<>(
                page.items().stream().map(shown).toList(),
                next == null
                        ? null
                        : Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(next.getBytes(StandardCharsets.UTF_8)));
    }
}
