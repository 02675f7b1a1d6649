package errand.bench.frame;

import java.util.Locale;

/** Figures as people read them: three digits that count. */
final class Numbers {

    private Numbers() {}

    static String shown(double value) {
        double size = Math.abs(value);
        int decimals = size == 0 || size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
