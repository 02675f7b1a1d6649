package errand.amap.sandbox;

import errand.amap.maps.Category;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What kind of place a text asks for. Knows words, no grammar. */
final class Topics {

    /** Other words for those of the categories. */
    private static final Map<String, String> SAME =
            Map.ofEntries(
                    Map.entry("小孩", "孩子"),
                    Map.entry("儿童", "孩子"),
                    Map.entry("宝宝", "孩子"),
                    Map.entry("带娃", "孩子"),
                    Map.entry("遛娃", "孩子"),
                    Map.entry("家庭", "亲子"),
                    Map.entry("kid", "kids"),
                    Map.entry("child", "kids"),
                    Map.entry("children", "kids"),
                    Map.entry("toddler", "kids"),
                    Map.entry("daughter", "kids"),
                    Map.entry("son", "kids"),
                    Map.entry("family", "kids"),
                    Map.entry("museums", "museum"),
                    Map.entry("parks", "park"),
                    Map.entry("restaurants", "restaurant"),
                    Map.entry("餐馆", "餐厅"),
                    Map.entry("饭店", "餐厅"),
                    Map.entry("饭馆", "餐厅"));

    /** Says only that one wants to go somewhere. */
    private static final Pattern ANYTHING =
            Pattern.compile(
                    "适合|好玩的?|推荐|去哪儿?|哪里|哪些|什么|地方|景点|景区|热门|附近|周边|室内|户外|室外|的|玩|带|去|和"
                            + "|\\b(where|to|go|with|a|an|some|places?|sights?|attractions?|spots?|things|do|see"
                            + "|visit|indoors?|outdoors?|good|best|popular|friendly|for|in|my|our|of|near|nearby)\\b");

    private Topics() {}

    /** What is left of a text when all that says nothing is taken away. */
    static String wanted(String plain, City city) {
        String rest = plain.equals(Plain.of(city.zh())) ? "" : Cities.without(plain, city);
        boolean onlyCity = rest.equals(Plain.of(city.en()));
        return onlyCity
                ? ""
                : ANYTHING.matcher(rest).replaceAll(" ").replaceAll("\\s+", " ").strip();
    }

    /** The categories that the longest of its words stand for. */
    static List<Category> in(String wanted) {
        String said = wanted;
        for (Map.Entry<String, String> other : SAME.entrySet()) {
            if (Plain.says(wanted, other.getKey())) {
                said = said + " " + other.getValue();
            }
        }
        String text = said;
        int longest =
                Arrays.stream(Category.values())
                        .flatMap(category -> category.words().stream())
                        .filter(word -> Plain.says(text, word))
                        .max(Comparator.comparingInt(String::length))
                        .map(String::length)
                        .orElse(Integer.MAX_VALUE);
        return Arrays.stream(Category.values())
                .filter(
                        category ->
                                category.words().stream()
                                        .filter(word -> word.length() >= least(word, longest))
                                        .anyMatch(word -> Plain.says(text, word)))
                .toList();
    }

    private static int least(String word, int longest) {
        return Plain.isHan(word) ? Math.min(2, longest) : Math.min(3, longest);
    }

    static boolean names(Sight sight, String wanted) {
        return sight.names().stream()
                .map(Plain::of)
                .anyMatch(name -> name.contains(wanted) || Plain.says(wanted, name));
    }
}
