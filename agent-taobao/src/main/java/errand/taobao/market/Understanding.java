package errand.taobao.market;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes prices and an order out of what was said, in Chinese or English; what is left is words.
 * Filters that were given count with what was said: the narrower of both.
 */
public final class Understanding {

    private static final String NUMBER = "(\\d{1,7}(?:\\.\\d{1,2})?)(万|千|k)?";
    private static final String YUAN = "(?:元|块钱?|rmb|cny|yuan)?";
    private static final String NO_UNIT =
            "(?![\\d.]*\\s*-?(?:inch|英寸|寸|cm|mm|kg|g|l|ml|hz|mah|w|升|斤|克|公斤|人|片|只|个|件|岁|months?|years?|people)\\b)";
    private static final Pattern BETWEEN =
            pattern(
                    "(?:between )?"
                            + NUMBER
                            + YUAN
                            + "\\s*(?:-|–|~|到|至|and|to)\\s*"
                            + NUMBER
                            + "\\s*(?:元|块钱?|rmb|cny|yuan)(?:之间|的)?");
    private static final Pattern AT_MOST =
            pattern(NUMBER + "\\s*" + YUAN + "\\s*(?:以内|之内|以下|封顶|or less|at most)(?:的)?");
    private static final Pattern NOT_OVER =
            pattern(
                    "(?:不超过|低于|少于|最多|预算|under|below|within|less than|up to|at most|max(?:imum)?|budget(?: of)?)\\s*[¥￥]?\\s*"
                            + NUMBER
                            + NO_UNIT
                            + "\\s*"
                            + YUAN
                            + "(?:的)?");
    private static final Pattern AT_LEAST =
            pattern(NUMBER + "\\s*" + YUAN + "\\s*(?:以上|起步|or more)(?:的)?");
    private static final Pattern NOT_UNDER =
            pattern(
                    "(?:不低于|高于|over|above|more than|at least)\\s*[¥￥]?\\s*"
                            + NUMBER
                            + NO_UNIT
                            + "\\s*"
                            + YUAN
                            + "(?:的)?");
    private static final Pattern ABOUT =
            pattern(NUMBER + "\\s*(?:元|块钱?|rmb|cny|yuan)?\\s*左右(?:的)?");
    private static final Pattern SALES = pattern("销量(?:最高|高|好)?的?|热销|爆款|best[- ]sell(?:ing|ers?)");
    private static final Pattern FASTEST = pattern("最快(?:送?到|送达)?的?|尽快|fastest(?: delivery)?");
    private static final BigDecimal ABOUT_SHARE = new BigDecimal("0.2");

    private String text;
    private @Nullable Integer most;
    private @Nullable Integer least;
    private @Nullable Sort sort;

    private Understanding(GoodsSearch wish) {
        this.text =
                Normalizer.normalize(wish.text(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        this.most = wish.maxPrice();
        this.least = wish.minPrice();
        this.sort = wish.sort();
    }

    public static Understood of(GoodsSearch wish) {
        return new Understanding(wish).understood(wish);
    }

    private Understood understood(GoodsSearch wish) {
        Matcher between = BETWEEN.matcher(text);
        if (between.find()) {
            atLeast(yuan(between, 1));
            atMost(yuan(between, 3));
            text = between.replaceFirst(" ");
        }
        Matcher about = ABOUT.matcher(text);
        if (about.find()) {
            BigDecimal yuan = yuan(about, 1);
            atLeast(yuan.subtract(yuan.multiply(ABOUT_SHARE)));
            atMost(yuan.add(yuan.multiply(ABOUT_SHARE)));
            text = about.replaceFirst(" ");
        }
        upTo(AT_MOST);
        upTo(NOT_OVER);
        from(AT_LEAST);
        from(NOT_UNDER);
        sortedBy(SALES, Sort.SALES);
        sortedBy(FASTEST, Sort.FASTEST);
        return new Understood(
                text.replaceAll("\\s+", " ").strip(),
                most,
                least,
                Objects.requireNonNullElse(wish.attributes(), List.of()),
                sort == null ? Sort.PAYABLE : sort);
    }

    private void upTo(Pattern pattern) {
        Matcher said = pattern.matcher(text);
        if (said.find()) {
            atMost(yuan(said, 1));
            text = said.replaceFirst(" ");
        }
    }

    private void from(Pattern pattern) {
        Matcher said = pattern.matcher(text);
        if (said.find()) {
            atLeast(yuan(said, 1));
            text = said.replaceFirst(" ");
        }
    }

    private void sortedBy(Pattern pattern, Sort meant) {
        Matcher said = pattern.matcher(text);
        if (said.find()) {
            sort = sort == null ? meant : sort;
            text = said.replaceAll(" ");
        }
    }

    private void atMost(BigDecimal yuan) {
        int whole = yuan.intValue();
        most = most == null ? whole : Math.min(most, whole);
    }

    private void atLeast(BigDecimal yuan) {
        int whole = yuan.intValue();
        least = least == null ? whole : Math.max(least, whole);
    }

    private static BigDecimal yuan(Matcher said, int group) {
        BigDecimal number = new BigDecimal(said.group(group));
        return switch (Objects.requireNonNullElse(said.group(group + 1), "")) {
            case "万" -> number.movePointRight(4);
            case "千", "k" -> number.movePointRight(3);
            default -> number;
        };
    }

    private static Pattern pattern(String written) {
        return Pattern.compile(written);
    }
}
