package errand.orchestrator.planner.language;

/**
 * Something found in a text.
 *
 * @param start first character
 * @param end one past the last
 */
public record Mention<T>(int start, int end, T value) {

    boolean overlaps(int otherStart, int otherEnd) {
        return start < otherEnd && otherStart < end;
    }
}
