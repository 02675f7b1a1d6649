package errand.flash.sandbox;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much there is of something.
 *
 * @param unit g, ml or 个 for any kind of piece
 */
record Size(double amount, String unit) {

    /** One of it, whatever it is. */
    static final Size ONE = new Size(1, "个");

    private static final Pattern WRITTEN =
            Pattern.compile("(?:^| )(\\d+|[半一二两三四五六七八九十]+)(kg|g|ml|升|斤|\\p{IsHan})$");
    private static final String DIGITS = "一二三四五六七八九";
    private static final Map<String, Size> UNITS =
            Map.of(
                    "kg", new Size(1000, "g"),
                    "g", new Size(1, "g"),
                    "斤", new Size(500, "g"),
                    "ml", new Size(1, "ml"),
                    "升", new Size(1000, "ml"),
                    "毫升", new Size(1, "ml"),
                    "克", new Size(1, "g"),
                    "l", new Size(1000, "ml"));

    /** What the end of a title says: 里脊肉 500g, 鸡蛋 十枚; one where it says nothing. */
    static Size in(String title) {
        Matcher written = WRITTEN.matcher(title);
        return written.find() ? of(number(written.group(1)), written.group(2)) : ONE;
    }

    /** Whether a title says how much is in it. */
    static boolean isSaid(String title) {
        return WRITTEN.matcher(title).find();
    }

    /** So much of a unit as people write it; whatever is no weight and no volume is pieces. */
    static Size of(double amount, String unit) {
        Size one = UNITS.getOrDefault(unit.strip().toLowerCase(Locale.ROOT), ONE);
        return new Size(amount * one.amount(), one.unit());
    }

    boolean isPieces() {
        return unit.equals(ONE.unit());
    }

    /**
     * How many packs of another size are enough for this much; a gram is a millilitre here.
     *
     * @param gramsEach what a piece weighs, 0 when it is not known
     */
    int packs(Size pack, double gramsEach) {
        if (isPieces() == pack.isPieces()) {
            return enough(amount / pack.amount());
        }
        if (gramsEach <= 0) {
            return 1;
        }
        return isPieces()
                ? enough(amount * gramsEach / pack.amount())
                : enough(amount / gramsEach / pack.amount());
    }

    private static int enough(double packs) {
        return Math.max(1, (int) Math.ceil(packs - 1e-6));
    }

    private static double number(String written) {
        if (Character.isDigit(written.charAt(0))) {
            return Double.parseDouble(written);
        }
        if (written.equals("半")) {
            return 0.5;
        }
        String even = written.replace('两', '二');
        int ten = even.indexOf('十');
        if (ten < 0) {
            return digit(even, 1);
        }
        return 10 * digit(even.substring(0, ten), 1) + digit(even.substring(ten + 1), 0);
    }

    private static int digit(String written, int otherwise) {
        return written.isEmpty() ? otherwise : DIGITS.indexOf(written.charAt(0)) + 1;
    }
}
