package errand.runtime.sandbox;

import java.nio.charset.StandardCharsets;

/** Numbers that look random and are the same for the same seed and subject, on every machine. */
public final class Chance {

    private long state;

    private Chance(long state) {
        this.state = state;
    }

    public static Chance of(long seed, Object... about) {
        long hash = 0xcbf29ce484222325L ^ seed;
        for (Object part : about) {
            for (byte b : String.valueOf(part).getBytes(StandardCharsets.UTF_8)) {
                hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
            }
            hash = (hash ^ 0x1f) * 0x100000001b3L;
        }
        return new Chance(hash);
    }

    /** From low to high, both included. */
    public int between(int low, int high) {
        return low + (int) Math.floorMod(next(), (long) high - low + 1);
    }

    /** True in so many of a hundred subjects. */
    public boolean in100(int times) {
        return between(1, 100) <= times;
    }

    private long next() {
        state += 0x9e3779b97f4a7c15L;
        long z = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
