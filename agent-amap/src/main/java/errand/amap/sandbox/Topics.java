package errand.amap.sandbox;

import errand.amap.maps.Category;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

    /** Says for whom or in what weather, not what kind of place. */
    private static final Set<String> GENERAL = Set.of("亲子", "孩子", "kids", "户外");

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

    /** The categories that it names; those for children only if it names no kind of place. */
    static Set<Category> in(String wanted) {
        StringBuilder text = new StringBuilder(wanted);
        SAME.forEach(
                (word, same) -> {
                    if (Plain.says(wanted, word)) {
                        text.append(' ').append(same);
                    }
                });
        List<String> said =
                Arrays.stream(Category.values())
                        .flatMap(category -> category.words().stream())
                        .distinct()
                        .filter(word -> Plain.says(text.toString(), word))
                        .toList();
        List<String> whole = said.stream().filter(word -> !isPart(word, said)).toList();
        List<String> kinds = whole.stream().filter(word -> !GENERAL.contains(word)).toList();
        return having(kinds.isEmpty() ? whole : kinds);
    }

    /** What is said besides words for these kinds: 滨江 of 滨江图书馆. */
    static String beside(String wanted, Set<Category> kinds) {
        String rest = wanted;
        List<String> words =
                kinds.stream()
                        .flatMap(kind -> kind.words().stream())
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList();
        for (String word : words) {
            rest = Plain.without(rest, word);
        }
        return rest;
    }

    /** 乐园 is only a part of 儿童乐园. */
    private static boolean isPart(String word, List<String> said) {
        return said.stream().anyMatch(other -> !other.equals(word) && other.contains(word));
    }

    private static Set<Category> having(List<String> words) {
        return Arrays.stream(Category.values())
                .filter(category -> category.words().stream().anyMatch(words::contains))
                .collect(Collectors.toSet());
    }
}
