package errand.flash.sandbox;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a dish is made.
 *
 * @param also other names of the dish
 * @param servings people that the amounts are for
 * @param minutes 0 when it is not known
 * @param difficulty 1 to 5, 0 when it is not known
 * @param source where it is from
 */
record Recipe(
        String recipeId,
        String dish,
        List<String> also,
        int servings,
        int minutes,
        int difficulty,
        List<Part> parts,
        String source) {

    private static final String HOWTOCOOK = "howtocook-mcp 0.2.2 (ISC)";

    Recipe {
        also = List.copyOf(also);
        parts = List.copyOf(parts);
    }

    /**
     * @param row of {@code recipes.csv}
     */
    static Recipe of(List<String> row, List<String> also) {
        return new Recipe(
                row.get(0),
                row.get(1),
                also,
                Integer.parseInt(row.get(4)),
                number(row.get(5)),
                number(row.get(3)),
                Arrays.stream(row.get(6).split(";")).map(Part::of).toList(),
                HOWTOCOOK);
    }

    private static int number(String cell) {
        return cell.isEmpty() ? 0 : Integer.parseInt(cell);
    }

    Optional<String> english() {
        return also.stream().filter(Dish::latin).findFirst();
    }

    /**
     * One ingredient.
     *
     * @param amount for all servings; 0 when the recipe does not say
     * @param unit as the recipe says it: g, ml, 个 …
     */
    record Part(String name, double amount, String unit, boolean optional) {

        private static final Pattern WRITTEN =
                Pattern.compile("(\\S+)(?: (\\d+(?:\\.\\d+)?) (\\S+?))?(\\?)?");

        static boolean isWritten(String text) {
            return WRITTEN.matcher(text.strip()).matches();
        }

        /** {@code 里脊肉 200 g}, {@code 葱}, {@code 鹌鹑蛋 1 个?}. */
        static Part of(String text) {
            Matcher written = WRITTEN.matcher(text.strip());
            if (!written.matches()) {
                return new Part(text.strip(), 0, "", false);
            }
            boolean bare = written.group(2) == null;
            String name = written.group(1);
            return new Part(
                    bare ? name.replace("?", "") : name,
                    bare ? 0 : Double.parseDouble(written.group(2)),
                    bare ? "" : written.group(3),
                    text.strip().endsWith("?"));
        }
    }
}
