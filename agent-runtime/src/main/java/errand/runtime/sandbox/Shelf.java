package errand.runtime.sandbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How some slots looked at a moment: what deviates from the world, and what is taken.
 *
 * @param deviations a deviation of every day stands in for each day asked about
 */
public record Shelf(Map<Slot, Deviation> deviations, Map<Slot, Integer> taken) {

    /** What someone set; null where the world's own figure stands. */
    public record Deviation(@Nullable Integer stock, @Nullable Long fen) {}

    public int left(Slot slot, int usualStock) {
        Deviation deviation = deviations.get(slot);
        Integer set = deviation == null ? null : deviation.stock();
        return Math.max(0, (set == null ? usualStock : set) - takenOf(slot));
    }

    public int takenOf(Slot slot) {
        return taken.getOrDefault(slot, 0);
    }

    public long fen(Slot slot, long usualFen) {
        Deviation deviation = deviations.get(slot);
        Long set = deviation == null ? null : deviation.fen();
        return set == null ? usualFen : set;
    }
}
